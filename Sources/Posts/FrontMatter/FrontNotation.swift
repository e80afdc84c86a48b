import Foundation
import TOMLKit
import Yams

/// The notations of front matters and configurations, each read by a library of its own into one value type.
enum FrontNotation: Sendable {
  case yaml, toml, json

  init?(fileExtension: String) {
    switch fileExtension.lowercased() {
    case "yaml", "yml": self = .yaml
    case "toml": self = .toml
    case "json": self = .json
    default: return nil
    }
  }

  /// What is wrong, and the line of the text it is on, from 1.
  struct Failure: Error {
    var message: String
    var line: Int?
    var column: Int?
  }

  func parse(_ text: String) throws(Failure) -> FrontValue {
    guard Self.depth(of: text) < Self.maximumDepth else { throw Failure(message: "values nested too deeply") }
    switch self {
    case .yaml: return try Self.yaml(text)
    case .toml: return try Self.toml(text)
    case .json: return try Self.json(text)
    }
  }

  /// The libraries recurse; a stack must not depend on a file.
  private static let maximumDepth = 100

  private static func depth(of text: String) -> Int {
    var depth = 0
    var deepest = 0
    var dashes = 0
    for b in text.utf8 {
      switch b {
      case 0x5B, 0x7B: depth += 1
      case 0x5D, 0x7D: depth = max(0, depth - 1)
      case 0x2D, 0x3F: dashes += 1
      case 0x20: break
      // Dashes and question marks one after the other nest too (`- - - x`).
      default: dashes = 0
      }
      deepest = max(deepest, depth, dashes / 20)
    }
    return deepest
  }

  // MARK: YAML

  private static func yaml(_ text: String) throws(Failure) -> FrontValue {
    guard let node = try composed(text) else { return .map([]) }
    var budget = maximumValues
    let result = value(node, depth: 0, &budget)
    guard budget > 0 else { throw tooManyValues }
    return result
  }

  /// The document's tree; nil for an empty one.
  static func composed(_ text: String) throws(Failure) -> Node? {
    guard depth(of: text) < maximumDepth else { throw Failure(message: "values nested too deeply") }
    do {
      return try Yams.compose(yaml: text)
    } catch let error as YamlError {
      throw failure(error, text)
    } catch {
      throw Failure(message: "\(error)")
    }
  }

  /// Aliases let a few lines stand for billions of values; who asks for more than this means harm.
  static let maximumValues = 100_000
  static let tooManyValues = Failure(message: "it stands for more than \(maximumValues) values (aliases of aliases)")

  private static func value(_ node: Node, depth: Int, _ budget: inout Int) -> FrontValue {
    budget -= 1
    guard depth < maximumDepth, budget > 0 else { return .null }
    switch node {
    case .scalar(let scalar):
      let isPlain = scalar.style == .plain || scalar.style == .any
      if isPlain, ["", "~", "null", "Null", "NULL"].contains(scalar.string) { return .null }
      return .string(scalar.string)
    case .sequence(let sequence):
      var values: [FrontValue] = []
      for item in sequence where budget > 0 { values.append(value(item, depth: depth + 1, &budget)) }
      return .list(values)
    case .mapping(let mapping):
      var entries: [FrontValue.Entry] = []
      for (key, item) in mapping where budget > 0 {
        guard case .scalar(let name) = key else { continue }
        entries.append(.init(key: name.string, value: value(item, depth: depth + 1, &budget)))
      }
      return .map(entries)
    case .alias: return .null
    }
  }

  private static func failure(_ error: YamlError, _ text: String) -> Failure {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return Failure(message: problem, line: mark.line, column: mark.column)
    case .duplicatedKeysInMapping(let duplicates, let context):
      return Failure(
        message: "the key \(duplicates.map(\.description).joined(separator: ", ")) stands twice",
        line: duplicates.first?.string.flatMap { secondLine(ofKey: $0, in: text) } ?? context.mark.line)
    case .reader(let problem, _, _, _): return Failure(message: problem)
    default: return Failure(message: error.localizedDescription)
    }
  }

  /// Yams tells where the mapping begins, not where the key stands again.
  private static func secondLine(ofKey key: String, in text: String) -> Int? {
    var seen = false
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let bare = line.drop { $0 == " " || $0 == "\"" || $0 == "'" || $0 == "{" }
      guard bare.hasPrefix(key), let next = bare.dropFirst(key.count).first, ":\"' ".contains(next) else { continue }
      if seen { return index + 1 }
      seen = true
    }
    return nil
  }

  // MARK: TOML

  private static func toml(_ text: String) throws(Failure) -> FrontValue {
    do {
      let table = try TOMLTable(string: text)
      // By way of JSON, which keeps dates as they were written.
      return try json(table.convert(to: .json))
    } catch let error as TOMLParseError {
      throw Failure(message: error.description, line: error.source.begin.line, column: error.source.begin.column)
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure(message: "\(error)")
    }
  }

  // MARK: JSON

  private static func json(_ text: String) throws(Failure) -> FrontValue {
    do {
      return value(try JSONSerialization.jsonObject(with: Data(text.utf8), options: [.fragmentsAllowed]))
    } catch {
      let description = (error as NSError).userInfo["NSDebugDescription"] as? String ?? ""
      throw Failure(message: "not valid JSON", line: line(in: description, of: text))
    }
  }

  /// Foundation says the place in words only: "around line 3, column 5" or "around character 27".
  private static func line(in description: String, of text: String) -> Int? {
    if let match = description.firstMatch(of: /line (\d+)/) { return Int(match.1) }
    guard let match = description.firstMatch(of: /character (\d+)/), let offset = Int(match.1) else { return nil }
    return text.utf8.prefix(offset + 1).count { $0 == 0x0A } + 1
  }

  private static func value(_ any: Any) -> FrontValue {
    switch any {
    case let string as String: return .string(string)
    case let number as NSNumber:
      if isBoolean(number) { return .bool(number.boolValue) }
      return .string(number.stringValue)
    case let list as [Any]: return .list(list.map(value))
    case let map as [String: Any]:
      return .map(map.keys.sorted().map { .init(key: $0, value: value(map[$0] ?? NSNull())) })
    default: return .null
    }
  }

  private static func isBoolean(_ number: NSNumber) -> Bool {
    let type = unsafe number.objCType.pointee
    return type == 0x63 || type == 0x42
  }
}
