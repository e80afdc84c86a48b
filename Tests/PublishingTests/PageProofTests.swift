import Foundation
import JSONLD
import Publishing
import RDFModel
import RDFSyntax
import TestSupport
import Testing

/// What pages say is backed, is in the graph, and passes the page shapes: of the sample blog, and of ../shared/posts where they
/// are.
@Suite struct PageProofTests {
  /// A blog's export, and the folder that it was written to.
  struct Written {
    let export: Export
    let folder: ScratchFolder

    init(_ content: URL) throws {
      export = try SampleExport.export(content)
      folder = try ScratchFolder()
      try OutputFolder(folder.path("out")).replace(with: export.files, generator: "test")
    }
  }

  static let sample = Result { try Written(Folders.project.appending(path: "examples/blog")) }
  static let shared = Folders.shared("posts").map { content in Result { try Written(content) } }

  static func blogs() throws -> [Written] {
    if shared == nil { print("../shared/posts is absent: pages are proven on examples/blog alone") }
    return try [sample.get()] + (shared.map { [try $0.get()] } ?? [])
  }

  @Test func whatPagesSayIsInTheGraph() throws {
    for blog in try Self.blogs() {
      var graph = Dataset()
      try RDFReader(format: .turtle).read(
        try #require(blog.export.files.first { $0.path == "graph.ttl" }).bytes, into: &graph)
      let known = PlainTriples.of(graph)
      for page in blog.export.pages {
        // That something is a thing, nobody need say.
        let said = try PlainTriples.of(page.document).filter { $0.object != "http://schema.org/Thing" }
        #expect(said.count > 5)
        #expect(said.subtracting(known).sorted() == [], "\(page.path)")
      }
    }
  }

  @Test func everyStatementIsBacked() throws {
    for blog in try Self.blogs() {
      let explainer = PageExplainer(try ExportReader(folder: blog.folder.path("out")))
      for page in blog.export.pages.prefix(40) {
        let explanation = try #require(explainer.explain(page.document))
        for node in explanation.nodes {
          for statement in node.statements {
            #expect(
              !statement.backing.isEmpty && !statement.backing.contains(.nothing),
              "\(page.path): \(node.title) \(statement.property) \(statement.value)")
          }
        }
      }
    }
  }

  @Test func aStatementThatNobodyMadeIsBackedByNothing() throws {
    let blog = try Self.sample.get()
    let page = try #require(blog.export.pages.first)
    var document = try #require(page.document.object)
    var nodes = try #require(document["@graph"]?.array)
    var article = try #require(nodes[0].object)
    article["headline"] = "What nobody wrote"
    article["keywords"] = ["nonsense"]
    nodes[0] = .object(article)
    document["@graph"] = .array(nodes)
    let explanation = try #require(
      PageExplainer(try ExportReader(folder: blog.folder.path("out"))).explain(.object(document)))
    let unbacked = explanation.nodes[0].statements.filter { $0.backing == [.nothing] }.map(\.property)
    #expect(unbacked == ["headline", "keywords"])
  }

  @Test func noPageViolatesAPageShape() throws {
    for blog in try Self.blogs() {
      let pages = blog.export.files.filter { $0.path.hasPrefix("pages/") }.map { (file: $0.path, bytes: $0.bytes) }
      let report = try PageValidator().validate(pages, jobs: 2)
      #expect(report.withData == pages.count && !pages.isEmpty)
      #expect(
        report.filtered(from: .violation).findings.map { "\($0.file):\($0.line) \($0.check) \($0.message)" } == [])
    }
  }

  @Test func theSiteThePublisherAndTheTrailAreThere() throws {
    let page = try #require(
      try Self.sample.get().export.pages.first { $0.path == "pages/webinars/coredns-at-the-edge/index.jsonld" })
    let said = try PlainTriples.of(page.document).map(\.description)
    let post = "https://blog.example.org/webinars/coredns-at-the-edge/"
    let schema = "http://schema.org/"
    let publisher = "https://blog.example.org/id/organization/northwind-rail-software"
    for triple in [
      "\(post) \(schema)publisher \(publisher)", "\(publisher) \(schema)logo https://blog.example.org/images/logo.png",
      "\(publisher) \(schema)url https://www.northwind-rail.example.org/",
      "\(post) \(schema)isPartOf https://blog.example.org/#website",
      "\(post)#breadcrumb-1 \(schema)item https://blog.example.org/", "\(post)#breadcrumb-2 \(schema)position 2",
      "\(post) \(schema)video https://www.youtube.com/watch?v=northwind01",
      "https://www.youtube.com/watch?v=northwind01 \(schema)uploadDate 2024-10-18",
    ] { #expect(said.contains(triple), "\(triple)") }
  }

  @Test func versionsNameEachOther() throws {
    let pages = try Self.sample.get().export.pages
    let french = try #require(pages.first { $0.path.contains("meetups-hiver-2024") })
    let english = try #require(pages.first { $0.path.contains("our-winter-meetups") })
    func other(_ page: Page, _ property: String) -> String? {
      page.document["@graph"]?.array?.first?[property]?["@id"]?.string
    }
    #expect(other(french, "translationOfWork") == english.post.string)
    #expect(other(english, "workTranslation") == french.post.string)
    #expect(other(english, "translationOfWork") == nil)
  }

  @Test func whatTheThemeHidesIsLeftOutAndCounted() throws {
    let scratch = try ScratchFolder()
    try scratch.write("baseURL: https://blog.example/\ntitle: A blog\n", to: "hugo.yaml")
    try scratch.write(
      "---\ntitle: Ropes\ndate: 2019-02-25\ntags: [hemp, jute]\ndescription: On ropes.\n---\n\nKubernetes.\n",
      to: "content/x.md")
    let open = try #require(try SampleExport.export(scratch.url).pages.first)
    try scratch.write("site:\n  hidden: [tags]\n", to: "bloggraph.yaml")
    let hidden = try #require(try SampleExport.export(scratch.url).pages.first)
    func article(_ page: Page) -> JSONValue? { page.document["@graph"]?.array?.first }
    #expect(article(open)?["keywords"]?.array?.count == 2)
    #expect(article(hidden)?["keywords"] == nil)
    #expect(article(hidden)?["description"]?.string == "On ropes.")
    #expect(hidden.leftOut.unshown == open.leftOut.unshown + 2)
  }
}
