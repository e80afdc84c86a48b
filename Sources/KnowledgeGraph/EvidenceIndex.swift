import Glibc
public import RDFModel

/// The assertions of many posts by the triple that they are for. Lines are searched for assertions, and one becomes a value
/// when it is asked for: a page shows few of the quotations that a thing has.
public struct EvidenceIndex: Sendable {
  /// Numbers stand for terms of the table that the index was made with.
  public struct Entry: Sendable {
    public let triple: IDTriple
    public let post: IRI
    fileprivate let place: Place
  }

  fileprivate enum Place: Sendable {
    case lines(block: Int, first: Int)
    case assertion(Int)
  }

  /// By triple (its numbers, subject first), then by post and name.
  public let entries: [Entry]
  private let blocks: [GraphLines]
  private let assertions: [Assertion]

  /// - Parameters:
  ///   - blocks: the lines of one evidence graph each, sorted.
  ///   - terms: an assertion about a triple with a term that is not here is left out.
  ///   - map: maps blocks to what is found in each, perhaps many at once.
  public init(
    _ blocks: [GraphLines], terms: TermTable,
    map: ([Int], @Sendable (Int) -> [Entry]) -> [[Entry]] = { $0.map($1) }
  ) {
    self.blocks = blocks
    assertions = []
    let found = map(Array(blocks.indices)) { block in EvidenceScan(terms: terms).entries(of: blocks[block], block) }
    entries = Self.sorted(found)
  }

  /// Assertions as they are.
  public init(_ assertions: [Assertion], terms: TermTable) {
    blocks = []
    self.assertions = assertions
    let found = assertions.enumerated().compactMap { index, assertion -> Entry? in
      guard let subject = terms.find(assertion.subject), let predicate = terms.find(.iri(assertion.predicate)),
        let object = terms.find(assertion.object)
      else { return nil }
      return Entry(
        triple: IDTriple(subject, predicate, object), post: assertion.post, place: .assertion(index))
    }
    entries = Self.sorted(found.map { [$0] })
  }

  /// The entries for a triple.
  public func range(of triple: IDTriple) -> Range<Int> {
    let first = lowerBound { Self.key($0.triple) < Self.key(triple) }
    var end = first
    while end < entries.count, entries[end].triple == triple { end += 1 }
    return first..<end
  }

  /// The words behind an entry, in the order of the text.
  public func quotations(of entry: Int) -> [Assertion.Quotation] {
    switch entries[entry].place {
    case .assertion(let index): assertions[index].quotations
    case .lines(let block, let first): EvidenceLines(blocks[block]).quotations(ofLinesFrom: first)
    }
  }

  private static func key(_ triple: IDTriple) -> (TermID, TermID, TermID) {
    (triple.subject, triple.predicate, triple.object)
  }

  /// Blocks are sorted each.
  private static func sorted(_ blocks: [[Entry]]) -> [Entry] {
    var order: [(post: IRI, block: Int)] = []
    for (index, block) in blocks.enumerated() {
      if let post = block.first?.post { order.append((post, index)) }
    }
    order.sort { ($0.post, $0.block) < ($1.post, $1.block) }
    let all = order.flatMap { blocks[$0.block] }
    let numbers = all.indices.sorted { a, b in
      let (first, second) = (key(all[a].triple), key(all[b].triple))
      return first != second ? first < second : a < b
    }
    return numbers.map { all[$0] }
  }

  private func lowerBound(_ precedes: (Entry) -> Bool) -> Int {
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if precedes(entries[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// Finds the assertions in the lines of an evidence graph.
private struct EvidenceScan {
  let terms: TermTable

  private struct Group {
    var first = 0
    var isAssertion = false
    var subject: TermID?
    var predicate: TermID?
    var object: TermID?
    var post: IRI?
  }

  func entries(of lines: GraphLines, _ block: Int) -> [EvidenceIndex.Entry] {
    var entries: [EvidenceIndex.Entry] = []
    var group = Group()
    func close() {
      guard group.isAssertion, let subject = group.subject, let predicate = group.predicate, let object = group.object,
        let post = group.post
      else { return }
      entries.append(
        .init(
          triple: IDTriple(subject, predicate, object), post: post, place: .lines(block: block, first: group.first)))
    }
    let reader = EvidenceLines(lines)
    var subject = 0..<0
    var post: (range: Range<Int>, iri: IRI)?
    reader.forEachLine { line in
      if !reader.isSame(line.subject, subject) {
        close()
        group = Group(first: line.subject.lowerBound)
      }
      subject = line.subject
      switch line.predicate.count {
      case EvidenceLines.type.count where reader.holds(line.predicate, EvidenceLines.type):
        if reader.holds(line.object, EvidenceLines.assertion) { group.isAssertion = true }
      case EvidenceLines.subject.count where reader.holds(line.predicate, EvidenceLines.subject):
        group.subject = reader.find(line.object, in: terms)
      case EvidenceLines.object.count where reader.holds(line.predicate, EvidenceLines.object):
        group.object = reader.find(line.object, in: terms)
      default:
        if reader.holds(line.predicate, EvidenceLines.predicate) {
          group.predicate = reader.find(line.object, in: terms)
        } else if reader.holds(line.predicate, EvidenceLines.source) {
          // All assertions of a graph have one source.
          if post.map({ !reader.isSame($0.range, line.object) }) ?? true {
            post = reader.term(line.object).iri.map { (line.object, $0) }
          }
          group.post = post?.iri
        }
      }
    }
    close()
    return entries
  }
}
