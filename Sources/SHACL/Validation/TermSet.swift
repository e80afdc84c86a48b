import RDFModel

/// A set of terms by number, one bit a term: membership is one look.
struct TermSet: Sendable {
  private var words: [UInt64] = []

  init() {}

  init(_ terms: [TermID]) {
    for term in terms { insert(term) }
  }

  mutating func insert(_ term: TermID) {
    let word = Int(term.rawValue >> 6)
    if word >= words.count { words.append(contentsOf: repeatElement(0, count: word + 1 - words.count)) }
    words[word] |= 1 << UInt64(term.rawValue & 63)
  }

  func contains(_ term: TermID) -> Bool {
    let word = Int(term.rawValue >> 6)
    return word < words.count && words[word] >> UInt64(term.rawValue & 63) & 1 == 1
  }

  /// The members in ascending order.
  var members: [TermID] {
    var members: [TermID] = []
    for (index, word) in words.enumerated() where word != 0 {
      var rest = word
      while rest != 0 {
        members.append(TermID(rawValue: UInt32(index * 64 + rest.trailingZeroBitCount)))
        rest &= rest - 1
      }
    }
    return members
  }
}
