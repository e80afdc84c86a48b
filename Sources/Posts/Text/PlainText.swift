/// A post as plain text: what a reader sees, block after block, with the marks that extraction needs and a way back
/// to line and column of the file.
///
/// The text begins with the front matter's values that a reader sees (title, description, authors …), one block each,
/// so that a fact which rests on them can quote them like any other. Blocks are separated by one line feed, which
/// belongs to no block. White space inside a block is folded to single spaces (except line breaks that the author
/// wrote, which are line feeds); the text is Unicode NFC.
public struct PlainText: Sendable, Equatable, Codable {
  /// The text as UTF-8. All ranges of this type count its bytes.
  public var utf8: [UInt8]
  public var blocks: [Block]
  /// Links, emphasis and the like, by ascending start, outer before inner.
  public var spans: [Span]
  /// Ascending by `plain`; each says where in the file a stretch of the text comes from.
  public var sourceMap: [SourceRun]

  public init(utf8: [UInt8] = [], blocks: [Block] = [], spans: [Span] = [], sourceMap: [SourceRun] = []) {
    self.utf8 = utf8
    self.blocks = blocks
    self.spans = spans
    self.sourceMap = sourceMap
  }

  public func string(_ range: Range<Int>) -> String { String(decoding: utf8[range], as: UTF8.self) }

  /// A stretch of the text that stands on its own.
  public struct Block: Sendable, Equatable, Codable {
    public var kind: Kind
    public var range: Range<Int>
    public init(kind: Kind, range: Range<Int>) {
      self.kind = kind
      self.range = range
    }
    public enum Kind: Sendable, Equatable, Codable {
      /// A value of the front matter, with its key (`title`, `description`, `author` …).
      case frontMatter(key: String)
      /// 1 to 6.
      case heading(level: Int)
      case paragraph
      /// Depth from 1; `ordinal` counts the items of one list from 1.
      case listItem(depth: Int, ordinal: Int)
      /// Table number in the post, row and column from 0; row 0 is the header when there is one.
      case tableCell(table: Int, row: Int, column: Int, header: Bool)
      /// A picture's or table's caption (`figcaption`, Hugo's `figure caption`, Markdown image title); the picture's index in
      /// `Post.pictures`, if there is one.
      case caption(picture: Int?)
      case quotation
      case footnote
      case term
      case other
    }
  }

  /// A stretch inside a block.
  public struct Span: Sendable, Equatable, Codable {
    public var kind: Kind
    public var range: Range<Int>
    public init(kind: Kind, range: Range<Int>) {
      self.kind = kind
      self.range = range
    }
    public enum Kind: Sendable, Equatable, Codable {
      /// The address as written in the post, entities decoded; `absolute` after resolution against the permalink.
      case link(address: String, absolute: String)
      case emphasis
      case strong
      /// Inline code: no prose, but it may hold a name.
      case code
      case superscript
    }
  }

  /// `length` bytes of the text from `plain` on come from the file's bytes from `source` on. Where the file writes it
  /// differently (an entity, folded white space), `isExact` is false and the whole stretch maps to `source`.
  public struct SourceRun: Sendable, Equatable, Codable {
    public var plain: Int
    public var length: Int
    public var source: Int
    public var isExact: Bool
    public init(plain: Int, length: Int, source: Int, isExact: Bool) {
      self.plain = plain
      self.length = length
      self.source = source
      self.isExact = isExact
    }
  }
}
