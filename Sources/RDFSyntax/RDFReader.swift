public import RDFModel

/// Reads documents in Turtle, TriG, N-Triples and N-Quads into datasets, by the grammars of RDF 1.1. RDF/XML is left to
/// `RaptorReader`, and JSON-LD to the `JSONLD` module: asked for it, this one throws.
public struct RDFReader: Sendable {
  public let format: RDFFormat
  /// What relative IRIs of Turtle and TriG are resolved against (RFC 3986 §5) until the document names a base. One that is not
  /// absolute, or no IRI, counts as none.
  public var base: IRI?
  /// For messages.
  public var file: String?

  public init(format: RDFFormat, base: IRI? = nil, file: String? = nil) {
    self.format = format
    self.base = base
    self.file = file
  }

  /// What a document says beside its statements.
  public struct Outcome: Sendable {
    /// Prefixes with their last meaning, in the order of their first definition, for writers.
    public var prefixes: [(prefix: String, namespace: String)] = []
    /// How many statements were read, doubles counted.
    public var statements = 0
  }

  /// Adds the document's statements to the dataset. Its blank nodes are new in the dataset: a label that something
  /// there already bears is replaced.
  ///
  /// - Parameter onError: for N-Triples and N-Quads; when it is given, a line with an error is reported to it and left
  ///   out, and the reading goes on with the next line. The other formats cannot be picked up after an error.
  /// - Throws: the first error, when nothing takes it; the dataset's statements are then as they were.
  @discardableResult
  public func read(
    _ bytes: [UInt8], into dataset: inout Dataset, onError: ((SyntaxError) -> Void)? = nil
  ) throws(SyntaxError) -> Outcome {
    let result = unsafe bytes.withUnsafeBufferPointer { unsafe read($0, into: &dataset, onError: onError) }
    return try result.get()
  }

  /// The same from bytes that someone else owns.
  @discardableResult
  public func read(
    _ bytes: RawSpan, into dataset: inout Dataset, onError: ((SyntaxError) -> Void)? = nil
  ) throws(SyntaxError) -> Outcome {
    let result = unsafe bytes.withUnsafeBytes { raw in
      unsafe raw.withMemoryRebound(to: UInt8.self) { unsafe read($0, into: &dataset, onError: onError) }
    }
    return try result.get()
  }

  private func read(
    _ bytes: UnsafeBufferPointer<UInt8>, into dataset: inout Dataset, onError: ((SyntaxError) -> Void)?
  ) -> Result<Outcome, SyntaxError> {
    let input = unsafe InputBytes(bytes)
    // The table moves into the reader and back, so that it is never copied.
    var terms = TermTable()
    swap(&terms, &dataset.terms)
    var outcome = Outcome()
    var failure: Fault?
    switch format {
    case .nTriples, .nQuads:
      var reader = LineReader(terms: terms, namesGraphs: format.hasNamedGraphs)
      terms = TermTable()
      let error = reader.read(input, file: file, onError: onError)
      swap(&reader.scanner.terms, &dataset.terms)
      if let error { return .failure(error) }
      outcome.statements = reader.quads.count
      dataset.insert(contentsOf: reader.quads)
    case .turtle, .triG:
      var reader = TurtleReader(input, terms: terms, base: base, namesGraphs: format.hasNamedGraphs)
      terms = TermTable()
      do throws(Fault) {
        try reader.read()
        outcome.statements = reader.quads.count
        outcome.prefixes = reader.prefixes.all
        dataset.insert(contentsOf: reader.quads)
      } catch {
        failure = error
      }
      swap(&reader.scanner.terms, &dataset.terms)
    case .rdfXML, .jsonLD:
      swap(&terms, &dataset.terms)
      do throws(SyntaxError) {
        let reader = RaptorReader(format: format, base: base, file: file)
        outcome.statements = try reader.read(unsafe Array(bytes), into: &dataset)
      } catch {
        return .failure(error)
      }
    }
    if let failure { return .failure(failure.located(in: input, file: file)) }
    return .success(outcome)
  }
}
