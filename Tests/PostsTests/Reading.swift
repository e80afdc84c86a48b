import Posts
import Testing

/// Reads a post from memory; every text that a test makes is checked for its positions too.
func read(
  _ text: String, file: String = "posts/x.md", place: SourceLocation = #_sourceLocation
) throws -> Post {
  let result = readPost(bytes: Array(text.utf8), file: file)
  #expect(result.problems.isEmpty, sourceLocation: place)
  let post = try #require(result.post, sourceLocation: place)
  try Positions.check(post, Array(text.utf8), place)
  return post
}

/// A body with a title before it.
func readBody(
  _ body: String, file: String = "posts/x.md", place: SourceLocation = #_sourceLocation
) throws -> Post {
  try read("---\ntitle: T\n---\n" + body, file: file, place: place)
}

extension Post {
  /// The blocks without the front matter's, each as `kind: text`.
  var blocks: [String] {
    text.blocks.compactMap { block in
      if case .frontMatter = block.kind { return nil }
      return "\(Self.name(block.kind)): \(text.string(block.range))"
    }
  }

  /// The front matter's, as `key: text`.
  var frontBlocks: [String] {
    text.blocks.compactMap { block in
      if case .frontMatter(let key) = block.kind { return "\(key): \(text.string(block.range))" }
      return nil
    }
  }

  /// Spans as `kind: text`, a link with its absolute address.
  var spans: [String] {
    text.spans.map { span in
      let name =
        switch span.kind {
        case .link(_, let absolute): "link \(absolute)"
        case .emphasis: "emphasis"
        case .strong: "strong"
        case .code: "code"
        case .superscript: "superscript"
        }
      return "\(name): \(text.string(span.range))"
    }
  }

  /// Line of the first block that holds a text.
  func line(of needle: String) -> Int? {
    let bytes = Array(needle.utf8)
    for i in text.utf8.indices where text.utf8[i...].starts(with: bytes) { return line(ofPlain: i) }
    return nil
  }

  private static func name(_ kind: PlainText.Block.Kind) -> String {
    switch kind {
    case .frontMatter(let key): "front \(key)"
    case .heading(let level): "h\(level)"
    case .paragraph: "p"
    case .listItem(let depth, let ordinal): "li \(depth).\(ordinal)"
    case .tableCell(let table, let row, let column, let header): "\(header ? "th" : "td") \(table).\(row).\(column)"
    case .caption(let picture): "caption \(picture.map(String.init) ?? "-")"
    case .quotation: "quote"
    case .footnote: "footnote"
    case .term: "term"
    case .other: "other"
    }
  }
}
