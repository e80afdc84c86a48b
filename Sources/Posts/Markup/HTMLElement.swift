/// What an element means for the text.
enum HTMLElement {
  /// Ends a block and begins one.
  case block
  case heading(Int)
  case list, item, definitionTerm, definition
  case table, row
  case cell(header: Bool)
  case tableCaption
  case quotation, figure, figureCaption, footnote
  case link, emphasis, strong, code, superscript
  case lineBreak, rule, picture, frame, video, source
  /// Neither it nor what is in it is prose.
  case skipped
  /// A control or label: text, but no running prose.
  case other
  case inline

  static let byName: [String: HTMLElement] = {
    var map: [String: HTMLElement] = [
      "h1": .heading(1), "h2": .heading(2), "h3": .heading(3), "h4": .heading(4), "h5": .heading(5), "h6": .heading(6),
      "ul": .list, "ol": .list, "menu": .list, "dir": .list, "li": .item, "dt": .definitionTerm, "dd": .definition,
      "table": .table, "tr": .row, "td": .cell(header: false), "th": .cell(header: true), "caption": .tableCaption,
      "blockquote": .quotation, "figure": .figure, "figcaption": .figureCaption, "bg-footnote": .footnote,
      "a": .link, "em": .emphasis, "i": .emphasis, "cite": .emphasis, "dfn": .emphasis, "strong": .strong, "b": .strong,
      "code": .code, "kbd": .code, "samp": .code, "tt": .code, "var": .code, "sup": .superscript,
      "br": .lineBreak, "hr": .rule, "img": .picture, "iframe": .frame, "embed": .frame, "video": .video,
      "source": .source,
    ]
    for name in [
      "p", "div", "section", "article", "header", "footer", "main", "aside", "nav", "address", "dl", "form", "fieldset",
      "details", "body", "html", "center", "thead", "tbody", "tfoot", "hgroup", "search", "audio",
    ] { map[name] = .block }
    for name in [
      "script", "style", "pre", "textarea", "select", "noscript", "template", "svg", "math", "head", "title", "object",
      "applet", "canvas", "map", "noembed", "noframes", "xmp", "listing", "rp", "rt",
    ] { map[name] = .skipped }
    for name in ["summary", "legend", "button", "label"] { map[name] = .other }
    return map
  }()

  static func named(_ name: String) -> HTMLElement { byName[name] ?? .inline }
}
