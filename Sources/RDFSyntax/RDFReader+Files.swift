public import RDFModel

extension RDFReader {
  /// Reads a file. N-Triples and N-Quads are read in chunks, so that memory holds the dataset and not the text.
  ///
  /// - Throws: `FileError`, or the first `SyntaxError` when nothing takes it; the dataset's statements are then as they
  ///   were.
  @discardableResult
  public func read(
    contentsOf path: String, into dataset: inout Dataset, onError: ((SyntaxError) -> Void)? = nil
  ) throws -> Outcome {
    let descriptor = try System.openForReading(path)
    defer { System.closeDescriptor(descriptor) }
    var reader = self
    if reader.file == nil { reader.file = path }
    return try reader.read(fileDescriptor: descriptor, into: &dataset, onError: onError)
  }

  /// Reads an open file, such as standard input, to its end.
  @discardableResult
  public func read(
    fileDescriptor: Int32, into dataset: inout Dataset, onError: ((SyntaxError) -> Void)? = nil
  ) throws -> Outcome {
    let name = file ?? ""
    switch format {
    case .nTriples, .nQuads:
      return try readLines(into: &dataset, onError: onError) { bytes throws(FileError) in
        try System.read(fileDescriptor, upTo: Self.chunk, appendingTo: &bytes, path: name) > 0
      }
    case .turtle, .triG, .rdfXML, .jsonLD:
      var bytes: [UInt8] = []
      while try System.read(fileDescriptor, upTo: Self.chunk, appendingTo: &bytes, path: name) > 0 {}
      return try read(bytes, into: &dataset, onError: onError)
    }
  }

  private static var chunk: Int { 1 << 20 }

  /// Reads lines from chunks that `next` appends, until it says that there are no more.
  private func readLines(
    into dataset: inout Dataset, onError: ((SyntaxError) -> Void)?, next: (inout [UInt8]) throws(FileError) -> Bool
  ) throws -> Outcome {
    var terms = TermTable()
    swap(&terms, &dataset.terms)
    var reader = LineReader(terms: terms, namesGraphs: format.hasNamedGraphs)
    terms = TermTable()
    defer { swap(&reader.scanner.terms, &dataset.terms) }
    var bytes: [UInt8] = []
    var hasMore = true
    while hasMore {
      hasMore = try next(&bytes)
      // What is behind the last line's end waits for the next chunk.
      let end = hasMore ? (bytes.lastIndex(of: 0x0A) ?? -1) + 1 : bytes.count
      if end == 0 { continue }
      let failure = unsafe bytes.withUnsafeBufferPointer { buffer in
        unsafe reader.read(InputBytes(UnsafeBufferPointer(rebasing: buffer[..<end])), file: file, onError: onError)
      }
      if let failure { throw failure }
      bytes.removeSubrange(..<end)
    }
    dataset.insert(contentsOf: reader.quads)
    return Outcome(statements: reader.quads.count)
  }
}
