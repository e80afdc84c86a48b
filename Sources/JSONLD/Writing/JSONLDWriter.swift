public import RDFModel

/// Writes a dataset as flat JSON-LD 1.1: every node once a graph, sorted by the byte order of canonical forms, a node a
/// line. The same statements give the same bytes, and nothing but statements decides them.
///
/// Literals are written with their lexical forms and datatypes, so that no number loses a digit. Lists stay chains of
/// `rdf:first` and `rdf:rest`, as flattening leaves no node out; `JSONLDProcessor.fromRDF` makes `@list` of them.
public struct JSONLDWriter: Sendable {
  /// Nil writes expanded form.
  public var context: Context?

  public init(context: Context? = nil) { self.context = context }

  public func bytes(of dataset: Dataset) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try write(dataset) { bytes.append(contentsOf: $0) }
    return bytes
  }

  /// Hands the document over in chunks, in order.
  /// - Throws: `JSONLDError` with `.unwritableTerm` for an IRI or a language tag that no reader would take back, with
  ///   `.iriConfusedWithPrefix` for an IRI that the context would change, and what the sink throws.
  public func write(_ dataset: Dataset, to sink: ([UInt8]) throws -> Void) throws {
    let quads = CanonicalOrder(dataset).groupedQuads(typeFirst: true)
    try dataset.terms.withCanonicalForms { forms in
      Result { () throws -> Void in
        var output = NodeOutput(forms: forms, context: context, dataset: dataset)
        try output.write(quads, to: sink)
      }
    }.get()
  }
}

extension JSONLDError.Code {
  /// Ours: a term that a JSON-LD reader would drop or refuse.
  public static let unwritableTerm = Self("unwritable term")
}
