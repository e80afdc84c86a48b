extension Post {
  /// The place in the file of a byte of the plain text: line and column from 1, the column in characters is left to
  /// who has the file (`sourceOffset` counts bytes).
  public func sourceOffset(ofPlain offset: Int) -> Int? {
    let runs = text.sourceMap
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].plain <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return nil }
    let run = runs[low - 1]
    guard offset < run.plain + run.length else { return run.isExact ? run.source + run.length : run.source }
    return run.isExact ? run.source + (offset - run.plain) : run.source
  }

  /// Line of a byte of the file, from 1.
  public func line(ofSource offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while low < high {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    return max(low, 1)
  }

  /// Line in the file of a byte of the plain text, from 1.
  public func line(ofPlain offset: Int) -> Int { sourceOffset(ofPlain: offset).map(line(ofSource:)) ?? 1 }
}
