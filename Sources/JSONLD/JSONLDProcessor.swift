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
}
