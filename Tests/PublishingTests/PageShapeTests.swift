import Foundation
import OntologyData
import Publishing
import RDFModel
import RDFSyntax
import SHACL
import TestSupport
import Testing

/// Every shape of `ontology/page-shapes.ttl` and every check of the program refuses a page, and says on which line.
@Suite struct PageShapeTests {
  /// Each begins with `<!-- CHECK LINE -->`.
  static let fixtures: [String] =
    (try? FileManager.default.contentsOfDirectory(atPath: Folders.fixture("PublishingTests", "pages").path))?
    .filter { $0.hasSuffix(".html") && $0 != "valid.html" }.sorted() ?? []

  static func report(_ name: String) throws -> (report: PageReport, text: String) {
    let data = try Data(contentsOf: Folders.fixture("PublishingTests", "pages/" + name))
    return (
      try PageValidator().validate([(file: name, bytes: [UInt8](data))]), String(decoding: data, as: UTF8.self)
    )
  }

  @Test(arguments: fixtures) func thePageFailsItsCheckOnItsLine(_ name: String) throws {
    let (report, text) = try Self.report(name)
    let head = text.prefix { $0 != "\n" }.split(separator: " ")
    let (check, line) = (String(head[1]), Int(head[2]))
    #expect(name == check + ".html" || name == "plain-text.html")
    let found = report.findings.map { "\($0.check) \($0.line)" }
    let wanted = name == "plain-text.html" ? "plain-text" : check
    #expect(report.findings.contains { $0.check == wanted && $0.line == line }, "found \(found)")
  }

  @Test func aPageThatKeepsTheRulesIsTaken() throws {
    let (report, _) = try Self.report("valid.html")
    #expect(report.findings.map(\.message) == [])
    #expect(report.withData == 1)
  }

  @Test func everyCheckHasAPageThatFailsIt() throws {
    var dataset = Dataset()
    try RDFReader(format: .turtle).read(try OntologyFolder.builtIn.bytes("page-shapes.ttl"), into: &dataset)
    // A node shape that only leads to property shapes has nothing of its own to fail.
    let structural: Set<String> = ["targetClass", "targetObjectsOf", "targetSubjectsOf", "property", "path", "message"]
    var shapes: Set<String> = []
    for quad in dataset.quads.map(dataset.decode) {
      guard case .iri(let shape) = quad.subject, let name = shape.string.split(separator: "#").dropFirst().first,
        quad.predicate.string.hasPrefix(SH.namespace),
        !structural.contains(String(quad.predicate.string.dropFirst(SH.namespace.count)))
      else { continue }
      shapes.insert(String(name))
    }
    #expect(shapes.count > 30)
    let checks = shapes.union(PageCheck.allCases.map(\.rawValue))
    #expect(checks.subtracting(Self.fixtures.map { String($0.dropLast(5)) }).sorted() == [])
  }

  /// What is not ours to write can still be read: nested things without names, several scripts, other vocabularies.
  @Test func pagesOfOthersAreUnderstood() throws {
    let html = """
      <html><head>
      <script type="application/ld+json">
      {"@context": "https://schema.org", "@type": "Article", "headline": "x", "image": ["https://a.example/1.png"],
       "datePublished": "2024-01-01", "dateModified": "2024-01-02",
       "author": [{"@type": "Person", "name": "Ada", "url": "https://a.example/"}],
       "http://purl.org/dc/terms/rights": "mine"}
      </script>
      <script type='application/ld+json'>{"@context": "http://schema.org/", "@type": "Recipe", "name": "Soup",
        "cookTime": "PT1H"}</script>
      <script>var x = "<script type='application/ld+json'>no</script>
      </head></html>
      """
    let report = try PageValidator().validate([(file: "a.html", bytes: Array(html.utf8))])
    // The recipe hangs on nothing; all else is as it should be.
    #expect(report.findings.map(\.check) == ["connected"])
    #expect(report.findings.first?.line == 8)
  }

  @Test func theReportHasTheFormsOfOthers() throws {
    let (report, _) = try Self.report("EventName.html")
    let json = try #require(report.bytes(as: .json))
    #expect(String(decoding: json, as: UTF8.self).contains("\"check\": \"EventName\""))
    let github = String(decoding: try #require(report.bytes(as: .github)), as: UTF8.self)
    #expect(github.hasPrefix("::error file=EventName.html,line="))
    #expect(report.bytes(as: .turtle) == nil)
    #expect(report.filtered(from: .violation).violationCount == report.violationCount)
  }
}
