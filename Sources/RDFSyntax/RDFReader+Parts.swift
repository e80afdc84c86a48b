internal import Dispatch
package import RDFModel
internal import Synchronization

extension RDFReader {
  /// Reads a file of N-Triples or N-Quads in parts, each on a thread with a term table of its own, and puts them together
  /// in order: terms get the numbers that they would have got from reading in one go.
  ///
  /// The dataset must have no terms, so that no blank node's label is taken. That is where parts would differ.
  @discardableResult
  package func readLines(
    of descriptor: Int32, size: Int, parts count: Int, into dataset: inout Dataset
  ) throws -> Outcome {
    let starts = try (1..<count).map { try startOfLine(in: descriptor, from: size / count * $0, size: size) }
    let bounds = [0] + starts + [size]
    let results = Mutex<[Result<Part, any Error>?]>(Array(repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: count) { index in
      let part = Result { try readPart(of: descriptor, bounds[index]..<max(bounds[index], bounds[index + 1])) }
      results.withLock { $0[index] = part }
    }
    return try join(results.withLock { $0 }.compactMap { $0 }, into: &dataset)
  }

  /// What one thread read.
  private struct Part: Sendable {
    var terms: TermTable
    var quads: [IDQuad]
    var lines: Int
    var failure: SyntaxError?
  }

  private func readPart(of descriptor: Int32, _ range: Range<Int>) throws(FileError) -> Part {
    var reader = LineReader(
      terms: TermTable(), namesGraphs: format.hasNamedGraphs, isAtStart: range.lowerBound == 0)
    var offset = range.lowerBound
    let failure = try reader.read(
      { bytes throws(FileError) in
        let count = min(Self.chunk, range.upperBound - offset)
        if count == 0 { return false }
        let got = try System.read(descriptor, at: offset, upTo: count, appendingTo: &bytes, path: file ?? "")
        offset += got
        return got > 0
      }, file: file, onError: nil)
    return Part(terms: reader.scanner.terms, quads: reader.quads, lines: reader.line - 1, failure: failure)
  }

  private func join(_ parts: [Result<Part, any Error>], into dataset: inout Dataset) throws -> Outcome {
    var terms = TermTable()
    var quads: [IDQuad] = []
    var lines = 0
    for (index, result) in parts.enumerated() {
      let part = try result.get()
      if var failure = part.failure {
        failure.line += lines
        throw failure
      }
      lines += part.lines
      if index == 0 {
        terms = part.terms
        quads = part.quads
        continue
      }
      let numbers = part.terms.withCanonicalForms { forms in
        [TermID.none] + (0..<forms.count).map { unsafe terms.intern(canonical: forms[UInt32($0 + 1)]) }
      }
      quads.reserveCapacity(quads.count + part.quads.count)
      for quad in part.quads {
        quads.append(
          IDQuad(
            IDTriple(
              numbers[Int(quad.triple.subject.rawValue)], numbers[Int(quad.triple.predicate.rawValue)],
              numbers[Int(quad.triple.object.rawValue)]), graph: numbers[Int(quad.graph.rawValue)]))
      }
    }
    dataset.terms = terms
    dataset.insert(contentsOf: quads)
    return Outcome(statements: quads.count)
  }

  /// Where the first line begins that begins behind the offset; the size when none does.
  private func startOfLine(in descriptor: Int32, from offset: Int, size: Int) throws(FileError) -> Int {
    var offset = offset
    while offset < size {
      var bytes: [UInt8] = []
      let got = try System.read(descriptor, at: offset, upTo: 1 << 16, appendingTo: &bytes, path: file ?? "")
      if got == 0 { break }
      if let end = bytes.firstIndex(of: 0x0A) { return offset + end + 1 }
      offset += got
    }
    return size
  }
}
