/// On which lines the parts of a JSON text stand: what a reader of a `JSONValue` needs to show where something is wrong.
public indirect enum JSONPlaces: Sendable {
  case scalar(line: Int)
  case array(line: Int, items: [JSONPlaces])
  case object(line: Int, members: [Member])

  public struct Member: Sendable {
    public var name: String
    /// Where the name stands.
    public var line: Int
    public var value: JSONPlaces
  }

  public var line: Int {
    switch self {
    case .scalar(let line), .array(let line, _), .object(let line, _): line
    }
  }

  /// Of a member that comes twice the last, as `JSONValue` has it.
  public func member(_ name: String) -> Member? {
    guard case .object(_, let members) = self else { return nil }
    return members.last { $0.name == name }
  }

  /// - Parameter range: a text that parses; lines are counted from the bytes' start. `nil` for one that does not.
  public init?(_ bytes: [UInt8], in range: Range<Int>? = nil) {
    let range = range ?? bytes.indices
    guard (try? JSONParser.parse(bytes, in: range)) != nil else { return nil }
    var scanner = Scanner(bytes: bytes, at: range.lowerBound, end: range.upperBound)
    scanner.line += bytes[..<range.lowerBound].count { $0 == 0x0A }
    if bytes[range].starts(with: [0xEF, 0xBB, 0xBF]) { scanner.at += 3 }
    self = scanner.value()
  }

  /// Goes over a text that is known to be JSON, no deeper than the parser went.
  private struct Scanner {
    let bytes: [UInt8]
    var at: Int
    let end: Int
    var line = 1

    private mutating func skip(_ extra: [UInt8] = []) {
      while at < end {
        if bytes[at] == 0x0A { line += 1 } else if bytes[at] > 0x20, !extra.contains(bytes[at]) { return }
        at += 1
      }
    }

    mutating func value() -> JSONPlaces {
      skip()
      let start = line
      guard at < end else { return .scalar(line: start) }
      switch bytes[at] {
      case UInt8(ascii: "{"):
        at += 1
        var members: [Member] = []
        while true {
          skip([UInt8(ascii: ",")])
          guard at < end, bytes[at] != UInt8(ascii: "}") else { break }
          let place = line
          let name = string()
          skip([UInt8(ascii: ":")])
          members.append(Member(name: name, line: place, value: value()))
        }
        at += 1
        return .object(line: start, members: members)
      case UInt8(ascii: "["):
        at += 1
        var items: [JSONPlaces] = []
        while true {
          skip([UInt8(ascii: ",")])
          guard at < end, bytes[at] != UInt8(ascii: "]") else { break }
          items.append(value())
        }
        at += 1
        return .array(line: start, items: items)
      case UInt8(ascii: "\""): _ = string()
      default: while at < end, !",]} \n\r\t".utf8.contains(bytes[at]) { at += 1 }
      }
      return .scalar(line: start)
    }

    private mutating func string() -> String {
      let start = at
      at += 1
      while at < end, bytes[at] != UInt8(ascii: "\"") { at += bytes[at] == UInt8(ascii: "\\") ? 2 : 1 }
      at = min(at + 1, end)
      return (try? JSONParser.parse(bytes, in: start..<at))?.string ?? ""
    }
  }
}
