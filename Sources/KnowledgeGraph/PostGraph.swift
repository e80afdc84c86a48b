public import Entities
public import Posts
public import RDFModel
public import Statements

/// A post's own graph and its evidence graph.
public struct PostGraph: Sendable {
  public var post: IRI
  public var sourceFile: String
  /// Graph name: the post.
  public var quads: [Quad] { content.quads }
  /// Graph name: `{post}#evidence`.
  public var evidence: [Quad] { grounds.quads }
  let content: GraphContent
  private(set) var grounds: GraphContent
  /// What of the extraction is in the graph, ascending.
  public var entities: [EntityID]
  /// How many triples rest on relations that the post states, mentions not counted.
  public var factCount: Int

  /// - Parameters:
  ///   - translations: the versions of this post in other languages, when this post is the translation (see
  ///     `Translations`).
  ///   - minimumConfidence: entities and statements below it are left out, and with an entity all that is said of it.
  public init(
    _ extraction: PostExtraction, iris: GraphIRIs, translationOf originals: [IRI] = [], minimumConfidence: Double = 0
  ) {
    let post = extraction.post
    let iri = Self.iri(of: post, iris)
    self.post = iri
    sourceFile = post.sourceFile
    let entities = extraction.entities.filter { $0.confidence >= minimumConfidence && !$0.names.isEmpty }
    let names = Dictionary(entities.map { ($0.id, $0.names[0]) }, uniquingKeysWith: { first, _ in first })

    var graph = GraphBuilder(iri)
    PostMetadata(post: post, iri: iri).add(to: &graph)
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
    factCount = Fact.merged(facts).count
    facts += Self.mentions(entities, main: extraction.mainEntities, of: iri, iris)
    facts += Pictures(post: post, iris: iris, known: names).describe(
      extraction.depictions, on: iri, in: &graph)
    facts = Fact.merged(facts)
    for fact in facts { graph.add(fact.subject, fact.predicate, fact.object) }

    content = .made(graph.quads)
    grounds = .made(EvidenceGraph(post: post, iri: iri).quads(facts))
  }

  /// A graph that an earlier run made of the same post.
  public init(kept: Kept, sourceFile: String, content: GraphLines, evidence: GraphLines) {
    post = IRI(kept.post)
    self.sourceFile = sourceFile
    entities = kept.entities
    factCount = kept.factCount
    self.content = .kept(content)
    grounds = .kept(evidence)
  }

  /// What is to be kept of it beside its lines.
  public struct Kept: Sendable, Codable {
    public var post: String
    public var entities: [EntityID]
    public var factCount: Int
  }

  public var kept: Kept { Kept(post: post.string, entities: entities, factCount: factCount) }
  public var contentLines: GraphLines { content.lines }
  public var evidenceLines: GraphLines { grounds.lines }

  /// The same with its evidence in another order.
  public func with(evidence lines: GraphLines) -> PostGraph {
    var copy = self
    copy.grounds = .kept(lines)
    return copy
  }

  public func insertContent(into dataset: inout Dataset) { content.insert(into: &dataset) }
  public func insertEvidence(into dataset: inout Dataset) { grounds.insert(into: &dataset) }

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
