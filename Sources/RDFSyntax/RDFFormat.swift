/// The concrete syntaxes of RDF, and every fact about them.
///
/// JSON-LD is named here, so that one list serves all; it is read and written by the `JSONLD` module.
public enum RDFFormat: String, CaseIterable, Sendable {
  case turtle, triG, nTriples, nQuads, rdfXML, jsonLD

  /// The syntax's name in its specification.
  public var name: String {
    switch self {
    case .turtle: "Turtle"
    case .triG: "TriG"
    case .nTriples: "N-Triples"
    case .nQuads: "N-Quads"
    case .rdfXML: "RDF/XML"
    case .jsonLD: "JSON-LD"
    }
  }

  public var mediaType: String {
    switch self {
    case .turtle: "text/turtle"
    case .triG: "application/trig"
    case .nTriples: "application/n-triples"
    case .nQuads: "application/n-quads"
    case .rdfXML: "application/rdf+xml"
    case .jsonLD: "application/ld+json"
    }
  }

  /// Without the dot; the first is the one to write.
  public var fileExtensions: [String] {
    switch self {
    case .turtle: ["ttl"]
    case .triG: ["trig"]
    case .nTriples: ["nt"]
    case .nQuads: ["nq"]
    case .rdfXML: ["rdf", "owl", "rdfs"]
    case .jsonLD: ["jsonld"]
    }
  }

  /// Whether a document can hold named graphs.
  public var hasNamedGraphs: Bool {
    switch self {
    case .triG, .nQuads, .jsonLD: true
    case .turtle, .nTriples, .rdfXML: false
    }
  }

  /// The format that a file name's extension or a bare extension tells, in any case of letters.
  public init?(fileName: String) {
    let suffix = fileName.split(separator: ".").last.map { $0.lowercased() } ?? ""
    guard let format = Self.allCases.first(where: { $0.fileExtensions.contains(suffix) }) else { return nil }
    self = format
  }

  /// The format of a media type; parameters such as `charset` are passed over.
  public init?(mediaType: String) {
    let essence = mediaType.prefix { $0 != ";" && $0 != " " }.lowercased()
    guard let format = Self.allCases.first(where: { $0.mediaType == essence }) else { return nil }
    self = format
  }
}
