public import Mentions

/// One relation that a pattern states of a text.
public struct PatternMatch: Sendable, Equatable {
  public var rule: String
  /// The rule's confidence, 0 to 1.
  public var confidence: Double
  /// The relations of one match of a rule have one number in common; ascending.
  public var matchID: Int
  public var relation: String
  public var arguments: [Argument]
  /// The whole match.
  public var tokens: Range<Int>
  /// The words and phrases of the pattern that matched, in order.
  public var triggers: [Range<Int>]
  /// The pattern line in its file, from 1.
  public var line: Int
}

/// What stands in a relation.
public enum Argument: Sendable, Equatable {
  /// Index in the text's mentions.
  case mention(Int)
  /// A job title, a version, a title, or a quotation with its marks.
  case tokens(Range<Int>)
  case date(DateMention)
  /// One of `PatternSet.builtins`: what it stands for is the caller's to know.
  case builtin(String)
  case constant(String)
}

/// What patterns ask their caller for: how many tokens something takes that begins at a token; 0 for none. Each is
/// asked once per token at most.
public struct MatchContext {
  /// A job title.
  public var role: (Int) -> Int
  /// The title of a talk, a post or a book.
  public var title: (Int) -> Int

  public init(role: @escaping (Int) -> Int = { _ in 0 }, title: @escaping (Int) -> Int = { _ in 0 }) {
    self.role = role
    self.title = title
  }
}
