import Glibc
import RDFModel

/// The sorted lines of one evidence graph, read where they stand.
struct EvidenceLines {
  static let type = bytes(RDF.type)
  static let subject = bytes(RDF.subject)
  static let predicate = bytes(RDF.predicate)
  static let object = bytes(RDF.object)
  static let source = bytes(OA.hasSource)
  static let selector = bytes(OA.hasSelector)
  static let assertion = bytes(BG.assertion)

  private static func bytes(_ iri: IRI) -> [UInt8] { CanonicalForm.bytes(of: .iri(iri)) }

  struct Line {
    var subject: Range<Int>
    var predicate: Range<Int>
    var object: Range<Int>
  }

  private let bytes: [UInt8]
  /// How long ` <graph> .` is at the end of each line.
  private let tail: Int

  init(_ lines: GraphLines) {
    bytes = lines.bytes
    // Neither a graph's name nor the stop holds a space.
    let first = bytes.prefix { $0 != 0x0A }
    let name = first.dropLast(2).lastIndex(of: 0x20)
    tail = name.map { first.endIndex - $0 } ?? 0
  }

  func forEachLine(_ body: (Line) -> Void) {
    var at = 0
    while let line = line(&at) { body(line) }
  }

  /// The line that begins here, and moves on to the next one.
  private func line(_ at: inout Int) -> Line? {
    guard at < bytes.count, let end = position(of: 0x0A, from: at), let subject = position(of: 0x20, from: at),
      let predicate = position(of: 0x20, from: subject + 1), end - tail > predicate
    else { return nil }
    defer { at = end + 1 }
    return Line(
      subject: at..<subject, predicate: (subject + 1)..<predicate, object: (predicate + 1)..<(end - tail))
  }

  private func position(of byte: UInt8, from start: Int) -> Int? {
    unsafe bytes.withUnsafeBytes { buffer in
      guard start < buffer.count, let base = buffer.baseAddress,
        let found = unsafe memchr(base + start, Int32(byte), buffer.count - start)
      else { return nil }
      return unsafe UnsafeRawPointer(found) - base
    }
  }

  func isSame(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
    guard a.count == b.count else { return false }
    return unsafe bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress else { return true }
      return unsafe memcmp(base + a.lowerBound, base + b.lowerBound, a.count) == 0
    }
  }

  func holds(_ range: Range<Int>, _ other: [UInt8]) -> Bool {
    guard range.count == other.count else { return false }
    return unsafe bytes.withUnsafeBytes { buffer in
      unsafe other.withUnsafeBytes { other in
        guard let base = buffer.baseAddress, let wanted = other.baseAddress else { return true }
        return unsafe memcmp(base + range.lowerBound, wanted, range.count) == 0
      }
    }
  }

  func find(_ range: Range<Int>, in terms: TermTable) -> TermID? { terms.find(canonical: Array(bytes[range])) }

  func term(_ range: Range<Int>) -> Term { CanonicalForm.term(bytes[range]) }

  /// What the assertion whose lines begin here quotes.
  func quotations(ofLinesFrom first: Int) -> [Assertion.Quotation] {
    var found: [Assertion.Quotation] = []
    for line in lines(from: first) where holds(line.predicate, Self.selector) {
      if let quotation = quotation(Array(bytes[line.object])) { found.append(quotation) }
    }
    return found.sorted { $0.start < $1.start }
  }

  private func quotation(_ selector: [UInt8]) -> Assertion.Quotation? {
    let first = start(of: selector)
    let facts = lines(from: first).compactMap { line -> (IRI, Term)? in
      guard holds(line.subject, selector), let predicate = term(line.predicate).iri else { return nil }
      return (predicate, term(line.object))
    }
    return Assertion.quotation(facts)
  }

  /// The lines of one subject.
  private func lines(from first: Int) -> [Line] {
    var lines: [Line] = []
    var at = first
    while let line = line(&at), lines.isEmpty || isSame(line.subject, lines[0].subject) { lines.append(line) }
    return lines
  }

  /// Where the lines of a subject begin, or those of the next one.
  private func start(of subject: [UInt8]) -> Int {
    let wanted = subject + [0x20]
    var (low, high) = (0, bytes.count)
    while low < high {
      // The line in the middle, from its beginning.
      var middle = (low + high) / 2
      while middle > low, bytes[middle - 1] != 0x0A { middle -= 1 }
      let end = (position(of: 0x0A, from: middle) ?? bytes.count - 1) + 1
      if bytes[middle..<end].lexicographicallyPrecedes(wanted) { low = end } else { high = middle }
    }
    return low
  }
}
