import KnowledgeGraph
import RDFModel
import Testing

@testable import Explorer

@Suite struct PictureTests {
  private func scope(_ graph: TinyGraph) throws -> PageScope {
    let paths = PagePaths(base: TinyGraph.base, mainLanguage: "en")
    let input = ExplorerInput(content: graph.content, evidence: graph.evidence, base: TinyGraph.base)
    return PageScope(
      catalogue: Catalogue(input, paths: paths), texts: try Texts(language: "en"), paths: paths,
      page: ExplorerPage(.landing, language: "en"))
  }

  private func plan(_ graph: TinyGraph, _ path: String) throws -> PicturePlan? {
    let scope = try scope(graph)
    let iri = TinyGraph.id(path)
    return PicturePlan(iri, groups: Neighbourhood(scope: scope).groups(of: iri), scope: scope)
  }

  private func crowd() -> TinyGraph {
    var graph = TinyGraph.sample()
    for number in 0..<100 {
      graph.thing("organization/o-\(number)", "Organization \(number) with a name that is far too long", in: "sail")
      graph.say("organization/o-\(number)", BG.uses, "project/ropes", in: "sail", words: "uses")
      graph.thing("person/p-\(number)", "Person \(number)", in: "sail")
      graph.say("person/p-\(number)", BG.contributesTo, "project/ropes", in: "sail", words: "works on")
    }
    return graph
  }

  @Test func aPictureIsNeverMoreThanReadable() throws {
    let plan = try #require(try plan(crowd(), "project/ropes"))
    #expect(plan.nodes.count <= PicturePlan.all + 2 * PicturePlan.groups + 1)
    #expect(plan.nodes.allSatisfy { $0.text.count <= PicturePlan.characters })
    #expect(plan.nodes.contains { if case .more(let rest) = $0.content { rest > 80 } else { false } })
    #expect(plan.nodes.contains(where: \.isLeft) && plan.nodes.contains { !$0.isLeft })
  }

  @Test func nothingOfAPostReachesGraphviz() throws {
    var graph = TinyGraph.sample()
    graph.thing("organization/evil", "\"];}node[image=\"/etc/passwd\"]", in: "sail")
    graph.say("person/ada", Schema.term("worksFor"), "organization/evil", in: "sail", words: "x")
    let dot = try #require(try plan(graph, "person/ada")).dot
    #expect(dot.contains("->") && !dot.contains("passwd") && !dot.contains("Ada"))
  }

  @Test func nextToNothingIsNotDrawn() throws {
    #expect(try plan(TinyGraph.sample(), "place/canada") == nil)
  }

  @Test func withoutGraphvizThereAreNoPictures() throws {
    #expect(Graphviz(path: "/nonexistent") == nil)
    let explorer = try TinyGraph.sample().explorer()
    #expect(!explorer.hasPictures)
    #expect(!explorer.html(.thing(TinyGraph.id("person/ada"))).contains("<svg"))
  }

  @Test(.enabled(if: Graphviz() != nil, "no dot: make deps installs graphviz"))
  func graphvizLaysOutTheSameInAnyNumberOfProcesses() throws {
    let graphviz = try #require(Graphviz())
    let graph = crowd()
    let plans = try ["person/ada", "project/ropes", "event/con"].compactMap { try plan(graph, $0) }
    let one = graphviz.layouts(plans, jobs: 1)
    #expect(one.compactMap(\.self).count == 3)
    #expect(one == graphviz.layouts(plans, jobs: 3))
    for layout in one.compactMap(\.self) {
      for (index, box) in layout.boxes.enumerated() {
        #expect(box.x - box.width / 2 >= 0 && box.x + box.width / 2 <= layout.width)
        for other in layout.boxes[(index + 1)...] {
          let isApart =
            abs(box.x - other.x) >= (box.width + other.width) / 2 - 0.5
            || abs(box.y - other.y) >= (box.height + other.height) / 2 - 0.5
          #expect(isApart)
        }
      }
    }
  }

  @Test(.enabled(if: Graphviz() != nil, "no dot: make deps installs graphviz"))
  func nodesAreLinks() throws {
    let page = try crowd().explorer(graphviz: Graphviz()).html(.thing(TinyGraph.id("project/ropes")))
    #expect(
      page.contains("<a href=\"../organization/o-0.html\" class=\"node kind-organization\"><title>Organization 0 with"))
    #expect(page.contains(">used by</text>"))
  }

  @Test func anAnswerThatIsNoneIsNoPicture() throws {
    let plan = try #require(try plan(TinyGraph.sample(), "person/ada"))
    #expect(PictureLayout(plan: plan, plain: ["graph 1 2 3", "node n0 1 1 1 1 \"\""]) == nil)
    #expect(PictureLayout(plan: plan, plain: []) == nil)
  }
}
