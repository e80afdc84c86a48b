import CCMarkGFM
import Foundation

/// Markdown (CommonMark with GitHub's tables, strikethrough and autolinks, and footnotes) as HTML that knows where it
/// comes from. All of cmark is in this file.
///
/// cmark's positions of inline nodes count from the paragraph's content, from which indentation and quotation marks of
/// later lines are stripped; `MarkdownAligner` sets them right and compares each piece with the file.
@safe final class MarkdownHTML {
  private let root: OpaquePointer
  private var aligner: MarkdownAligner
  private var output = MarkedHTML()

  /// Reads a stretch of `source`.
  static func render(_ source: [UInt8], _ range: Range<Int>) -> MarkedHTML {
    guard !range.isEmpty, let root = unsafe parse(source, range) else { return MarkedHTML() }
    let writer = unsafe MarkdownHTML(root, MarkdownAligner(source, range))
    writer.write()
    return writer.output
  }

  private init(_ root: OpaquePointer, _ aligner: MarkdownAligner) {
    unsafe self.root = root
    self.aligner = aligner
  }

  deinit { unsafe cmark_node_free(root) }

  private static let registered: Void = cmark_gfm_core_extensions_ensure_registered()

  private static func parse(_ source: [UInt8], _ range: Range<Int>) -> OpaquePointer? {
    _ = registered
    guard let parser = unsafe cmark_parser_new(CMARK_OPT_FOOTNOTES | CMARK_OPT_UNSAFE) else { return nil }
    defer { unsafe cmark_parser_free(parser) }
    for name in ["table", "strikethrough", "autolink"] {
      if let ext = unsafe cmark_find_syntax_extension(name) {
        _ = unsafe cmark_parser_attach_syntax_extension(parser, ext)
      }
    }
    unsafe source.withUnsafeBytes { bytes in
      let part = unsafe UnsafeRawBufferPointer(rebasing: bytes[range]).assumingMemoryBound(to: CChar.self)
      unsafe cmark_parser_feed(parser, part.baseAddress, part.count)
    }
    return unsafe cmark_parser_finish(parser)
  }

  // MARK: Walk

  private func write() {
    guard let iterator = unsafe cmark_iter_new(root) else { return }
    defer { unsafe cmark_iter_free(iterator) }
    while true {
      let event = unsafe cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { break }
      guard let node = unsafe cmark_iter_get_node(iterator) else { break }
      unsafe visit(node, entering: event == CMARK_EVENT_ENTER)
    }
  }

  private func visit(_ node: OpaquePointer, entering: Bool) {
    let type = unsafe String(cString: cmark_node_get_type_string(node))
    switch type {
    case "document": break
    case "block_quote":
      aligner.quoteDepth += entering ? 1 : -1
      tag("blockquote", entering)
    case "list": tag(unsafe cmark_node_get_list_type(node) == CMARK_ORDERED_LIST ? "ol" : "ul", entering)
    case "item", "tasklist": tag("li", entering)
    case "code_block", "thematic_break":
      if entering { output.markup("<hr>", at: aligner.cursor) }
    case "html_block": if entering { unsafe htmlBlock(node) }
    case "paragraph":
      if entering { unsafe beginLeaf(node) }
      let tight = unsafe isTight(node)
      if !tight { tag("p", entering) }
    case "heading":
      if entering { unsafe beginLeaf(node) }
      let level = unsafe cmark_node_get_heading_level(node)
      output.markup(entering ? "<h\(level)>" : "</h\(level)>", at: aligner.cursor)
    case "table": tag("table", entering)
    case "table_header":
      isHeader = entering
      tag("tr", entering)
    case "table_row": tag("tr", entering)
    case "table_cell":
      if entering { unsafe beginLeaf(node) }
      tag(isHeader ? "th" : "td", entering)
    case "text": unsafe leaf(node, .text)
    case "softbreak":
      let place = aligner.lineBreak()
      output.raw([0x0A], from: place)
    case "linebreak": output.markup("<br>", at: aligner.lineBreak())
    case "code":
      tag("code", true)
      unsafe leaf(node, .code)
      tag("code", false)
    case "html_inline": unsafe leaf(node, .html)
    case "emph": tag("em", entering)
    case "strong": tag("strong", entering)
    case "strikethrough": tag("del", entering)
    case "link": unsafe link(node, entering)
    case "image": unsafe image(node, entering)
    default:
      // cmark has no name for the nodes of footnotes.
      if unsafe cmark_node_get_type(node) == CMARK_NODE_FOOTNOTE_DEFINITION { tag("bg-footnote", entering) }
    }
  }

  private var isHeader = false
  /// Pictures whose alternate text is being read; it is no text of the page.
  private var imageDepth = 0
  private var alternate: [UInt8] = []

  private func tag(_ name: String, _ opening: Bool) {
    guard imageDepth == 0 else { return }
    output.markup(opening ? "<\(name)>" : "</\(name)>", at: aligner.cursor)
  }

  private func isTight(_ paragraph: OpaquePointer) -> Bool {
    guard let item = unsafe cmark_node_parent(paragraph), let list = unsafe cmark_node_parent(item) else {
      return false
    }
    return unsafe cmark_node_get_type(list) == CMARK_NODE_LIST && cmark_node_get_list_tight(list) != 0
  }

  private func beginLeaf(_ node: OpaquePointer) {
    if unsafe cmark_node_get_start_line(node) == 0, let table = unsafe cmark_node_next(node) {
      // A paragraph right above a table: the extension makes it anew without a place, and the table has that of both.
      return unsafe aligner.beginLeaf(
        line: Int(cmark_node_get_start_line(table)), column: Int(cmark_node_get_start_column(table)),
        endLine: Int(cmark_node_get_end_line(table)))
    }
    unsafe aligner.beginLeaf(
      line: Int(cmark_node_get_start_line(node)), column: Int(cmark_node_get_start_column(node)),
      endLine: Int(cmark_node_get_end_line(node)))
  }

  private func literal(_ node: OpaquePointer) -> [UInt8] {
    guard let text = unsafe cmark_node_get_literal(node) else { return [] }
    let length = unsafe strlen(text)
    return unsafe Array(UnsafeRawBufferPointer(start: text, count: length))
  }

  private func leaf(_ node: OpaquePointer, _ form: MarkdownAligner.Form) {
    let bytes = unsafe literal(node)
    if imageDepth > 0 {
      alternate += bytes
      return
    }
    unsafe aligner.hint(line: Int(cmark_node_get_start_line(node)), column: Int(cmark_node_get_start_column(node)))
    if form == .text, aligner.quoteDepth > 0, Self.isAlertMark(bytes) { return }
    aligner.align(bytes, form) { piece in
      switch (form, piece.isExact) {
      case (.html, _): output.raw(piece.bytes, from: piece.source)
      case (_, true): output.text(piece.bytes, from: piece.source)
      case (_, false): output.decodedText(piece.bytes, at: piece.source)
      }
    }
  }

  /// GitHub's and Hugo's alerts begin with `[!NOTE]`, which no reader sees.
  private static func isAlertMark(_ text: [UInt8]) -> Bool {
    text.count > 3 && text[0] == 0x5B && text[1] == 0x21 && text.last == 0x5D
      && text[2..<(text.count - 1)].allSatisfy(Bytes.isLetter)
  }

  private func htmlBlock(_ node: OpaquePointer) {
    unsafe beginLeaf(node)
    aligner.alignLines(unsafe literal(node), fromLine: Int(unsafe cmark_node_get_start_line(node))) { piece in
      output.raw(piece.bytes, from: piece.source)
    }
  }

  private func link(_ node: OpaquePointer, _ entering: Bool) {
    guard imageDepth == 0 else { return }
    guard entering else { return output.markup("</a>", at: aligner.cursor) }
    let address = unsafe cmark_node_get_url(node).map { unsafe String(cString: $0) } ?? ""
    output.markup("<a href=\"\(Self.escaped(address))\">", at: aligner.cursor)
  }

  private func image(_ node: OpaquePointer, _ entering: Bool) {
    imageDepth += entering ? 1 : -1
    if entering {
      if imageDepth == 1 { alternate = [] }
      return
    }
    guard imageDepth == 0 else { return }
    unsafe aligner.hint(line: Int(cmark_node_get_start_line(node)), column: Int(cmark_node_get_start_column(node)))
    let place = aligner.hintedPlace
    let address = unsafe cmark_node_get_url(node).map { unsafe String(cString: $0) } ?? ""
    let title = unsafe cmark_node_get_title(node).map { unsafe Array(String(cString: $0).utf8) } ?? []
    output.markup(
      "<img src=\"\(Self.escaped(address))\" alt=\"\(Self.escaped(String(decoding: alternate, as: UTF8.self)))\"",
      at: place)
    if !title.isEmpty {
      output.markup(" title=\"", at: place)
      if let found = aligner.find(title, from: place),
        !title.contains(where: { $0 == 0x26 || $0 == 0x22 || $0 == 0x3C })
      {
        output.raw(title[...], from: found)
      } else {
        output.decodedText(title[...], at: place)
      }
      output.markup("\"", at: place)
    }
    output.markup(">", at: place)
  }

  private static func escaped(_ value: String) -> String {
    guard value.utf8.contains(where: { $0 == 0x26 || $0 == 0x22 || $0 == 0x3C }) else { return value }
    return value.replacing("&", with: "&amp;").replacing("\"", with: "&quot;").replacing("<", with: "&lt;")
  }
}
