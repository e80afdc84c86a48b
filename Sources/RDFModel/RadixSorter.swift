/// Sorts by one integer key at a time, stably, by counting its digits: linear in the elements.
struct RadixSorter<Element: Equatable> {
  private(set) var elements: [Element]
  private var spare: [Element] = []

  private var digitBits: UInt32 { 11 }

  init(_ elements: [Element]) { self.elements = elements }

  @inline(__always)
  mutating func sort(_ key: (Element) -> UInt32) {
    var all: UInt32 = 0
    for element in elements { all |= key(element) }
    var shift: UInt32 = 0
    while shift < 32, all >> shift != 0 {
      pass(key, shift: shift)
      shift += digitBits
    }
  }

  /// Equal elements must stand side by side.
  mutating func removeDoubles() {
    var kept = 0
    for index in elements.indices where kept == 0 || elements[index] != elements[kept - 1] {
      if index != kept { elements[kept] = elements[index] }
      kept += 1
    }
    elements.removeLast(elements.count - kept)
  }

  @inline(__always)
  private mutating func pass(_ key: (Element) -> UInt32, shift: UInt32) {
    let buckets = 1 << Int(digitBits)
    let mask = UInt32(buckets - 1)
    var places = [Int](repeating: 0, count: buckets)
    for element in elements { places[Int((key(element) >> shift) & mask)] += 1 }
    var sum = 0
    for digit in 0..<buckets {
      let count = places[digit]
      if count == elements.count { return }  // all in one bucket: nothing to move
      places[digit] = sum
      sum += count
    }
    // Any elements will do to fill the room with.
    if spare.count != elements.count { spare = elements }
    unsafe spare.withUnsafeMutableBufferPointer { target in
      unsafe places.withUnsafeMutableBufferPointer { places in
        for element in elements {
          let digit = Int((key(element) >> shift) & mask)
          unsafe target[places[digit]] = element
          unsafe places[digit] += 1
        }
      }
    }
    swap(&elements, &spare)
  }
}
