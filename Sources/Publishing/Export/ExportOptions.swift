/// How a blog becomes an export.
public struct ExportOptions: Sendable {
  /// The blog's folder: a Hugo or Jekyll site, its content folder, or any folder of posts.
  public var content: String
  /// Stands in for the base URL of the site's configuration.
  public var baseURL: String?
  public var includesDrafts: Bool
  /// The first problem of a post ends the run.
  public var isStrict: Bool
  /// How many posts are worked on at once, from 1. The export does not depend on it.
  public var jobs: Int
  /// 0 to 1.
  public var minimumConfidence: Double
  /// A folder that stands in for the ontology in the binary.
  public var ontology: String?
  public var writesPages: Bool
  /// The site for people: `index.html` and `explorer/`.
  public var writesExplorer: Bool
  /// A `bloggraph.yaml` that stands in for the one beside the content.
  public var curation: String?

  public init(
    content: String, baseURL: String? = nil, includesDrafts: Bool = false, isStrict: Bool = false, jobs: Int = 1,
    minimumConfidence: Double = 0, ontology: String? = nil, writesPages: Bool = true, writesExplorer: Bool = true,
    curation: String? = nil
  ) {
    self.content = content
    self.baseURL = baseURL
    self.includesDrafts = includesDrafts
    self.isStrict = isStrict
    self.jobs = jobs
    self.minimumConfidence = minimumConfidence
    self.ontology = ontology
    self.writesPages = writesPages
    self.writesExplorer = writesExplorer
    self.curation = curation
  }
}

/// How far an export has come.
public enum ExportProgress: Sendable, Equatable {
  case reading(done: Int, of: Int)
  case extracting(done: Int, of: Int)
  case building
  case validating
  case writing
}
