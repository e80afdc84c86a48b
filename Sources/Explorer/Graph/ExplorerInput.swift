public import KnowledgeGraph
public import RDFModel

/// What the explorer is made from: a graph with its evidence, however it was come by.
public struct ExplorerInput: Sendable {
  /// The post graphs and the gazetteer's.
  public var content: Dataset
  /// The assertions of the evidence graphs, over the content's terms.
  public var evidence: EvidenceIndex
  /// What the shapes found.
  public var findings: [Finding]
  /// The site's base: what the IRIs of its things begin with. Absolute, ends with `/`.
  public var base: String
  public var title: String?
  /// BCP 47, lower case: the language of the landing page, where the explorer speaks it.
  public var defaultLanguage: String
  /// Files of the export that the landing page links to, beside `index.html`.
  public var dataFiles: [String]

  public init(
    content: Dataset, evidence: EvidenceIndex, findings: [Finding] = [], base: String, title: String? = nil,
    defaultLanguage: String = "en", dataFiles: [String] = []
  ) {
    self.content = content
    self.evidence = evidence
    self.findings = findings
    self.base = base
    self.title = title
    self.defaultLanguage = defaultLanguage
    self.dataFiles = dataFiles
  }

  /// The same from values.
  public init(
    content: [Quad], evidence: [Assertion], findings: [Finding] = [], base: String, title: String? = nil,
    defaultLanguage: String = "en", dataFiles: [String] = []
  ) {
    var dataset = Dataset()
    for quad in content { dataset.insert(quad) }
    self.init(
      content: dataset, evidence: EvidenceIndex(evidence, terms: dataset.terms), findings: findings, base: base,
      title: title, defaultLanguage: defaultLanguage, dataFiles: dataFiles)
  }

  /// One result of a validation.
  public struct Finding: Sendable, Equatable {
    public enum Severity: Int, Sendable, Comparable {
      case violation, warning, info
      public static func < (a: Severity, b: Severity) -> Bool { a.rawValue < b.rawValue }
    }
    public var severity: Severity
    /// The node's IRI, and what people call it.
    public var node: String
    public var title: String
    public var message: String
    /// Files relative to the content folder, each with a line where one is known; empty when it stems from no post.
    public var places: [(file: String, line: Int?)]

    public init(
      severity: Severity, node: String, title: String, message: String, places: [(file: String, line: Int?)]
    ) {
      self.severity = severity
      self.node = node
      self.title = title
      self.message = message
      self.places = places
    }

    public static func == (a: Finding, b: Finding) -> Bool {
      a.severity == b.severity && a.node == b.node && a.title == b.title && a.message == b.message
        && a.places.elementsEqual(b.places) { $0.file == $1.file && $0.line == $1.line }
    }
  }
}
