import Foundation

/// A static site over a graph: pages for people that open from a disk, without a server and without the network.
///
/// Each page is a function of the graph: pages can be made in any order, at once, and one by one.
public struct Explorer: Sendable {
  /// By language and content: the landing pages first.
  public let pages: [ExplorerPage]
  /// Whether the pages show pictures of what things are connected with. They need Graphviz.
  public let hasPictures: Bool

  private let catalogue: Catalogue
  private let texts: [String: Texts]
  private let templates: Templates
  private let paths: PagePaths
  private let findings: [ExplorerInput.Finding]
  private let title: String
  private let dataFiles: [String]
  private let pictures: [ExplorerPage: PictureLayout]

  /// - Parameters:
  ///   - graphviz: what lays out the pictures; without it there are none.
  ///   - jobs: how many of its processes may run at once.
  /// - Throws: `ExplorerError` for templates or texts that cannot be read, which is a defect of the build.
  public init(_ input: ExplorerInput, graphviz: Graphviz?, jobs: Int = 1) throws(ExplorerError) {
    templates = try Templates()
    var texts: [String: Texts] = [:]
    for language in Texts.languages { texts[language] = try Texts(language: language) }
    self.texts = texts
    let main = String(input.defaultLanguage.prefix { $0 != "-" })
    paths = PagePaths(base: input.base, mainLanguage: Texts.languages.contains(main) ? main : Texts.languages[0])
    catalogue = Catalogue(input, paths: paths)
    findings = input.findings
    dataFiles = input.dataFiles
    let host = input.base.split(separator: "/").dropFirst().first.map(String.init)
    title = input.title.flatMap { $0.isEmpty ? nil : $0 } ?? host ?? "bloggraph"
    pages = Self.pages(catalogue, findings)
    hasPictures = graphviz != nil
    let things = pages.filter { if case .thing = $0.content { true } else { false } }
    var plans: [(page: ExplorerPage, plan: PicturePlan)] = []
    for page in graphviz == nil ? [] : things {
      guard case .thing(let iri) = page.content, let texts = texts[page.language], catalogue[iri]?.kind != .post else {
        continue
      }
      let scope = PageScope(catalogue: catalogue, texts: texts, paths: paths, page: page)
      let groups = Neighbourhood(scope: scope).groups(of: iri)
      if let plan = PicturePlan(iri, groups: groups, scope: scope) { plans.append((page, plan)) }
    }
    let layouts = graphviz?.layouts(plans.map(\.plan), jobs: jobs) ?? []
    pictures = Dictionary(zip(plans.map(\.page), layouts).compactMap { page, layout in layout.map { (page, $0) } }) {
      first, _ in first
    }
  }

  /// The style sheet, the script and the search index.
  public var assets: [ExplorerFile] {
    ["style.css", "explorer.js"].compactMap { name in
      ExplorerData.bytes(name).map { ExplorerFile(path: PagePaths.folder + name, bytes: $0) }
    } + [
      ExplorerFile(
        path: PagePaths.folder + "search.js", bytes: SearchIndex(catalogue: catalogue).bytes())
    ]
  }

  /// A page as a file of at most 200,000 bytes: what does not fit is counted, and not shown.
  public func file(_ page: ExplorerPage) -> ExplorerFile {
    let path = paths.path(page) { catalogue[$0]?.kind }
    guard let texts = texts[page.language] else { return ExplorerFile(path: path, bytes: []) }
    let scope = PageScope(catalogue: catalogue, texts: texts, paths: paths, page: page)
    var limits = PageLimits()
    var bytes: [UInt8] = []
    for _ in 0..<8 {
      bytes = Array(html(scope, limits).utf8)
      if bytes.count <= PageLimits.pageSize { break }
      limits = limits.halved()
    }
    return ExplorerFile(path: path, bytes: bytes)
  }

  private func html(_ scope: PageScope, _ limits: PageLimits) -> String {
    let frame = PageFrame(scope: scope, site: title)
    switch scope.page.content {
    case .landing:
      let view = LandingView(scope: scope, limits: limits, title: title, dataFiles: dataFiles)
      return templates.render(frame.context(view.context(), title: scope.texts("landing.title")), "landing")
    case .thing(let iri):
      let title = scope.plainName(iri)
      if catalogue[iri]?.kind == .post {
        let view = PostView(scope: scope, limits: limits, findings: findings)
        return templates.render(frame.context(view.context(iri), title: title), "post")
      }
      let view = ThingView(scope: scope, limits: limits, picture: pictures[scope.page])
      return templates.render(frame.context(view.context(iri), title: title), "thing")
    case .list(let kind, let number):
      let context = ListView(scope: scope, kind: kind).context(number, limits: limits)
      return templates.render(frame.context(context, title: scope.texts("kinds." + kind.rawValue)), "list")
    case .timeline(let number):
      let context = TimelineView(scope: scope).context(number)
      return templates.render(frame.context(context, title: scope.texts("timeline.title")), "timeline")
    case .places(let number):
      let context = PlacesView(scope: scope, limits: limits).context(number)
      return templates.render(frame.context(context, title: scope.texts("places.title")), "places")
    case .matrix:
      let context = MatrixView(scope: scope, limits: limits).context()
      return templates.render(frame.context(context, title: scope.texts("matrix.title")), "matrix")
    case .report(let number):
      let context = ReportView(scope: scope, findings: findings).context(number)
      return templates.render(frame.context(context, title: scope.texts("report.title")), "report")
    }
  }

  private static func pages(_ catalogue: Catalogue, _ findings: [ExplorerInput.Finding]) -> [ExplorerPage] {
    var contents: [ExplorerPage.Content] = [.landing]
    func add(_ items: Int, _ content: (Int) -> ExplorerPage.Content) {
      for number in 1...PageNumbers.count(items) { contents.append(content(number)) }
    }
    for kind in ThingKind.allCases {
      let count = catalogue.things(of: kind).count
      if count > 0 { add(count) { .list(kind, $0) } }
    }
    add(catalogue.datedCount) { .timeline($0) }
    add(catalogue.eventPlaceCount) { .places($0) }
    contents.append(.matrix)
    add(ReportView.entries(findings).count) { .report($0) }
    contents += catalogue.pages.map { .thing($0) }
    return Texts.languages.flatMap { language in contents.map { ExplorerPage($0, language: language) } }
  }
}
