public import RDFModel

/// Quads of one graph as canonical N-Quads lines, in the order in which they were said. A kept graph is held so: its bytes
/// are copied and compared as they are, and become terms only for who asks for terms.
public struct GraphLines: Sendable, Equatable {
  public let bytes: [UInt8]
  /// Whether the lines are known to be in canonical order, each once.
  public let isSorted: Bool

  /// The bytes must be canonical lines, as `init(_:)` makes them.
  public init(canonical bytes: [UInt8], isSorted: Bool = false) {
    self.bytes = bytes
    self.isSorted = isSorted
  }

  public init(_ quads: [Quad]) {
    var bytes: [UInt8] = []
    for quad in quads {
      for term in [quad.subject, .iri(quad.predicate), quad.object] + (quad.graph.map { [$0] } ?? []) {
        CanonicalForm.append(term, to: &bytes)
        bytes.append(0x20)
      }
      bytes += [UInt8(ascii: "."), 0x0A]
    }
    self.init(canonical: bytes)
  }

  public var quads: [Quad] {
    var quads: [Quad] = []
    forEachLine { terms in
      guard terms.count >= 3, case .iri(let predicate) = CanonicalForm.term(bytes[terms[1]]) else { return }
      quads.append(
        Quad(
          CanonicalForm.term(bytes[terms[0]]), predicate, CanonicalForm.term(bytes[terms[2]]),
          graph: terms.count > 3 ? CanonicalForm.term(bytes[terms[3]]) : nil))
    }
    return quads
  }

  /// Adds the quads to a dataset without making terms of them.
  public func insert(into dataset: inout Dataset) {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      func intern(_ range: Range<Int>) -> TermID {
        unsafe dataset.terms.intern(canonical: UnsafeBufferPointer(rebasing: buffer[range]))
      }
      forEachLine { terms in
        guard terms.count >= 3 else { return }
        let triple = IDTriple(intern(terms[0]), intern(terms[1]), intern(terms[2]))
        dataset.insert(IDQuad(triple, graph: terms.count > 3 ? intern(terms[3]) : .none))
      }
    }
  }

  /// Hands out the IRIs that stand as subjects and objects, again and again as they come.
  public func forEachSubjectAndObject(_ body: (String) -> Void) {
    forEachLine { terms in
      for range in [terms.first, terms.dropFirst(2).first] {
        guard let range, range.count > 2, bytes[range.lowerBound] == UInt8(ascii: "<") else { continue }
        body(String(decoding: bytes[(range.lowerBound + 1)..<(range.upperBound - 1)], as: UTF8.self))
      }
    }
  }

  /// A canonical line holds one space between terms, and a literal's own spaces stand between its quotation marks.
  private func forEachLine(_ body: ([Range<Int>]) -> Void) {
    var (start, inString) = (0, false)
    var terms: [Range<Int>] = []
    var at = 0
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "\\"): at += 1
      case UInt8(ascii: "\""): inString.toggle()
      case 0x20 where !inString:
        terms.append(start..<at)
        start = at + 1
      case 0x0A where !inString:
        body(terms)
        terms.removeAll(keepingCapacity: true)
        start = at + 1
      default: break
      }
      at += 1
    }
  }
}

/// A graph that was just made, or one that was kept.
enum GraphContent: Sendable {
  case made([Quad])
  case kept(GraphLines)

  var quads: [Quad] {
    switch self {
    case .made(let quads): quads
    case .kept(let lines): lines.quads
    }
  }

  var lines: GraphLines {
    switch self {
    case .made(let quads): GraphLines(quads)
    case .kept(let lines): lines
    }
  }

  func insert(into dataset: inout Dataset) {
    switch self {
    case .made(let quads): for quad in quads { dataset.insert(quad) }
    case .kept(let lines): lines.insert(into: &dataset)
    }
  }
}
