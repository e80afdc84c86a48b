import KnowledgeGraph
import RDFModel

/// What the making of one page needs to know: the graph, the language, and where the page lies.
struct PageScope {
  let catalogue: Inquiry
  let listings: Listings
  let texts: Texts
  let paths: PagePaths
  let page: ExplorerPage
  /// From the page's folder to the output folder: `../../../`, or nothing.
  let root: String
  /// From the page's folder to that of its language.
  let home: String

  init(
    catalogue: Catalogue, texts: Texts, paths: PagePaths, page: ExplorerPage, listings: Listings = Listings()
  ) {
    self.listings = listings
    self.catalogue = Inquiry(catalogue)
    self.texts = texts
    self.paths = paths
    self.page = page
    // Only how deep it lies counts.
    let path =
      if case .thing(let iri) = page.content, let thing = catalogue[iri] {
        PagePaths.folder + page.language + "/" + thing.path
      } else {
        paths.path(page) { catalogue[$0]?.kind }
      }
    root = String(repeating: "../", count: path.split(separator: "/").count - 1)
    home =
      path.hasPrefix(PagePaths.folder)
      ? String(repeating: "../", count: path.split(separator: "/").count - 3)
      : PagePaths.folder + page.language + "/"
  }

  /// The same for what is made for several pages, and is written down for none.
  var apart: PageScope {
    PageScope(catalogue: catalogue.all, texts: texts, paths: paths, page: page, listings: listings)
  }

  var language: String { page.language }

  func address(_ content: ExplorerPage.Content) -> String {
    if case .thing(let iri) = content, let thing = catalogue[iri] { return home + thing.address }
    return address(ExplorerPage(content, language: language))
  }

  /// Relative to this page, so that the site opens from a disk and from any folder of a server.
  func address(_ other: ExplorerPage) -> String {
    if other.language == language, other.content != .landing {
      return home + PagePaths.address(paths.local(other.content) { catalogue[$0]?.kind })
    }
    return root + PagePaths.address(paths.path(other) { catalogue[$0]?.kind })
  }

  /// A thing's name as a link to its page, quoted where its kind wants it.
  func link(_ iri: String) -> Inline {
    guard let thing = catalogue[iri] else { return external(iri) }
    let label = thing.name(language)
    let name = Markup.name(label.text, language: label.language == language ? nil : label.language)
    guard thing.kind != nil else { return Inline(name, plain: label.text) }
    return Inline(Markup.link(home + thing.address, name), plain: label.text)
  }

  func plainName(_ iri: String) -> String { catalogue[iri]?.name(language).text ?? iri }

  /// An address of the web, shortened to what a reader needs. Another scheme is text: a link must not run anything.
  func external(_ address: String) -> Inline {
    let short = Self.short(address)
    guard address.hasPrefix("https://") || address.hasPrefix("http://") else { return Inline(text: short) }
    return Inline(Markup.link(address, Markup.name(short), kind: "out"), plain: short)
  }

  static func short(_ address: String) -> String {
    var rest = address[...]
    for prefix in ["https://", "http://", "www."] where rest.hasPrefix(prefix) { rest = rest.dropFirst(prefix.count) }
    if rest.hasSuffix("/") { rest = rest.dropLast() }
    return rest.count > 60 ? rest.prefix(59) + "…" : String(rest)
  }

  func places(_ event: String) -> String? {
    catalogue.target(event, Schema.location)
      ?? catalogue.target(event, Schema.superEvent).flatMap { catalogue.target($0, Schema.location) }
  }

  /// When an event was. A talk was given on its event's day, if the event has one day; at a longer one, nobody knows.
  func date(_ event: String) -> String? {
    if let own = catalogue.date(event) { return own }
    guard let around = catalogue.target(event, Schema.superEvent), let start = catalogue.date(around) else {
      return nil
    }
    let end = catalogue.date(around, Schema.endDate)
    return end == nil || end == start ? start : nil
  }

  /// For the order of lists: the talk's day, or at least its event's.
  func sortingDate(_ event: String) -> String {
    date(event) ?? catalogue.target(event, Schema.superEvent).flatMap { catalogue.date($0) } ?? ""
  }
}
