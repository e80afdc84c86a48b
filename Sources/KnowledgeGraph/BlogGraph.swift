import Entities
public import Posts
public import RDFModel
public import Statements

/// A whole blog as RDF, by the data contract: every quad that an export holds.
public struct BlogGraph: Sendable {
  public let iris: GraphIRIs
  /// By source file, ascending.
  public let posts: [PostGraph]
  public let gazetteer: [Quad]
  /// What the site's configuration says.
  public let site: SiteGraph
  public let dataset: [Quad]
  private let ofGraphs: Dataset

  public struct Options: Sendable {
    /// Entities and statements below it are left out (0 to 1).
    public var minimumConfidence: Double
    /// Pairs of permalinks: versions of one post in two languages that no key ties together.
    public var translations: [(String, String)]
    public var curated: CuratedReferences
    public init(
      minimumConfidence: Double = 0, translations: [(String, String)] = [],
      curated: CuratedReferences = CuratedReferences()
    ) {
      self.minimumConfidence = minimumConfidence
      self.translations = translations
      self.curated = curated
    }
  }

  /// How posts become graphs: all of them, in their order, perhaps many at once.
  public typealias Mapping = ([PostExtraction], @Sendable (PostExtraction) -> PostGraph) -> [PostGraph]

  /// - Parameters:
  ///   - kept: by source file, graphs that an earlier run made of the same posts. The extraction of such a post needs no
  ///     text.
  ///   - mapping: makes the posts' graphs.
  public init(
    _ extractions: [PostExtraction], site: Site, reference: any ReferenceData, tool: ToolDescription,
    options: Options = Options(), kept: [String: PostGraph] = [:], mapping: Mapping = { $0.map($1) }
  ) {
    let iris = GraphIRIs(base: site.baseURL)
    let extractions = extractions.sorted { $0.post.sourceFile.utf8.lexicographicallyPrecedes($1.post.sourceFile.utf8) }
    let sources = extractions.map(\.post)
    let translations = Translations(sources, defaultLanguage: site.defaultLanguage, pairs: options.translations)
    let siteGraph = SiteGraph(iris: iris, site: site, posts: extractions)
    let posts = mapping(extractions) { extraction in
      kept[extraction.post.sourceFile]
        ?? PostGraph(
          extraction, iris: iris, site: siteGraph,
          translationOf: translations.originals(of: extraction.post).compactMap {
            IRIText.webAddress($0).map { IRI($0) }
          },
          minimumConfidence: options.minimumConfidence)
    }
    let mentioned = extractions.flatMap(\.entities).filter { $0.confidence >= options.minimumConfidence }
    let gazetteer =
      GazetteerGraph(iris: iris, reference: reference).quads(about: mentioned)
      + options.curated.quads(iris: iris, mentioned: Set(mentioned.map(\.id)))
    let content = Self.content(posts, gazetteer, siteGraph)
    self.iris = iris
    ofGraphs = content
    self.posts = posts
    self.gazetteer = gazetteer
    self.site = siteGraph
    self.dataset = DatasetGraph(
      iris: iris, site: site, tool: tool, posts: sources, content: content
    ).quads()
  }

  /// The post graphs, the gazetteer and the site: what `graph.nq`, `graph.ttl` and `graph.jsonld` hold.
  public func content() -> Dataset { ofGraphs }

  /// All evidence graphs.
  public func evidence() -> Dataset {
    var dataset = Dataset()
    for post in posts { post.insertEvidence(into: &dataset) }
    return dataset
  }

  /// The export's description of itself.
  public func description() -> Dataset { Self.dataset(dataset) }

  /// All quads of all graphs.
  public func everything() -> Dataset {
    var everything = withoutEvidence()
    for post in posts { post.insertEvidence(into: &everything) }
    return everything
  }

  /// All quads but the evidence.
  public func withoutEvidence() -> Dataset {
    var all = content()
    for quad in dataset { all.insert(quad) }
    return all
  }

  private static func content(_ posts: [PostGraph], _ gazetteer: [Quad], _ site: SiteGraph) -> Dataset {
    var content = Dataset()
    for post in posts { post.insertContent(into: &content) }
    for quad in gazetteer + site.quads { content.insert(quad) }
    return content
  }

  private static func dataset(_ quads: [Quad]) -> Dataset {
    var dataset = Dataset()
    for quad in quads { dataset.insert(quad) }
    return dataset
  }
}
