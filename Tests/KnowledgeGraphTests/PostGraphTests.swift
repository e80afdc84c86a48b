import Entities
import KnowledgeGraph
import Posts
import RDFModel
import Statements
import Testing

@Suite struct PostGraphTests {
  let ada = "https://blog.example/id/person/ada-example"
  let company = "https://blog.example/id/organization/united-code"
  let post = "https://blog.example/a/"

  @Test func everyQuadStandsInThePostsGraph() {
    let graph = PostGraph(SamplePost.adaAtWork(), iris: SamplePost.iris)
    #expect(graph.post == IRI(post))
    #expect(!graph.quads.isEmpty)
    #expect(graph.quads.allSatisfy { $0.graph == .iri(post) })
    #expect(graph.evidence.allSatisfy { $0.graph == .iri(post + "#evidence") })
  }

  @Test func entitiesHaveTypesWithTheirBasesAndTaggedNames() {
    let quads = PostGraph(SamplePost.adaAtWork(), iris: SamplePost.iris).quads
    #expect(quads.says(company, RDF.type, .iri("http://schema.org/Corporation")))
    #expect(quads.says(company, RDF.type, .iri("http://schema.org/Organization")))
    #expect(quads.says(company, Schema.name, .literal(Literal("Ünïted Côde", language: "en"))))
    #expect(quads.says(post, Schema.mentions, .iri(ada)))
    #expect(quads.objects(post, Schema.about) == [.iri(ada)])
    #expect(quads.says(ada, Schema.term("worksFor"), .iri(company)))
  }

  @Test func metadataComesFromTheFrontMatter() {
    var extraction = SamplePost.adaAtWork()
    extraction.post.date = PostDate(
      year: 2019, month: 2, day: 25, time: .init(hour: 9, minute: 5, second: 0, offsetMinutes: -300))
    extraction.post.lastModified = PostDate(
      year: 2019, month: 3, day: 1, time: .init(hour: 9, minute: 5, second: 0, offsetMinutes: nil))
    extraction.post.description = "What it says"
    extraction.post.tags = ["Cloud"]
    extraction.post.images = ["https://blog.example/i mage.png", "data:image/png;base64,AAAA"]
    let quads = PostGraph(extraction, iris: SamplePost.iris).quads
    #expect(quads.says(post, BG.sourceFile, .literal(Literal("a.md"))))
    #expect(quads.says(post, Schema.headline, .literal(Literal("A title", language: "en"))))
    #expect(quads.says(post, Schema.inLanguage, .literal(Literal("en"))))
    // What the front matter says is metadata and a fact with evidence: one triple, said twice.
    #expect(
      Set(quads.objects(post, Schema.datePublished)) == [
        .literal(Literal("2019-02-25T09:05:00-05:00", datatype: XSD.dateTime))
      ])
    // A time of day without an offset is no instant.
    #expect(Set(quads.objects(post, Schema.dateModified)) == [.literal(Literal("2019-03-01", datatype: XSD.date))])
    #expect(quads.says(post, Schema.keywords, .literal(Literal("Cloud", language: "en"))))
    #expect(Set(quads.objects(post, Schema.image)) == [.iri("https://blog.example/i%20mage.png")])
  }

  @Test func whatIsNotSureEnoughIsLeftOutWithAllThatIsSaidOfIt() {
    var extraction = SamplePost.adaAtWork()
    extraction.entities[0].confidence = 0.3
    let graph = PostGraph(extraction, iris: SamplePost.iris, minimumConfidence: 0.5)
    #expect(!graph.quads.contains { $0.object == .iri(company) || $0.subject == .iri(company) })
    #expect(graph.quads.says(post, Schema.mentions, .iri(ada)))
    #expect(graph.factCount == 0)
  }

  @Test(arguments: [
    (StatementObject.document(url: "https://x.example/deck", kind: .slides), Schema.workFeatured),
    (.document(url: "https://x.example/deck", kind: .recording), Schema.recordedIn),
    (.document(url: "https://x.example/deck", kind: .page), Schema.url),
  ])
  func aTalksDocumentsAreNodes(_ object: StatementObject, _ property: IRI) {
    let quads = talkGraph(object)
    #expect(quads.says("https://blog.example/id/talk/t", property, .iri("https://x.example/deck")))
    let isDescribed = quads.contains { $0.subject == .iri("https://x.example/deck") && $0.predicate == RDF.type }
    #expect(isDescribed == (property != Schema.url))
  }

  @Test func anAddressThatNobodyCouldReachIsNoDocument() {
    let quads = talkGraph(.document(url: "javascript:alert(1)", kind: .slides))
    #expect(!quads.contains { $0.predicate == Schema.workFeatured })
  }

  private func talkGraph(_ object: StatementObject) -> [Quad] {
    let post = SamplePost.post("Ada gave a talk.")
    let talk = EntityID(.talk, "t")
    return PostGraph(
      PostExtraction(
        post: post, entities: [SamplePost.entity(.talk, "t", ["talk"], in: post)],
        statements: [
          Statement(
            .entity(talk), .url, object, evidence: [SamplePost.range("talk", in: post)], rule: "r", confidence: 1)
        ]), iris: SamplePost.iris
    ).quads
  }

  @Test func levelsAndReleasesAreEvents() {
    let post = SamplePost.post("Sail graduated in March 2019. Sail v1.14 is out.")
    let sail = EntityID(.project, "sail")
    let evidence = [SamplePost.range("Sail graduated", in: post)]
    let quads = PostGraph(
      PostExtraction(
        post: post, entities: [SamplePost.entity(.project, "sail", ["Sail"], in: post)],
        statements: [
          Statement(
            .entity(sail), .maturity, .maturity(.graduated, since: "2019-03"), evidence: evidence, rule: "r",
            confidence: 1),
          Statement(
            .entity(sail), .release, .version("v1.14", date: nil), evidence: evidence, rule: "r", confidence: 1),
        ]), iris: SamplePost.iris
    ).quads
    let milestone = "https://blog.example/id/milestone/sail-graduated"
    #expect(quads.says(milestone, Schema.about, .iri("https://blog.example/id/project/sail")))
    #expect(quads.says(milestone, BG.maturity, .iri("https://w3id.org/bloggraph#graduated")))
    #expect(quads.says(milestone, Schema.startDate, .literal(Literal("2019-03", datatype: XSD.gYearMonth))))
    #expect(quads.says(milestone, RDF.type, .iri("http://schema.org/Event")))
    let release = "https://blog.example/id/release/sail-v1.14"
    #expect(quads.says(release, Schema.softwareVersion, .literal(Literal("v1.14"))))
  }

  @Test func aDateThatOnlySaysLessIsLeftOut() {
    let post = SamplePost.post("The meetup was in March, on March 14th.")
    let meetup = EntityID(.event, "meetup")
    let evidence = [SamplePost.range("March", in: post)]
    let quads = PostGraph(
      PostExtraction(
        post: post, entities: [SamplePost.entity(.event, "meetup", ["meetup"], in: post)],
        statements: ["2023-03", "2023-03-14"].map { date in
          Statement(.entity(meetup), .startDate, .date(date), evidence: evidence, rule: "r", confidence: 1)
        }), iris: SamplePost.iris
    ).quads
    #expect(
      quads.objects("https://blog.example/id/event/meetup", Schema.startDate)
        == [.literal(Literal("2023-03-14", datatype: XSD.date))])
  }

  @Test func picturesSayWhomTheyShow() {
    let text = "Ada Example on stage"
    var post = SamplePost.post(text)
    post.text.blocks = [.init(kind: .caption(picture: 0), range: 0..<text.utf8.count)]
    post.pictures = [
      .init(address: "a.jpg", absolute: "https://blog.example/a.jpg", captionBlock: 0, line: 1),
      .init(address: "b.gif", absolute: "https://blog.example/b.gif", line: 2),
    ]
    let extraction = PostExtraction(
      post: post, entities: [SamplePost.entity(.person, "ada-example", ["Ada Example"], in: post)], statements: [],
      depictions: [.init(picture: 0, entities: [EntityID(.person, "ada-example")])])
    let graph = PostGraph(extraction, iris: SamplePost.iris)
    #expect(graph.quads.says("https://blog.example/a.jpg", Schema.about, .iri(ada)))
    #expect(graph.quads.says("https://blog.example/a.jpg", Schema.caption, .literal(Literal(text, language: "en"))))
    // A picture without words says nothing.
    #expect(!graph.quads.contains { $0.subject == .iri("https://blog.example/b.gif") })
    #expect(graph.evidence.contains { $0.predicate == OA.exact && $0.object == .literal(Literal(text)) })
  }
}
