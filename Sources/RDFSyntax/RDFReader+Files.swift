internal import Foundation
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
      // Whoever takes errors one by one gets them while the reading goes on: that has one order.
      if onError == nil, dataset.terms.count == 0, let size = System.sizeOfRegularFile(fileDescriptor),
        System.position(fileDescriptor) == 0
      {
        let parts = min(ProcessInfo.processInfo.activeProcessorCount, size / Self.smallestPart)
        if parts > 1 { return try readLines(of: fileDescriptor, size: size, parts: parts, into: &dataset) }
      }
      return try readLines(into: &dataset, onError: onError) { bytes throws(FileError) in
        try System.read(fileDescriptor, upTo: Self.chunk, appendingTo: &bytes, path: name) > 0
      }
    case .turtle, .triG, .rdfXML, .jsonLD:
      var bytes: [UInt8] = []
      while try System.read(fileDescriptor, upTo: Self.chunk, appendingTo: &bytes, path: name) > 0 {}
      return try read(bytes, into: &dataset, onError: onError)
    }
  }

  static var chunk: Int { 1 << 20 }

  /// Below this a part is not worth a thread.
  private static var smallestPart: Int { 4 << 20 }

  private func readLines(
    into dataset: inout Dataset, onError: ((SyntaxError) -> Void)?, next: (inout [UInt8]) throws(FileError) -> Bool
  ) throws -> Outcome {
    var terms = TermTable()
    swap(&terms, &dataset.terms)
    var reader = LineReader(terms: terms, namesGraphs: format.hasNamedGraphs)
    terms = TermTable()
    defer { swap(&reader.scanner.terms, &dataset.terms) }
    if let failure = try reader.read(next, file: file, onError: onError) { throw failure }
    dataset.insert(contentsOf: reader.quads)
    return Outcome(statements: reader.quads.count)
  }
}

extension LineReader {
  /// Reads lines from chunks that `next` appends, until it says that there are no more.
  mutating func read(
    _ next: (inout [UInt8]) throws(FileError) -> Bool, file: String?, onError: ((SyntaxError) -> Void)?
  ) throws(FileError) -> SyntaxError? {
    var bytes: [UInt8] = []
    var hasMore = true
    while hasMore {
      // What is behind the last line's end waits for the next chunk.
      let waiting = bytes.count
      hasMore = try next(&bytes)
      let end = hasMore ? (bytes[waiting...].lastIndex(of: 0x0A) ?? -1) + 1 : bytes.count
      if end == 0 { continue }
      let failure = unsafe bytes.withUnsafeBufferPointer { buffer in
        unsafe read(InputBytes(UnsafeBufferPointer(rebasing: buffer[..<end])), file: file, onError: onError)
      }
      if let failure { return failure }
      bytes.removeSubrange(..<end)
    }
    return nil
  }
}
