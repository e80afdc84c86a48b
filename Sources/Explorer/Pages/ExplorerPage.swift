/// A page of the explorer. Which pages there are, and what each holds, follows from the graph alone.
public struct ExplorerPage: Hashable, Sendable {
  /// BCP 47: one of the languages that the explorer speaks.
  public var language: String
  public var content: Content

  public enum Content: Hashable, Sendable {
    case landing
    /// A thing, by its IRI.
    case thing(String)
    /// All things of a kind; a long list is several pages, counted from 1.
    case list(ThingKind, Int)
    case timeline(Int)
    case places(Int)
    case matrix
    case report(Int)
  }

  public init(_ content: Content, language: String) {
    self.content = content
    self.language = language
  }
}

/// A page of a list as a text, and back.
extension ExplorerPage {
  var key: String {
    switch content {
    case .list(let kind, let number): "\(kind.rawValue) \(number)"
    case .timeline(let number): "timeline \(number)"
    case .places(let number): "places \(number)"
    case .report(let number): "report \(number)"
    case .landing, .thing, .matrix: ""
    }
  }

  init(key: String, language: String) {
    let parts = key.split(separator: " ").map(String.init)
    let number = parts.last.flatMap { Int($0) } ?? 0
    switch parts.first {
    case "timeline": self.init(.timeline(number), language: language)
    case "places": self.init(.places(number), language: language)
    case "report": self.init(.report(number), language: language)
    case let kind?: self.init(ThingKind(rawValue: kind).map { .list($0, number) } ?? .landing, language: language)
    case nil: self.init(.landing, language: language)
    }
  }
}

/// One file of the explorer.
public struct ExplorerFile: Sendable, Equatable {
  /// Below the output folder, `/` between folders.
  public var path: String
  public var bytes: [UInt8]
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}
