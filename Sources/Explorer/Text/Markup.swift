import Mustache

/// A piece of HTML whose every text was escaped on its way in. Templates take it as it is (`{{{…}}}`), and nothing else.
struct Markup: Sendable, Equatable, MustacheCustomRenderable {
  private(set) var html = ""

  init() {}
  init(text: String) { append(text: text) }

  var renderText: String { html }
  /// Nothing to show: a template's section is then left out.
  var isNull: Bool { html.isEmpty }

  mutating func append(text: String) { html += HTMLText.escaped(text) }
  mutating func append(_ other: Markup) { html += other.html }

  /// A name that may be written from right to left, or in another language than the page.
  static func name(_ text: String, language: String? = nil) -> Markup {
    var out = Markup()
    out.html = "<bdi\(attribute("lang", language))>\(HTMLText.escaped(text))</bdi>"
    return out
  }

  static func link(_ address: String, _ content: Markup, language: String? = nil, kind: String? = nil) -> Markup {
    var out = Markup()
    out.html =
      "<a href=\"\(HTMLText.escaped(address))\"\(attribute("hreflang", language))\(attribute("class", kind))>\(content.html)</a>"
    return out
  }

  /// A quotation: its words are marked, what stands around them is not.
  static func quotation(_ before: String, _ exact: String, _ after: String) -> Markup {
    var out = Markup()
    out.html =
      HTMLText.escaped(before) + "<mark>" + HTMLText.escaped(exact) + "</mark>" + HTMLText.escaped(after)
    return out
  }

  /// A start tag, or a whole element that has no content. Names are the program's own.
  static func element(_ name: String, _ attributes: [(String, String)], isEmpty: Bool = false) -> Markup {
    var out = Markup()
    out.html = "<" + name
    for (key, value) in attributes { out.html += attribute(key, value) }
    out.html += isEmpty ? "/>" : ">"
    return out
  }

  static func end(_ name: String) -> Markup {
    var out = Markup()
    out.html = "</\(name)>"
    return out
  }

  static func text(_ name: String, _ attributes: [(String, String)], _ text: String) -> Markup {
    element(name, attributes) + Markup(text: text) + end(name)
  }

  static func + (a: Markup, b: Markup) -> Markup {
    var out = a
    out.append(b)
    return out
  }

  static func joined(_ parts: [Markup], separator: String) -> Markup {
    var out = Markup()
    for (index, part) in parts.enumerated() {
      if index > 0 { out.append(text: separator) }
      out.append(part)
    }
    return out
  }

  private static func attribute(_ name: String, _ value: String?) -> String {
    value.map { " \(name)=\"\(HTMLText.escaped($0))\"" } ?? ""
  }
}
