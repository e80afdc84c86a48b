import RDFModel

extension RandomAccessCollection where Element == TermID {
  /// Whether the term is among these, which are in ascending order.
  func containsSorted(_ term: TermID) -> Bool {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = index(low, offsetBy: distance(from: low, to: high) / 2)
      if self[middle] < term { low = index(after: middle) } else { high = middle }
    }
    return low < endIndex && self[low] == term
  }
}
