/// Sorts triples by one component at a time, stably, by counting digits of the term numbers: linear in the triples.
struct TripleSorter {
  private(set) var triples: [IDTriple]
  private var spare: [IDTriple] = []

  private static let digitBits = 11

  init(_ triples: [IDTriple]) { self.triples = triples }

  mutating func sort(by component: KeyPath<IDTriple, TermID>) {
    switch component {
    case \.subject: sort { $0.subject.rawValue }
    case \.predicate: sort { $0.predicate.rawValue }
    default: sort { $0.object.rawValue }
    }
  }

  /// Equal triples must stand side by side.
  mutating func removeDoubles() {
    var kept = 0
    for index in triples.indices where kept == 0 || triples[index] != triples[kept - 1] {
      triples[kept] = triples[index]
      kept += 1
    }
    triples.removeLast(triples.count - kept)
    spare = []
  }

  @inline(__always)
  private mutating func sort(_ key: (IDTriple) -> UInt32) {
    var all: UInt32 = 0
    for triple in triples { all |= key(triple) }
    var shift = 0
    while shift < 32, all >> UInt32(shift) != 0 {
      pass(key, shift: UInt32(shift))
      shift += Self.digitBits
    }
  }

  @inline(__always)
  private mutating func pass(_ key: (IDTriple) -> UInt32, shift: UInt32) {
    let buckets = 1 << Self.digitBits
    let mask = UInt32(buckets - 1)
    var places = [Int](repeating: 0, count: buckets)
    for triple in triples { places[Int((key(triple) >> shift) & mask)] += 1 }
    var sum = 0
    for digit in 0..<buckets {
      let count = places[digit]
      if count == triples.count { return }  // all in one bucket: nothing to move
      places[digit] = sum
      sum += count
    }
    if spare.count != triples.count {
      spare = Array(repeating: IDTriple(.none, .none, .none), count: triples.count)
    }
    unsafe spare.withUnsafeMutableBufferPointer { target in
      unsafe places.withUnsafeMutableBufferPointer { places in
        for triple in triples {
          let digit = Int((key(triple) >> shift) & mask)
          unsafe target[places[digit]] = triple
          unsafe places[digit] += 1
        }
      }
    }
    swap(&triples, &spare)
  }
}
