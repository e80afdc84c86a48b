public import Entities

/// What an editor decides about the things that posts name, in the order of the file: `docs/curation.md`.
public struct Curation: Sendable, Equatable {
  /// As messages name it.
  public var file: String
  public var entries: [CurationEntry]

  public init(file: String = "", entries: [CurationEntry] = []) {
    self.file = file
    self.entries = entries
  }
}

/// One decision.
public struct CurationEntry: Sendable, Equatable {
  public enum Action: Sendable, Equatable {
    /// The things are one.
    case merge([EntityReference], into: EntityReference)
    /// The thing has another name, and the IRI that goes with it.
    case rename(EntityReference, to: String)
    /// In the entry's posts the name means another thing.
    case split(EntityReference, into: EntityReference)
    case retype(EntityReference, to: EntityType)
    case ignore(EntityReference)
    case ignoreFact(FactReference)
    /// The thing is called so, too. The type makes a thing of names that nothing else knows.
    case alias(EntityReference, names: [String], type: EntityType?)
    /// Absolute web addresses of the same thing.
    case sameAs(EntityReference, [String])
  }

  public var action: Action
  /// Source files; empty for all. A folder (`en/posts/`) stands for what is below it.
  public var posts: [String]
  /// In the curation's file, from 1.
  public var line: Int

  public init(_ action: Action, posts: [String] = [], line: Int = 0) {
    self.action = action
    self.posts = posts
    self.line = line
  }

  func isFor(_ sourceFile: String) -> Bool {
    posts.isEmpty || posts.contains { $0 == sourceFile || $0.hasSuffix("/") && sourceFile.hasPrefix($0) }
  }
}

/// How an editor names a thing: by its IRI or the end of it (`person/ada-example`), or by a name that only one thing bears.
public enum EntityReference: Sendable, Equatable, CustomStringConvertible {
  case id(EntityID)
  case name(String)

  public init(_ text: String) {
    // `https://www.example.com/id/person/ada-example`
    let isAddress = text.hasPrefix("http://") || text.hasPrefix("https://")
    let path = isAddress ? text.split(separator: "/id/", maxSplits: 1).last ?? text[...] : text[...]
    let parts = path.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    if parts.count == 2, let type = EntityType(rawValue: String(parts[0])), !parts[1].isEmpty, !parts[1].contains(" ") {
      self = .id(EntityID(type, String(parts[1])))
    } else {
      self = .name(text)
    }
  }

  public var description: String {
    switch self {
    case .id(let id): "\(id.type.rawValue)/\(id.slug)"
    case .name(let name): name
    }
  }
}

/// Facts by their parts; a part that is left out fits any.
public struct FactReference: Sendable, Equatable {
  public var subject: EntityReference?
  /// The post itself is the subject.
  public var isOfPost: Bool
  public var relation: Relation?
  /// A thing as `EntityReference` reads it, or a literal's text.
  public var object: String?

  public init(
    subject: EntityReference? = nil, isOfPost: Bool = false, relation: Relation? = nil, object: String? = nil
  ) {
    self.subject = subject
    self.isOfPost = isOfPost
    self.relation = relation
    self.object = object
  }
}
