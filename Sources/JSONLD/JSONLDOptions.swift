extension JSONLDProcessor {
  public enum ProcessingMode: Sendable {
    case jsonLD10
    case jsonLD11
  }

  /// How base directions stand in RDF (JSON-LD 1.1 API §9.3 rdfDirection).
  public enum RDFDirection: Sendable {
    case i18nDatatype
    case compoundLiteral
  }

  /// Which reference to a node a frame fills in (Framing §4.1 @embed).
  public enum Embed: String, Sendable {
    case always = "@always"
    case once = "@once"
    case never = "@never"
  }

  /// JsonLdOptions (JSON-LD 1.1 API §9.3, Framing §5.2.3), under the specification's defaults.
  public struct Options: Sendable {
    /// The absolute IRI that relative references stand against; usually the document's own.
    public var base: String?
    public var documentLoader: any DocumentLoader
    public var processingMode = ProcessingMode.jsonLD11
    /// Entries in the order of their names; otherwise in the document's.
    public var isOrdered = false
    /// One value stands without its array.
    public var compactsArrays = true
    /// IRIs are written relative to the base where they can be.
    public var compactsToRelative = true
    /// A context to apply before the document's own.
    public var expandContext: JSONValue?

    /// Nil drops base directions on the way to RDF.
    public var rdfDirection: RDFDirection?
    /// `xsd:boolean`, `xsd:integer` and `xsd:double` become JSON's own values where nothing of them is lost.
    public var usesNativeTypes = false
    /// `rdf:type` stays a property.
    public var usesRDFType = false

    public var embed = Embed.once
    public var explicit = false
    public var omitDefault = false
    /// Nil: a result of one node stands without `@graph`, except in mode 1.0.
    public var omitGraph: Bool?
    public var requireAll = false

    /// How deep documents may nest.
    public var maximumDepth = 256
    /// How long a chain of contexts that refer to each other may be.
    public var maximumRemoteContexts = 32

    public init(base: String? = nil, documentLoader: any DocumentLoader = BundledDocuments()) {
      self.base = base
      self.documentLoader = documentLoader
    }
  }
}
