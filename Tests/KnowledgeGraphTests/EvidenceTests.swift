import Entities
import KnowledgeGraph
import Posts
import RDFModel
import Statements
import Testing

@Suite struct EvidenceTests {
  private func assertion(_ quads: [Quad], _ predicate: IRI) throws -> String {
    let node = try #require(quads.first { $0.predicate == RDF.predicate && $0.object == .iri(predicate) }?.subject)
    return try #require(node.iri?.string)
  }

  @Test func aFactShowsItsWordsAndWhereTheyStand() throws {
    let quads = PostGraph(SamplePost.adaAtWork(), iris: SamplePost.iris).evidence
    let fact = try assertion(quads, Schema.term("worksFor"))
    #expect(quads.says(fact, RDF.type, .iri(BG.assertion)))
    #expect(quads.says(fact, BG.rule, .literal(Literal("test/works-for"))))
    #expect(quads.says(fact, BG.confidence, .literal(Literal("0.875", datatype: XSD.decimal))))
    #expect(quads.says(fact, OA.hasSource, .iri("https://blog.example/a/")))
    let selector = try #require(quads.objects(fact, OA.hasSelector).first?.iri?.string)
    #expect(quads.objects(selector, OA.exact) == [.literal(Literal("Ada Example of Ünïted Côde"))])
    #expect(quads.objects(selector, OA.prefix) == [.literal(Literal("Once upon a time, "))])
    #expect(quads.objects(selector, OA.suffix) == [.literal(Literal(" spoke."))])
    // Code points, not bytes: three letters of the name take two bytes each.
    #expect(quads.objects(selector, OA.start) == [.literal(Literal("18", datatype: XSD.integer))])
    #expect(quads.objects(selector, OA.end) == [.literal(Literal("44", datatype: XSD.integer))])
    #expect(quads.objects(selector, BG.line) == [.literal(Literal("1", datatype: XSD.integer))])
  }

  @Test func everyTripleFromTextHasAnAssertion() {
    let graph = PostGraph(SamplePost.adaAtWork(), iris: SamplePost.iris)
    let stated = Set(graph.evidence.filter { $0.predicate == RDF.predicate }.map(\.object))
    for predicate in [Schema.mentions, Schema.about, Schema.term("worksFor")] {
      #expect(graph.quads.contains { $0.predicate == predicate })
      #expect(stated.contains(.iri(predicate)))
    }
  }

  @Test func contextIsCutAtThirtyTwoCodePoints() throws {
    let long = String(repeating: "é", count: 40)
    let post = SamplePost.post(long + "Ada" + long)
    let extraction = PostExtraction(
      post: post, entities: [SamplePost.entity(.person, "ada", ["Ada"], in: post)], statements: [])
    let quads = PostGraph(extraction, iris: SamplePost.iris).evidence
    let context = Term.literal(Literal(String(repeating: "é", count: 32)))
    #expect(quads.contains { $0.predicate == OA.prefix && $0.object == context })
    #expect(quads.contains { $0.predicate == OA.suffix && $0.object == context })
  }

  @Test func textPutInBeforeAQuotationLeavesItsNameAlone() throws {
    func selector(_ text: String) throws -> Term {
      let post = SamplePost.post(text)
      let extraction = PostExtraction(
        post: post, entities: [SamplePost.entity(.person, "ada", ["Ada"], in: post)], statements: [])
      let quads = PostGraph(extraction, iris: SamplePost.iris).evidence
      return try #require(quads.first { $0.predicate == OA.exact }?.subject)
    }
    let filler = String(repeating: "x", count: 40)
    #expect(try selector(filler + "Ada spoke") == selector("Something else. " + filler + "Ada spoke"))
    #expect(try selector(filler + "Ada spoke") != selector(filler + "Ada wrote"))
  }

  @Test func equalQuotationsAreToldApart() {
    let filler = String(repeating: "y", count: 40)
    let post = SamplePost.post(filler + "Ada" + filler + "Ada" + filler)
    var ada = SamplePost.entity(.person, "ada", ["Ada"], in: post)
    ada.mentions = [SamplePost.range("Ada", in: post), SamplePost.range("Ada", in: post, occurrence: 1)]
    let quads = PostGraph(PostExtraction(post: post, entities: [ada], statements: []), iris: SamplePost.iris).evidence
    #expect(Set(quads.filter { $0.predicate == OA.start }.map(\.subject)).count == 2)
    #expect(quads.filter { $0.predicate == OA.start }.count == 2)
  }

  @Test func theSameFactFromTwoRulesIsOneAssertion() throws {
    var extraction = SamplePost.adaAtWork()
    var again = extraction.statements[0]
    again.rule = "test/other"
    again.confidence = 0.95
    again.evidence = [SamplePost.range("Ada Example", in: extraction.post)]
    extraction.statements.append(again)
    let graph = PostGraph(extraction, iris: SamplePost.iris)
    let fact = try assertion(graph.evidence, Schema.term("worksFor"))
    #expect(graph.evidence.objects(fact, BG.rule) == [.literal(Literal("test/other"))])
    #expect(graph.evidence.objects(fact, OA.hasSelector).count == 2)
    #expect(graph.factCount == 1)
  }
}
