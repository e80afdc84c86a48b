/// Matching with back-references: the ways through the program carry what their groups hold, and two ways are one when
/// that is the same too. Not linear any more, but never exponential in the text for a fixed number of groups.
extension RegexProgram {
  private struct Way: Hashable {
    var at: Int
    /// Where each group begins and ends, by scalar; -1 when it has not matched.
    var groups: [Int]
    /// How much of a back-reference has been matched already.
    var matched = 0
  }

  func matchesTrackingGroups(_ text: ArraySlice<UInt8>) -> Bool {
    let scalars = Array(String(decoding: text, as: UTF8.self).unicodeScalars)
    let groupCount = code.reduce(0) { if case .open(let number) = $1 { max($0, number) } else { $0 } }
    let fresh = Way(at: 0, groups: Array(repeating: -1, count: (groupCount + 1) * 2))
    var current: Set<Way> = []
    for index in 0...scalars.count {
      let next = index < scalars.count ? scalars[index] : nil
      let position = RegexPosition(previous: index > 0 ? scalars[index - 1] : nil, next: next)
      if index == 0 || !isAnchored { current.insert(fresh) }
      guard let ready = follow(current, index, position, scalars) else { return true }
      guard let next else { break }
      current = advance(ready, next, scalars)
    }
    return false
  }

  /// All ways that wait for a character, or nil when one has arrived at the end.
  private func follow(_ ways: Set<Way>, _ index: Int, _ position: RegexPosition, _ text: [Unicode.Scalar]) -> Set<Way>?
  {
    var seen: Set<Way> = []
    var ready: Set<Way> = []
    var open = Array(ways)
    while let way = open.popLast() {
      guard seen.insert(way).inserted else { continue }
      func go(_ at: Int, _ change: (inout Way) -> Void = { _ in }) {
        var next = way
        next.at = at
        next.matched = 0
        change(&next)
        open.append(next)
      }
      switch code[way.at] {
      case .scalar: ready.insert(way)
      case .split(let a, let b):
        go(a)
        go(b)
      case .jump(let to): go(to)
      case .start: if holdsStart(position) { go(way.at + 1) }
      case .end: if holdsEnd(position) { go(way.at + 1) }
      case .open(let number):
        go(way.at + 1) {
          $0.groups[number * 2] = index
          $0.groups[number * 2 + 1] = -1
        }
      case .close(let number): go(way.at + 1) { $0.groups[number * 2 + 1] = index }
      case .backReference(let number):
        // A group that has not matched stands for nothing, and nothing is found everywhere.
        if way.matched == length(number, way) { go(way.at + 1) } else { ready.insert(way) }
      case .match: return nil
      }
    }
    return ready
  }

  private func length(_ group: Int, _ way: Way) -> Int {
    way.groups[group * 2 + 1] < 0 ? 0 : way.groups[group * 2 + 1] - way.groups[group * 2]
  }

  private func advance(_ ways: Set<Way>, _ scalar: Unicode.Scalar, _ text: [Unicode.Scalar]) -> Set<Way> {
    var next: Set<Way> = []
    for var way in ways {
      switch code[way.at] {
      case .scalar(let set) where sets[set].contains(scalar):
        way.at += 1
        next.insert(way)
      case .backReference(let number):
        let wanted = text[way.groups[number * 2] + way.matched]
        let isSame =
          wanted == scalar || (flags.contains(.ignoresCase) && CaseVariants.of(wanted).contains(scalar))
        if isSame {
          way.matched += 1
          next.insert(way)
        }
      default: break
      }
    }
    return next
  }
}
