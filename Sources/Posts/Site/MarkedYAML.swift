import Yams

/// A value of a YAML file that knows where it stands: for files of the program's own, whose mistakes are shown with their line.
public struct MarkedValue: Sendable, Equatable {
  public enum Content: Sendable, Equatable {
    case null
    case text(String)
    case list([MarkedValue])
    /// In the file's order.
    case map([Entry])
  }
  public struct Entry: Sendable, Equatable {
    public var key: String
    /// Of the key, from 1.
    public var line: Int
    public var value: MarkedValue
  }

  public var content: Content
  /// From 1.
  public var line: Int

  public subscript(key: String) -> MarkedValue? {
    guard case .map(let entries) = content else { return nil }
    return entries.first { $0.key == key }?.value
  }

  /// A scalar's text that is not empty.
  public var text: String? {
    guard case .text(let text) = content else { return nil }
    let trimmed = text.trimmingWhitespace
    return trimmed.isEmpty ? nil : trimmed
  }

  /// Reads a file's bytes.
  ///
  /// - Throws: a `Problem` with the file and, where known, the line, when it is no YAML (1.2, as libyaml reads it).
  public static func read(_ bytes: [UInt8], file: String) throws(Problem) -> MarkedValue {
    var lines = Bytes.lineStarts(bytes)
    while lines.count > 1, let last = lines.last, bytes[last...].allSatisfy(Bytes.isWhitespace) { lines.removeLast() }
    func problem(_ failure: FrontNotation.Failure) -> Problem {
      // libyaml tells an error at the end on the line behind the last.
      let line = failure.line.map { min(max($0, 1), lines.count) }
      return Problem(
        .configuration, "the file cannot be read: \(failure.message)", file: file, line: line,
        column: failure.line == line ? failure.column : nil,
        sourceLine: line.flatMap { Bytes.lineText(bytes, line: $0, starts: lines) })
    }
    let text = Bytes.string(bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...])
    do throws(FrontNotation.Failure) {
      guard let node = try FrontNotation.composed(text) else { return MarkedValue(content: .null, line: 1) }
      var budget = FrontNotation.maximumValues
      let value = value(node, depth: 0, &budget)
      guard budget > 0 else { throw FrontNotation.tooManyValues }
      return value
    } catch {
      throw problem(error)
    }
  }

  private static func value(_ node: Node, depth: Int, _ budget: inout Int) -> MarkedValue {
    budget -= 1
    let line = node.mark?.line ?? 1
    guard budget > 0, depth < 100 else { return MarkedValue(content: .null, line: line) }
    switch node {
    case .scalar(let scalar):
      let isPlain = scalar.style == .plain || scalar.style == .any
      let isNull = isPlain && ["", "~", "null", "Null", "NULL"].contains(scalar.string)
      return MarkedValue(content: isNull ? .null : .text(scalar.string), line: line)
    case .sequence(let sequence):
      var values: [MarkedValue] = []
      for item in sequence where budget > 0 { values.append(value(item, depth: depth + 1, &budget)) }
      return MarkedValue(content: .list(values), line: line)
    case .mapping(let mapping):
      var entries: [Entry] = []
      for (key, item) in mapping where budget > 0 {
        guard case .scalar(let name) = key else { continue }
        entries.append(
          Entry(key: name.string, line: key.mark?.line ?? line, value: value(item, depth: depth + 1, &budget)))
      }
      return MarkedValue(content: .map(entries), line: line)
    case .alias: return MarkedValue(content: .null, line: line)
    }
  }
}
