public import Entities
public import Posts

/// The relations of the data contract.
public enum Relation: String, Sendable, CaseIterable, Comparable, Codable {
  case worksFor, jobTitle, memberOf, contributesTo
  case performer, superEvent, about, url, location, startDate, endDate, organizer, host, sponsor
  case uses, produces, maturity, release, author
  public static func < (a: Relation, b: Relation) -> Bool { a.rawValue < b.rawValue }
}

/// A CNCF level (`bg:sandbox` …).
public enum Maturity: String, Sendable, CaseIterable, Codable { case sandbox, incubating, graduated, archived }

/// What a statement says of its subject.
public enum StatementObject: Hashable, Sendable, Codable {
  case entity(EntityID)
  /// In the post's language.
  case text(String)
  /// `2019`, `2019-02` or `2019-02-25`.
  case date(String)
  /// Slides, a recording, or a session page.
  case document(url: String, kind: DocumentKind)
  case maturity(Maturity, since: String?)
  case version(String, date: String?)
}

public enum DocumentKind: String, Hashable, Sendable, Codable { case slides, recording, page }

/// Who or what a statement is about.
public enum StatementSubject: Hashable, Sendable, Codable {
  case post
  case entity(EntityID)
}

/// One fact that a post states, with the words that it rests on.
public struct Statement: Sendable, Equatable, Codable {
  public var subject: StatementSubject
  public var relation: Relation
  public var object: StatementObject
  /// Byte ranges of the plain text, ascending; at least one.
  public var evidence: [Range<Int>]
  public var rule: String
  /// 0 to 1: how often facts of this rule are right.
  public var confidence: Double

  public init(
    _ subject: StatementSubject, _ relation: Relation, _ object: StatementObject, evidence: [Range<Int>],
    rule: String, confidence: Double
  ) {
    self.subject = subject
    self.relation = relation
    self.object = object
    self.evidence = evidence
    self.rule = rule
    self.confidence = confidence
  }
}

/// All that was taken from one post.
public struct PostExtraction: Sendable {
  public var post: Post
  /// By id, ascending.
  public var entities: [Entity]
  /// By subject, relation, object.
  public var statements: [Statement]
  /// What the post is mainly about (`schema:about`), most important first.
  public var mainEntities: [EntityID]
  /// For each picture of the post whose caption names something: the picture's index and what it shows.
  public var depictions: [Depiction]

  public init(
    post: Post, entities: [Entity], statements: [Statement], mainEntities: [EntityID] = [],
    depictions: [Depiction] = []
  ) {
    self.post = post
    self.entities = entities
    self.statements = statements
    self.mainEntities = mainEntities
    self.depictions = depictions
  }

  public struct Depiction: Sendable, Equatable, Codable {
    public var picture: Int
    public var entities: [EntityID]
    public init(picture: Int, entities: [EntityID]) {
      self.picture = picture
      self.entities = entities
    }
  }
}
