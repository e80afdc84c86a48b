public import RDFModel

/// The JSON-LD 1.1 processor: the algorithms of JSON-LD 1.1 Processing Algorithms and API, and of JSON-LD 1.1 Framing.
/// Every one of them throws a `JSONLDError` with the code that its specification names.
public struct JSONLDProcessor: Sendable {
  public var options: Options

  public init(options: Options = Options()) { self.options = options }

  /// Expansion (API §5.1): every property an absolute IRI, every value an array, no context.
  public func expand(_ document: JSONValue) throws -> [JSONValue] {
    try Expander(options: options).expandDocument(document)
  }

  /// Deserialization to RDF (API §8.1). Adds the document's quads to the dataset.
  /// - Parameter blankNodePrefix: blank nodes are labelled with it and a number. Choose one that the dataset does not
  ///   use when documents are read into one dataset.
  public func toRDF(_ document: JSONValue, into dataset: inout Dataset, blankNodePrefix: String = "b") throws {
    var deserializer = RDFDeserializer(options: options, blankNodePrefix: blankNodePrefix)
    try deserializer.convert(expand(document), into: &dataset)
  }

  /// Serialization of RDF (API §8.4) in expanded form, with lists. `JSONLDWriter` is for big datasets.
  public func fromRDF(_ dataset: Dataset) throws -> [JSONValue] {
    try RDFSerializer(options: options, dataset: dataset).serialize()
  }

  /// Compaction (API §6.1): the document in a context's terms.
  /// - Parameter context: a context, or a map with an `@context` entry.
  public func compact(_ document: JSONValue, context: JSONValue) throws -> JSONValue {
    throw JSONLDError(.invalidContextEntry, "")
  }

  /// Flattening (API §7.1): every node once, at the top; compacted if a context is given.
  public func flatten(_ document: JSONValue, context: JSONValue? = nil) throws -> JSONValue {
    .array(try Flattener(options: options).flatten(expand(document)))
  }

  /// Framing (Framing §4): the document's nodes in the tree that the frame asks for.
  public func frame(_ document: JSONValue, frame: JSONValue) throws -> JSONValue {
    throw JSONLDError(.invalidFrame, "")
  }
}
