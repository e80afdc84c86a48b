/// A word, a number, a mark: what rules look at.
public struct Token: Sendable, Equatable {
  /// Bytes of the plain text.
  public var range: Range<Int>
  /// `Folding.fold` of the text.
  public let folded: String
  /// A hash of it, by which lists turn most tokens away at once.
  let mark: UInt32
  public var shape: Shape
  /// Index of its block in the text, and of its sentence.
  public var block: Int
  public var sentence: Int

  init(range: Range<Int>, folded: String, shape: Shape, block: Int, sentence: Int) {
    self.range = range
    self.folded = folded
    mark = WordFilter.mark(folded)
    self.shape = shape
    self.block = block
    self.sentence = sentence
  }

  public struct Shape: OptionSet, Sendable {
    public let rawValue: UInt16
    public init(rawValue: UInt16) { self.rawValue = rawValue }
    /// Holds a letter.
    public static let word = Shape(rawValue: 1)
    /// Begins with an upper-case letter.
    public static let capital = Shape(rawValue: 2)
    /// All its letters, two or more, are upper case.
    public static let allCaps = Shape(rawValue: 4)
    /// An upper-case letter stands behind a lower-case one (`CoreDNS`, `eBPF`).
    public static let mixed = Shape(rawValue: 8)
    public static let digit = Shape(rawValue: 16)
    public static let spaceBefore = Shape(rawValue: 32)
    public static let sentenceStart = Shape(rawValue: 64)
    public static let url = Shape(rawValue: 128)
    public static let handle = Shape(rawValue: 256)
    /// A line break that the author wrote stands before it.
    public static let lineBreakBefore = Shape(rawValue: 512)
  }

  public var isWord: Bool { shape.contains(.word) }
  public var isCapital: Bool { shape.contains(.capital) }
}
