import Foundation

/// A static site over a graph: pages for people that open from a disk, without a server and without the network.
///
/// Each page is a function of the graph: pages can be made in any order, at once, and one by one.
public struct Explorer: Sendable {
  /// By language and content: the landing pages first.
  public let pages: [ExplorerPage]
  /// Whether the pages show pictures of what things are connected with. They need Graphviz.
  public var hasPictures: Bool { graphviz != nil }

  private let catalogue: Catalogue
  private let texts: [String: Texts]
  private let templates: Templates
  private let paths: PagePaths
  private let findings: FindingIndex
  private let title: String
  private let dataFiles: [String]
  private let graphviz: Graphviz?
  private let listings = Listings()
  private let setup: ExplorerMemory.Setup

  /// - Parameter graphviz: what lays out the pictures; without it there are none.
  /// - Throws: `ExplorerError` for templates or texts that cannot be read, which is a defect of the build.
  public init(_ input: ExplorerInput, graphviz: Graphviz?) throws(ExplorerError) {
    templates = try Templates()
    var texts: [String: Texts] = [:]
    for language in Texts.languages { texts[language] = try Texts(language: language) }
    self.texts = texts
    let main = String(input.defaultLanguage.prefix { $0 != "-" })
    paths = PagePaths(base: input.base, mainLanguage: Texts.languages.contains(main) ? main : Texts.languages[0])
    catalogue = Catalogue(input, paths: paths)
    findings = FindingIndex(input.findings)
    dataFiles = input.dataFiles
    let host = input.base.split(separator: "/").dropFirst().first.map(String.init)
    title = input.title.flatMap { $0.isEmpty ? nil : $0 } ?? host ?? "bloggraph"
    pages = Self.pages(catalogue, findings.all)
    self.graphviz = graphviz
    setup = .init(
      base: paths.base, mainLanguage: paths.mainLanguage, title: title,
      kinds: ThingKind.allCases.filter { [catalogue] in !catalogue.things(of: $0).isEmpty }.map(\.rawValue),
      graphviz: graphviz?.identity)
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

  /// Where the page lies below the output folder.
  public func path(_ page: ExplorerPage) -> String {
    if case .thing(let iri) = page.content, let thing = catalogue[iri] {
      return PagePaths.folder + page.language + "/" + thing.path
    }
    return paths.path(page) { catalogue[$0]?.kind }
  }

  /// What is kept of pages that were made, for the next explorer of the blog.
  ///
  /// - Parameters:
  ///   - former: where the traces of pages come from that are as they were.
  ///   - kept: those pages.
  public func memory(
    of made: [MadePage], keeping former: ExplorerMemory.Comparison?, _ kept: [ExplorerPage]
  ) -> ExplorerMemory {
    var memory = ExplorerMemory(setup: setup)
    if let former { memory.take(former, paths: kept.map(path)) }
    for made in made where !made.trace.isWhole {
      memory.add(made.trace, made.page, path: made.file.path, fingerprint)
    }
    return memory
  }

  /// Compares what an earlier explorer was made from with what this one is made from.
  ///
  /// - Parameter touched: the IRIs of all statements that only one of the two graphs holds, or whose evidence differs.
  /// - Returns: `nil` when every page would be another.
  public func compare(_ former: ExplorerMemory, touched: Set<String>) -> ExplorerMemory.Comparison? {
    guard former.setup == setup else { return nil }
    return .init(former, touched: touched, fingerprint: fingerprint)
  }

  private func fingerprint(_ subject: ExplorerMemory.Subject) -> UInt64 {
    switch subject {
    case .face(let iri): catalogue[iri]?.fingerprint ?? 0
    case .findings(let file): ExplorerInput.Finding.fingerprint(findings.findings(in: file))
    case .claims: 0
    case .answer(let question): question.answer(catalogue).map { Fingerprint.of($0) } ?? 0
    case .listing(let page): listing(page)
    }
  }

  private func listing(_ page: ExplorerPage) -> UInt64 {
    guard let texts = texts[page.language] else { return 0 }
    let scope = PageScope(catalogue: catalogue, texts: texts, paths: paths, page: page, listings: listings)
    return switch page.content {
    case .list(let kind, let number): ListView(scope: scope, kind: kind).fingerprint(number)
    case .timeline(let number): TimelineView(scope: scope).fingerprint(number)
    case .places: PlacesView(scope: scope, limits: PageLimits()).fingerprint()
    case .report: ReportView(scope: scope, findings: findings.all).fingerprint()
    case .landing, .thing, .matrix: 0
    }
  }

  /// Pages that were made, in their order, with what they were made from.
  ///
  /// - Parameter map: how pages are made: perhaps many at once.
  public func make(
    _ pages: [ExplorerPage], jobs: Int = 1,
    map: ([ExplorerPage], @Sendable (ExplorerPage) -> MadePage) -> [MadePage] = { $0.map($1) }
  ) -> [MadePage] {
    let pictures = pictures(of: pages, jobs: jobs)
    return map(pages) { make($0, pictures[$0] ?? .none) }
  }

  /// A page as a file of at most 200,000 bytes: what does not fit is counted, and not shown.
  public func file(_ page: ExplorerPage) -> ExplorerFile { make([page])[0].file }

  /// A page and what it was made from.
  public struct MadePage: Sendable {
    let page: ExplorerPage
    public let file: ExplorerFile
    let trace: PageTrace
  }

  private enum Picture: Sendable {
    case none
    case drawn(PictureLayout)
    /// Graphviz had no answer, and may have one next time.
    case missing
  }

  private func make(_ page: ExplorerPage, _ picture: Picture) -> MadePage {
    let path = path(page)
    guard let texts = texts[page.language] else {
      return MadePage(page: page, file: ExplorerFile(path: path, bytes: []), trace: PageTrace())
    }
    let scope = PageScope(catalogue: catalogue, texts: texts, paths: paths, page: page, listings: listings)
    var limits = PageLimits()
    var bytes: [UInt8] = []
    for _ in 0..<8 {
      bytes = Array(html(scope, limits, picture).utf8)
      if bytes.count <= PageLimits.pageSize { break }
      limits = limits.halved()
    }
    var trace = scope.catalogue.trace
    if case .missing = picture { trace.isWhole = true }
    return MadePage(page: page, file: ExplorerFile(path: path, bytes: bytes), trace: trace)
  }

  /// The pictures of things' pages. What they show, the page shows too, so that they add nothing to its trace.
  private func pictures(of pages: [ExplorerPage], jobs: Int) -> [ExplorerPage: Picture] {
    guard let graphviz else { return [:] }
    var plans: [(page: ExplorerPage, plan: PicturePlan)] = []
    for page in pages {
      guard case .thing(let iri) = page.content, let texts = texts[page.language], catalogue[iri]?.kind != .post else {
        continue
      }
      let scope = PageScope(catalogue: catalogue, texts: texts, paths: paths, page: page)
      let groups = Neighbourhood(scope: scope).groups(of: iri)
      if let plan = PicturePlan(iri, groups: groups, scope: scope) { plans.append((page, plan)) }
    }
    let layouts = graphviz.layouts(plans.map(\.plan), jobs: jobs)
    var pictures: [ExplorerPage: Picture] = [:]
    for ((page, _), layout) in zip(plans, layouts) { pictures[page] = layout.map { .drawn($0) } ?? .missing }
    return pictures
  }

  private func html(_ scope: PageScope, _ limits: PageLimits, _ picture: Picture) -> String {
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
      var layout: PictureLayout?
      if case .drawn(let drawn) = picture { layout = drawn }
      let view = ThingView(scope: scope, limits: limits, picture: layout)
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
      let context = ReportView(scope: scope, findings: findings.all).context(number)
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
