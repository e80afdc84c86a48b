public import Entities
public import Posts
public import RDFModel
public import Statements

/// A post's own graph and its evidence graph.
public struct PostGraph: Sendable {
  public var post: IRI
  public var sourceFile: String
  /// Graph name: the post.
  public var quads: [Quad]
  /// Graph name: `{post}#evidence`.
  public var evidence: [Quad]
  /// What of the extraction is in the graph, ascending.
  public var entities: [EntityID]
  /// How many triples rest on relations that the post states, mentions not counted.
  public var factCount: Int
  /// The things whose names the text does not show word for word (an event that the post only describes): true of them
  /// though it may be, a page cannot mark up what its reader does not see.
  public var unshown: Set<IRI>
  /// Texts that a fact has put into other words than the post's.
  public var unshownTexts: Set<Term>
  /// What the front matter says, by its keys: whether a theme shows them is the site's to say (`Site.hiddenKeys`).
  public var fields: [Field]
  /// BCP 47, lower case.
  public var language: String

  public struct Field: Sendable {
    public var key: String
    public var predicate: IRI
    public var object: Term
  }

  /// - Parameters:
  ///   - site: what the post's page hangs on; without it, nothing is said of the page.
  ///   - translations: the versions of this post in other languages, when this post is the translation (see
  ///     `Translations`).
  ///   - minimumConfidence: entities and statements below it are left out, and with an entity all that is said of it.
  public init(
    _ extraction: PostExtraction, iris: GraphIRIs, site: SiteGraph? = nil, translationOf originals: [IRI] = [],
    minimumConfidence: Double = 0
  ) {
    let post = extraction.post
    let iri = Self.iri(of: post, iris)
    self.post = iri
    sourceFile = post.sourceFile
    let entities = extraction.entities.filter { $0.confidence >= minimumConfidence && !$0.names.isEmpty }
    let names = Dictionary(entities.map { ($0.id, $0.names[0]) }, uniquingKeysWith: { first, _ in first })

    var graph = GraphBuilder(iri)
    PostMetadata(post: post, iri: iri).add(to: &graph)
    if let site { PageFacts(post: post, iri: iri, site: site).add(to: &graph) }
    for original in originals {
      graph.add(iri, Schema.translationOfWork, original)
      graph.add(original, Schema.workTranslation, iri)
    }
    for entity in entities { Self.describe(entity, language: post.language, iris, in: &graph) }

    var statements = StatementFacts(iris: iris, language: post.language, names: names)
    for statement in extraction.statements where statement.confidence >= minimumConfidence {
      statements.add(statement, post: iri)
    }
    for (subject, predicate, object) in statements.structure { graph.add(subject, predicate, object) }

    self.entities = entities.map(\.id).sorted()
    var facts = Fact.mostPreciseDates(statements.facts)
    // A milestone's or a release's tie to its project is half of one fact.
    factCount = Fact.merged(facts).count { $0.predicate != Schema.about || !statements.nodes.contains($0.subject) }
    facts += TalkSettings.facts(entities.filter { $0.id.type == .talk }.map { iris.entity($0.id) }, facts)
    facts += Self.mentions(entities, main: extraction.mainEntities, of: iri, iris)
    facts += Pictures(post: post, iris: iris, known: names).describe(
      extraction.depictions, on: iri, in: &graph)
    facts += Videos(post: post).describe(on: iri, in: &graph)
    let fields = FrontMatterFacts(post: post, iri: iri).facts()
    self.fields = fields.map {
      Field(key: String($0.rule.drop { $0 != "/" }.dropFirst()), predicate: $0.predicate, object: $0.object)
    }
    facts += fields
    facts = Fact.merged(facts)
    for fact in facts { graph.add(fact.subject, fact.predicate, fact.object) }

    let shown = ShownText(post.text)
    unshown = Set(entities.filter { !shown.shows($0) }.map { iris.entity($0.id) })
    unshownTexts = Set(
      facts.filter { fact in
        fact.predicate == Schema.term("jobTitle") && !(fact.object.literal.map { shown.shows($0.lexicalForm) } ?? true)
      }.map(\.object))
    language = post.language
    quads = graph.quads
    evidence = EvidenceGraph(post: post, iri: iri).quads(facts)
  }

  /// The permalink, made an IRI where the site's configuration or a file name did not leave one.
  public static func iri(of post: Post, _ iris: GraphIRIs) -> IRI {
    IRI(IRIText.webAddress(post.permalink) ?? iris.base + IRIText.escapingPath(post.sourceFile))
  }

  private static func describe(_ entity: Entity, language: String, _ iris: GraphIRIs, in graph: inout GraphBuilder) {
    let node = iris.entity(entity.id)
    graph.add(node, types: Classes.of(entity.id.type, entity.subtypes))
    for (index, name) in entity.names.enumerated() {
      graph.add(node, index == 0 ? Schema.name : Schema.alternateName, .text(name, language: language))
    }
    // A city's name is its address as a reader knows it; a venue's is not.
    if entity.id.type == .place, !entity.subtypes.isEmpty {
      graph.add(node, Schema.address, .text(entity.names[0], language: language))
    }
    for url in entity.urls.compactMap(IRIText.webAddress) { graph.add(node, Schema.url, IRI(url)) }
  }

  private static func mentions(_ entities: [Entity], main: [EntityID], of post: IRI, _ iris: GraphIRIs) -> [Fact] {
    entities.flatMap { entity in
      var facts = [
        Fact(
          subject: post, predicate: Schema.mentions, object: .iri(iris.entity(entity.id)), evidence: entity.mentions,
          rule: entity.rule, confidence: entity.confidence)
      ]
      if main.contains(entity.id) {
        facts.append(
          Fact(
            subject: post, predicate: Schema.about, object: .iri(iris.entity(entity.id)), evidence: entity.mentions,
            rule: "post/about", confidence: entity.confidence))
      }
      return facts
    }
  }
}
