public import KnowledgeGraph
/// What a statement on a page rests on: what its reader sees, or who says it.
public enum PageBacking: Sendable, Equatable {
  /// Words of the post.
  case text(file: String, quotation: Assertion.Quotation)
  /// A value of the front matter that the theme shows, with its words if they are part of the text.
  case frontMatter(key: String, file: String, line: Int?)
  /// A picture or a video that the page shows; the line is where the post puts it.
  case shown(file: String, line: Int?)
  /// The site's configuration.
  case configuration
  /// The page's own address, language and place in the site.
  case place
  /// The same post in another language, which the site publishes beside it.
  case translation
  /// The gazetteer tells which thing is meant; it says nothing about it.
  case identification
  /// Nothing: a defect.
  case nothing
}

/// One statement of a page, with all that it rests on.
public struct BackedStatement: Sendable {
  public var property: String
  /// The text, or the name of the thing.
  public var value: String
  public var backing: [PageBacking]
}

/// A page's structured data, node by node.
public struct PageExplanation: Sendable {
  public struct Node: Sendable {
    /// `BlogPosting "A title"`.
    public var title: String
    public var id: String
    public var statements: [BackedStatement]
  }

  /// The post's source file.
  public var file: String
  public var nodes: [Node]
}
