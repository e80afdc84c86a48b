/// A graph as three sorted arrays (subject–predicate–object, predicate–object–subject, object–subject–predicate),
/// without doubles. Every look-up is a binary search and answers with a slice in ascending order of term numbers.
public struct IndexedGraph: Sendable {
  public let spo: [IDTriple]
  public let pos: [IDTriple]
  public let osp: [IDTriple]

  public init(_ triples: [IDTriple]) {
    // Each order follows from the one before by a stable sort on one component.
    var sorter = RadixSorter(triples)
    sorter.sort { $0.object.rawValue }
    sorter.sort { $0.predicate.rawValue }
    sorter.sort { $0.subject.rawValue }
    sorter.removeDoubles()
    spo = sorter.elements
    sorter.sort { $0.object.rawValue }
    osp = sorter.elements
    sorter.sort { $0.predicate.rawValue }
    pos = sorter.elements
  }

  public var count: Int { spo.count }

  public func contains(_ triple: IDTriple) -> Bool {
    let at = Self.lowerBound(spo, Self.spoKey, Self.spoKey(triple))
    return at < spo.count && spo[at] == triple
  }

  public func triples(subject: TermID) -> ArraySlice<IDTriple> {
    Self.slice(spo, Self.spoKey, (subject.rawValue, 0, 0), (subject.rawValue, .max, .max))
  }

  public func triples(subject: TermID, predicate: TermID) -> ArraySlice<IDTriple> {
    Self.slice(
      spo, Self.spoKey, (subject.rawValue, predicate.rawValue, 0), (subject.rawValue, predicate.rawValue, .max))
  }

  public func triples(predicate: TermID) -> ArraySlice<IDTriple> {
    Self.slice(pos, Self.posKey, (predicate.rawValue, 0, 0), (predicate.rawValue, .max, .max))
  }

  public func triples(predicate: TermID, object: TermID) -> ArraySlice<IDTriple> {
    Self.slice(
      pos, Self.posKey, (predicate.rawValue, object.rawValue, 0), (predicate.rawValue, object.rawValue, .max))
  }

  public func triples(object: TermID) -> ArraySlice<IDTriple> {
    Self.slice(osp, Self.ospKey, (object.rawValue, 0, 0), (object.rawValue, .max, .max))
  }

  private typealias Key = (UInt32, UInt32, UInt32)
  private static func spoKey(_ t: IDTriple) -> Key { (t.subject.rawValue, t.predicate.rawValue, t.object.rawValue) }
  private static func posKey(_ t: IDTriple) -> Key { (t.predicate.rawValue, t.object.rawValue, t.subject.rawValue) }
  private static func ospKey(_ t: IDTriple) -> Key { (t.object.rawValue, t.subject.rawValue, t.predicate.rawValue) }

  private static func slice(_ triples: [IDTriple], _ key: (IDTriple) -> Key, _ low: Key, _ high: Key)
    -> ArraySlice<IDTriple>
  {
    let start = lowerBound(triples, key, low)
    // Gallop, then search between the last step and this one: most answers are short.
    var within = start
    var step = 1
    while within + step <= triples.count, key(triples[within + step - 1]) <= high {
      within += step
      step *= 2
    }
    var a = within
    var b = min(within + step, triples.count)
    while a < b {
      let middle = (a + b) / 2
      if key(triples[middle]) <= high { a = middle + 1 } else { b = middle }
    }
    return triples[start..<a]
  }

  private static func lowerBound(_ triples: [IDTriple], _ key: (IDTriple) -> Key, _ low: Key) -> Int {
    var a = 0
    var b = triples.count
    while a < b {
      let middle = (a + b) / 2
      if key(triples[middle]) < low { a = middle + 1 } else { b = middle }
    }
    return a
  }
}
