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

  public init(
    _ extractions: [PostExtraction], site: Site, reference: any ReferenceData, tool: ToolDescription,
    options: Options = Options()
  ) {
    let iris = GraphIRIs(base: site.baseURL)
    let extractions = extractions.sorted { $0.post.sourceFile.utf8.lexicographicallyPrecedes($1.post.sourceFile.utf8) }
    let sources = extractions.map(\.post)
    let translations = Translations(sources, defaultLanguage: site.defaultLanguage, pairs: options.translations)
    let siteGraph = SiteGraph(iris: iris, site: site, posts: extractions)
    let posts = extractions.map { extraction in
      PostGraph(
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
    self.iris = iris
    self.posts = posts
    self.gazetteer = gazetteer
    self.site = siteGraph
    self.dataset = DatasetGraph(
      iris: iris, site: site, tool: tool, posts: sources, content: Self.content(posts, gazetteer, siteGraph)
    ).quads()
  }

  /// The post graphs, the gazetteer and the site: what `graph.nq`, `graph.ttl` and `graph.jsonld` hold.
  public func content() -> Dataset { Self.content(posts, gazetteer, site) }

  /// All evidence graphs.
  public func evidence() -> Dataset { Self.dataset(posts.flatMap(\.evidence)) }

  /// The export's description of itself.
  public func description() -> Dataset { Self.dataset(dataset) }

  /// All quads of all graphs.
  public func everything() -> Dataset {
    Self.dataset(posts.flatMap { $0.quads + $0.evidence } + gazetteer + site.quads + dataset)
  }

  private static func content(_ posts: [PostGraph], _ gazetteer: [Quad], _ site: SiteGraph) -> Dataset {
    dataset(posts.flatMap(\.quads) + gazetteer + site.quads)
  }

  private static func dataset(_ quads: [Quad]) -> Dataset {
    var dataset = Dataset()
    for quad in quads { dataset.insert(quad) }
    return dataset
  }
}
