import Foundation
import KnowledgeGraph
import RDFModel
import Testing

@testable import Explorer

@Suite struct SiteTests {
  @Test func aPageDoesNotDependOnTheOrderOfTheGraph() throws {
    let graph = TinyGraph.sample()
    var other = graph
    other.content.reverse()
    other.evidence.reverse()
    let (one, two) = try (graph.explorer(), other.explorer())
    #expect(one.pages == two.pages)
    for page in one.pages { #expect(one.file(page) == two.file(page)) }
    #expect(one.assets == two.assets)
  }

  @Test func theFirstPageSaysWhatIsInHere() throws {
    let page = try TinyGraph.sample().explorer().html(.landing)
    #expect(page.contains("2 posts, January 2024 to March 2024"))
    #expect(page.contains("<strong>1</strong> <span>Person</span>"))
    #expect(page.contains("<strong>2</strong> <span>Places</span>"))
    #expect(page.contains("<time datetime=\"2023-11-05\">5 November 2023</time>"))
    #expect(page.contains("Voiles"))
  }

  @Test func theMatrixTellsWhoUsesWhat() throws {
    let page = try TinyGraph.sample().explorer().html(.matrix)
    #expect(page.contains("<th scope=\"row\"><a href=\"../organization/rigging.html\">"))
    #expect(page.contains("<span title=\"uses\"><span aria-hidden=\"true\">●</span><span class=\"hidden\">uses</span></span>"))
  }

  @Test func citiesStandBelowTheirCountry() throws {
    let page = try TinyGraph.sample().explorer().html(.places(1))
    let (country, city) = (try #require(page.range(of: ">Canada<")), try #require(page.range(of: ">Ottawa<")))
    #expect(country.lowerBound < city.lowerBound)
    #expect(page.contains("../event/con.html"))
  }

  @Test func aPlaceThatLiesInItselfHarmsNobody() throws {
    var graph = TinyGraph.sample()
    graph.add(TinyGraph.id("place/canada"), Schema.containedInPlace, .iri(TinyGraph.id("place/ottawa")), in: TinyGraph.id("gazetteer"))
    #expect(try graph.explorer().html(.places(1)).contains(">Canada<"))
  }

  @Test func findingsStandWithTheirPostAndLine() throws {
    var graph = TinyGraph.sample()
    graph.findings = [
      .init(
        severity: .warning, node: TinyGraph.id("talk/ropes"), title: "Talk \"Ropes\"", message: "No speaker <here>.",
        places: [("sail.md", 12), ("voile.md", nil)]),
      .init(severity: .violation, node: "https://elsewhere.example/", title: "x", message: "Wrong.", places: []),
    ]
    let explorer = try graph.explorer()
    let report = explorer.html(.report(1))
    #expect(report.contains("1 violation · 1 warning"))
    #expect(report.contains("<span class=\"note\">line 12</span>"))
    #expect(report.contains("No speaker &lt;here&gt;."))
    #expect(report.contains("From no post"))
    #expect(explorer.html(.thing(TinyGraph.post("sail"))).contains("No speaker &lt;here&gt;."))
    #expect(explorer.html(.thing(TinyGraph.post("voile"))).contains("No speaker &lt;here&gt;."))
    #expect(try TinyGraph.sample().explorer().html(.report(1)).contains("The graph conforms to the shapes"))
  }

  @Test func aPostTellsWhatItSaysAndNothingElse() throws {
    let explorer = try TinyGraph.sample().explorer()
    let french = explorer.html(.thing(TinyGraph.post("voile")))
    #expect(french.contains("Ada chez Rigging") && !french.contains("Ada of Rigging"))
    let english = explorer.html(.thing(TinyGraph.post("sail")))
    #expect(english.contains("Ropes graduated") && english.contains("November 5th"))
  }

  /// Hundreds of posts that say a hundred things of one project, at length.
  private func big() -> TinyGraph {
    var graph = TinyGraph()
    let words = String(repeating: "many words about Ropes ", count: 12)
    for post in 0..<400 {
      let name = "post-\(post)"
      graph.post(name, title: "Post \(post)")
      graph.thing("project/ropes", "Ropes", in: name)
      graph.thing("organization/o-\(post)", "Organization \(post)", in: name)
      for company in 0..<3 {
        graph.say("organization/o-\((post + company) % 400)", BG.uses, "project/ropes", in: name, words: words)
      }
    }
    return graph
  }

  @Test func noPageIsTooBigAndWhatIsLeftOutIsCounted() throws {
    let explorer = try big().explorer()
    let page = explorer.html(.thing(TinyGraph.id("project/ropes")))
    #expect(page.utf8.count <= PageLimits.pageSize)
    #expect(page.contains("more facts of this kind are in the graph"))
    #expect(page.contains("posts more"))
    for page in explorer.pages { #expect(explorer.file(page).bytes.count <= 200_000, "\(page)") }
  }

  @Test func longListsAreSeveralPages() throws {
    let explorer = try big().explorer()
    #expect(explorer.pages.contains(ExplorerPage(.list(.organization, 2), language: "en")))
    #expect(!explorer.pages.contains(ExplorerPage(.list(.organization, 3), language: "en")))
    let (first, second) = (explorer.html(.list(.organization, 1)), explorer.html(.list(.organization, 2)))
    #expect(first.contains("rel=\"next\" href=\"../all/organization-2.html\""))
    #expect(second.contains("rel=\"prev\" href=\"../all/organization.html\""))
    let rows = (first + second).matches(of: #/href="\.\.\/organization\/o-\d+\.html"/#).count
    #expect(rows == 400)
  }

  @Test func anEmptyGraphHasPagesToo() throws {
    let explorer = try TinyGraph().explorer(title: nil)
    #expect(explorer.html(.landing).contains("b.example"))
    #expect(explorer.html(.timeline(1)).contains("Nothing here has a date."))
  }
}
