/// HTML together with where each of its bytes comes from. An HTML post is its own; Markdown is written out as HTML
/// first, since only both together say what a reader sees (`<div>`, a blank line, Markdown, `</div>`).
struct MarkedHTML {
  var bytes: [UInt8]
  /// Ascending by `html`. From `html` to the next run, byte for byte, or all at `source`.
  var runs: [Run]

  struct Run {
    var html: Int
    var source: Int
    var isLinear: Bool
  }

  init() {
    bytes = []
    runs = []
  }

  /// A part of the file that is HTML already.
  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = Array(bytes)
    runs = [.init(html: 0, source: bytes.startIndex, isLinear: true)]
  }

  /// Markup that the file writes differently, near `source`.
  mutating func markup(_ string: StaticString, at source: Int) {
    mark(source: source, isLinear: false)
    string.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
  }

  mutating func markup(_ string: String, at source: Int) {
    mark(source: source, isLinear: false)
    bytes.append(contentsOf: string.utf8)
  }

  mutating func raw(_ slice: ArraySlice<UInt8>, from source: Int) {
    mark(source: source, isLinear: true)
    bytes.append(contentsOf: slice)
  }

  /// Text of the file, byte for byte; what HTML would misread is escaped.
  mutating func text(_ slice: ArraySlice<UInt8>, from source: Int) {
    var start = slice.startIndex
    for i in slice.indices {
      let b = slice[i]
      guard b == 0x26 || b == 0x3C || b == 0x3E else { continue }
      if start < i { raw(slice[start..<i], from: source + (start - slice.startIndex)) }
      escaped(b, at: source + (i - slice.startIndex))
      start = i + 1
    }
    if start < slice.endIndex { raw(slice[start...], from: source + (start - slice.startIndex)) }
  }

  /// Text that the file writes differently.
  mutating func decodedText(_ slice: ArraySlice<UInt8>, at source: Int) {
    for b in slice {
      if b == 0x26 || b == 0x3C || b == 0x3E || b == 0x22 {
        escaped(b, at: source)
      } else {
        mark(source: source, isLinear: false)
        bytes.append(b)
      }
    }
  }

  private mutating func escaped(_ b: UInt8, at source: Int) {
    // Each in a run of its own, so that the parser's event for it finds its place.
    runs.append(.init(html: bytes.count, source: source, isLinear: false))
    switch b {
    case 0x26: bytes.append(contentsOf: "&amp;".utf8)
    case 0x3C: bytes.append(contentsOf: "&lt;".utf8)
    case 0x3E: bytes.append(contentsOf: "&gt;".utf8)
    default: bytes.append(contentsOf: "&quot;".utf8)
    }
  }

  private mutating func mark(source: Int, isLinear: Bool) {
    if let last = runs.last {
      if isLinear, last.isLinear, last.source + (bytes.count - last.html) == source { return }
      if !isLinear, !last.isLinear, last.source == source { return }
    }
    runs.append(.init(html: bytes.count, source: source, isLinear: isLinear))
  }

  /// The run that holds an offset.
  func runIndex(at html: Int) -> Int {
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].html <= html { low = middle + 1 } else { high = middle }
    }
    return max(low - 1, 0)
  }

  func source(at html: Int) -> Int {
    guard !runs.isEmpty else { return 0 }
    let run = runs[runIndex(at: html)]
    return run.isLinear ? run.source + max(0, html - run.html) : run.source
  }
}
