/// The head of a post: values, and where they stand in the file.
struct FrontMatter {
  var values: FrontValue
  /// Between the marks.
  var range: Range<Int>
  /// Where the body begins.
  var bodyStart: Int

  /// A front matter that cannot be read.
  struct Failure: Error {
    var message: String
    var offset: Int
    var column: Int?
  }

  /// Larger is no front matter but a mistake.
  private static let maximumSize = 1 << 20

  /// Reads the front matter that begins at `start` (after a byte order mark). A file without one has no values, and its
  /// body begins there.
  static func read(_ bytes: [UInt8], from start: Int, lineStarts: [Int]) throws(Failure) -> FrontMatter {
    let first = lineEnd(bytes, start)
    switch Bytes.string(bytes[start..<first]).trimmingWhitespace {
    case "---": return try delimited(bytes, start, "---", .yaml, lineStarts)
    case "+++": return try delimited(bytes, start, "+++", .toml, lineStarts)
    case let line where line.hasPrefix("{") && !line.hasPrefix("{{") && !line.hasPrefix("{%"):
      return try json(bytes, start, lineStarts)
    default: return FrontMatter(values: .map([]), range: start..<start, bodyStart: start)
    }
  }

  private static func lineEnd(_ bytes: [UInt8], _ start: Int) -> Int {
    var i = start
    while i < bytes.count, !Bytes.isLineEnd(bytes[i]) { i += 1 }
    return i
  }

  private static func afterLine(_ bytes: [UInt8], _ end: Int) -> Int {
    guard end < bytes.count else { return end }
    return bytes[end] == 0x0D && end + 1 < bytes.count && bytes[end + 1] == 0x0A ? end + 2 : end + 1
  }

  private static func delimited(
    _ bytes: [UInt8], _ start: Int, _ mark: String, _ notation: FrontNotation, _ lineStarts: [Int]
  ) throws(Failure) -> FrontMatter {
    let contentStart = afterLine(bytes, lineEnd(bytes, start))
    var i = contentStart
    while i < bytes.count, i - contentStart < maximumSize {
      let end = lineEnd(bytes, i)
      if Bytes.matches(mark.utf8, in: bytes, at: i), Bytes.string(bytes[i..<end]).trimmingWhitespace == mark {
        let values = try parse(bytes, contentStart..<i, notation, lineStarts)
        return FrontMatter(values: values, range: contentStart..<i, bodyStart: afterLine(bytes, end))
      }
      i = afterLine(bytes, end)
    }
    throw Failure(message: "the front matter has no closing \(mark)", offset: start)
  }

  private static func json(_ bytes: [UInt8], _ start: Int, _ lineStarts: [Int]) throws(Failure) -> FrontMatter {
    var depth = 0
    var inString = false
    var i = start
    while i < bytes.count, i - start < maximumSize {
      let b = bytes[i]
      if inString {
        if b == 0x5C { i += 1 } else if b == 0x22 { inString = false }
      } else if b == 0x22 {
        inString = true
      } else if b == 0x7B {
        depth += 1
      } else if b == 0x7D {
        depth -= 1
        if depth == 0 {
          let values = try parse(bytes, start..<(i + 1), .json, lineStarts)
          return FrontMatter(
            values: values, range: start..<(i + 1), bodyStart: afterLine(bytes, lineEnd(bytes, i + 1)))
        }
      }
      i += 1
    }
    throw Failure(message: "the front matter has no closing }", offset: start)
  }

  private static func parse(
    _ bytes: [UInt8], _ range: Range<Int>, _ notation: FrontNotation, _ lineStarts: [Int]
  ) throws(Failure) -> FrontValue {
    do throws(FrontNotation.Failure) {
      // A lone CR ends lines for us, but not for the notations' readers.
      let text = Bytes.string(bytes[range])
      let unified = text.utf8.contains(0x0D) ? text.replacing("\r\n", with: "\n").replacing("\r", with: "\n") : text
      let value = try notation.parse(unified)
      switch value {
      case .map: return value
      case .null: return .map([])
      default: throw FrontNotation.Failure(message: "the front matter is no list of keys and values", line: 1)
      }
    } catch {
      let line = Bytes.line(of: range.lowerBound, in: lineStarts) + max((error.line ?? 1) - 1, 0)
      // An error at the end is reported one line below the last.
      let last = Bytes.line(of: max(range.upperBound - 1, range.lowerBound), in: lineStarts)
      let offset = lineStarts[min(line, last) - 1]
      throw Failure(
        message: "the front matter cannot be read: \(error.message)", offset: offset,
        column: line <= last ? error.column : nil)
    }
  }
}
