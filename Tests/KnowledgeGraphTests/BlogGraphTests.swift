import Entities
import KnowledgeGraph
import Posts
import RDFModel
import Statements
import Testing

@Suite struct BlogGraphTests {
  /// Sail, made by United Code, and a town in a province.
  struct Reference: ReferenceData {
    func entry(_ key: String, type: EntityType) -> ReferenceEntry? {
      switch (key, type) {
      case ("sail", .project):
        ReferenceEntry(
          id: EntityID(.project, "sail"), labels: [.init("Sail"), .init("Voile", language: "fr")],
          homePage: "https://sail.example/", repository: "https://git.example/sail", sameAs: ["https://kb.example/Q1"],
          levels: [.init(.sandbox, since: "2018-01-02"), .init(.graduated)], makers: ["united-code"])
      case ("united-code", .organization):
        ReferenceEntry(
          id: EntityID(.organization, "united-code"), subtypes: [.corporation], labels: [.init("United Code")])
      case ("town", .place):
        ReferenceEntry(
          id: EntityID(.place, "town"), subtypes: [.city], labels: [.init("Town")], container: "province",
          coordinates: .init(latitude: "45.42", longitude: "-75.70"))
      case ("province", .place):
        ReferenceEntry(id: EntityID(.place, "province"), subtypes: [.administrativeArea], labels: [.init("Province")])
      default: nil
      }
    }
  }

  private func graph(_ extractions: [PostExtraction]) -> BlogGraph {
    BlogGraph(extractions, site: SamplePost.site, reference: Reference(), tool: SamplePost.tool)
  }

  private func sailing(_ file: String) -> PostExtraction {
    let post = SamplePost.post("Sail came to Town.", file: file)
    return PostExtraction(
      post: post,
      entities: [
        SamplePost.entity(.place, "town", ["Town"], in: post, key: "town"),
        SamplePost.entity(.project, "sail", ["Sail"], in: post, key: "sail"),
      ], statements: [])
  }

  @Test func theGazetteerDescribesWhatIsMentionedAndWhatThatHangsOn() {
    let quads = graph([sailing("a.md")]).gazetteer
    let (sail, town) = ("https://blog.example/id/project/sail", "https://blog.example/id/place/town")
    #expect(quads.allSatisfy { $0.graph == .iri("https://blog.example/id/gazetteer") })
    #expect(quads.says(sail, Schema.name, .literal(Literal("Sail"))))
    #expect(quads.says(sail, Schema.alternateName, .literal(Literal("Voile", language: "fr"))))
    #expect(quads.says(sail, Schema.codeRepository, .iri("https://git.example/sail")))
    #expect(quads.says("https://blog.example/id/organization/united-code", BG.produces, .iri(sail)))
    #expect(
      quads.says("https://blog.example/id/organization/united-code", Schema.name, .literal(Literal("United Code"))))
    #expect(
      quads.says(
        "https://blog.example/id/milestone/sail-sandbox", Schema.startDate,
        .literal(Literal("2018-01-02", datatype: XSD.date))))
    #expect(quads.objects("https://blog.example/id/milestone/sail-graduated", Schema.startDate).isEmpty)
    #expect(quads.says(town, Schema.containedInPlace, .iri("https://blog.example/id/place/province")))
    #expect(quads.says(town, Schema.longitude, .literal(Literal("-75.7", datatype: XSD.decimal))))
    #expect(quads.says("https://blog.example/id/place/province", RDF.type, .iri("http://schema.org/Place")))
  }

  @Test func nothingIsInTheGazetteerGraphThatNoPostMentions() {
    #expect(graph([SamplePost.adaAtWork()]).gazetteer.isEmpty)
  }

  @Test func onePostMoreChangesOnlyItsOwnGraphTheEntitiesItTouchesAndTheCounts() {
    let (before, after) = (graph([SamplePost.adaAtWork()]), graph([SamplePost.adaAtWork(), sailing("b.md")]))
    #expect(after.posts[0].quads == before.posts[0].quads)
    #expect(after.posts[0].evidence == before.posts[0].evidence)
    #expect(Set(before.gazetteer).isSubset(of: after.gazetteer))
    let lost = Set(before.dataset).subtracting(after.dataset)
    #expect(lost.allSatisfy { $0.object.literal?.datatype == XSD.integer })
  }

  @Test func theOrderOfPostsDoesNotMatter() {
    let (a, b) = (graph([SamplePost.adaAtWork(), sailing("b.md")]), graph([sailing("b.md"), SamplePost.adaAtWork()]))
    #expect(a.gazetteer == b.gazetteer)
    #expect(a.dataset == b.dataset)
    #expect(a.posts.map(\.quads) == b.posts.map(\.quads))
  }

  @Test func noNodeIsBlank() {
    let graph = graph([SamplePost.adaAtWork(), sailing("b.md")])
    for quad in graph.posts.flatMap({ $0.quads + $0.evidence }) + graph.gazetteer + graph.dataset {
      if case .blankNode = quad.subject { Issue.record("\(quad)") }
      if case .blankNode = quad.object { Issue.record("\(quad)") }
      if case .iri(let iri) = quad.object { #expect(iri.isWritable) }
    }
  }

  @Test func theDatasetCountsAndNamesItsSources() {
    var old = SamplePost.adaAtWork()
    old.post.date = PostDate(year: 2018, month: 5, day: 1)
    var new = sailing("b.md")
    new.post.date = PostDate(year: 2019, month: 1, day: 2, time: .init(hour: 1, minute: 2, second: 3, offsetMinutes: 0))
    let graph = graph([old, new])
    let node = "https://blog.example/id/dataset"
    #expect(graph.dataset.says(node, VoID.term("documents"), .literal(Literal("2", datatype: XSD.integer))))
    let triples = Set(graph.posts.flatMap(\.quads).map { Quad($0.subject, $0.predicate, $0.object) })
      .union((graph.gazetteer + graph.site.quads).map { Quad($0.subject, $0.predicate, $0.object) })
    #expect(
      graph.dataset.says(node, VoID.term("triples"), .literal(Literal(String(triples.count), datatype: XSD.integer))))
    #expect(
      graph.dataset.objects(node, DCTerms.term("modified")) == [.literal(Literal("2019-01-02", datatype: XSD.date))])
    #expect(
      graph.dataset.says(
        "https://blog.example/b/", PROV.term("wasDerivedFrom"), .iri("https://blog.example/id/source/b.md")))
    #expect(graph.dataset.says(node + "#bloggraph", Schema.softwareVersion, .literal(Literal("1.2.3"))))
  }

  @Test func aTranslationNamesItsOriginalAndTheOriginalsGraphStaysAsItIs() {
    var (original, translation) = (SamplePost.adaAtWork(file: "a.md"), SamplePost.adaAtWork(file: "a.fr.md"))
    translation.post.language = "fr"
    let alone = graph([original])
    (original.post.translationKey, translation.post.translationKey) = ("a", "a")
    let both = graph([translation, original])
    let (a, fr) = ("https://blog.example/a/", "https://blog.example/a.fr/")
    let translated = both.posts.first { $0.post == IRI(fr) }?.quads ?? []
    #expect(translated.says(fr, Schema.translationOfWork, .iri(a)))
    #expect(translated.says(a, Schema.workTranslation, .iri(fr)))
    #expect(both.posts.first { $0.post == IRI(a) }?.quads == alone.posts[0].quads)
  }
}
