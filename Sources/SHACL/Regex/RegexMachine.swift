/// Memory that matching uses again and again.
struct RegexScratch: Sendable {
  fileprivate var current: [Int] = []
  fileprivate var next: [Int] = []
  fileprivate var stack: [Int] = []
  /// By instruction: in which step it was last added.
  fileprivate var seen: [Int] = []
  fileprivate var step = 0

  init() {}

  fileprivate mutating func prepare(_ count: Int) {
    current.removeAll(keepingCapacity: true)
    next.removeAll(keepingCapacity: true)
    if seen.count < count { seen = Array(repeating: 0, count: count) }
    // Steps go on counting from text to text, so that `seen` need not be cleared.
    step += 1
  }
}

/// Where in the text the machine stands.
struct RegexPosition {
  let isStart: Bool
  let isEnd: Bool
  /// After a line end that is not the text's last character.
  let isLineStart: Bool
  let isLineEnd: Bool
}

extension RegexProgram {
  /// Runs all ways through the program side by side, one character after the other.
  func matches(_ text: ArraySlice<UInt8>, _ scratch: inout RegexScratch) -> Bool {
    scratch.prepare(code.count)
    var reader = ScalarReader(text)
    var previous: Unicode.Scalar?
    while true {
      let scalar = reader.next()
      let position = RegexPosition(previous: previous, next: scalar)
      if previous == nil || !isAnchored {
        if add(0, position, to: &scratch.current, &scratch.stack, &scratch.seen, scratch.step) { return true }
      }
      guard let scalar, !scratch.current.isEmpty || !isAnchored else { return false }
      // What can be reached after this character is judged where that character ends.
      let landing = RegexPosition(previous: scalar, next: reader.ahead)
      scratch.step += 1
      scratch.next.removeAll(keepingCapacity: true)
      for at in scratch.current {
        guard case .scalar(let set) = code[at], sets[set].contains(scalar) else { continue }
        if add(at + 1, landing, to: &scratch.next, &scratch.stack, &scratch.seen, scratch.step) { return true }
      }
      swap(&scratch.current, &scratch.next)
      previous = scalar
    }
  }

  /// Follows all instructions that take no character; true when one of them is the end.
  private func add(
    _ start: Int, _ position: RegexPosition, to list: inout [Int], _ stack: inout [Int], _ seen: inout [Int],
    _ step: Int
  ) -> Bool {
    stack.removeAll(keepingCapacity: true)
    stack.append(start)
    while let at = stack.popLast() {
      guard seen[at] != step else { continue }
      seen[at] = step
      switch code[at] {
      case .scalar: list.append(at)
      case .split(let a, let b):
        stack.append(b)
        stack.append(a)
      case .jump(let to): stack.append(to)
      case .start: if holdsStart(position) { stack.append(at + 1) }
      case .end: if holdsEnd(position) { stack.append(at + 1) }
      case .open, .close: stack.append(at + 1)
      case .backReference: break
      case .match: return true
      }
    }
    return false
  }

  func holdsStart(_ position: RegexPosition) -> Bool {
    position.isStart || (flags.contains(.multiline) && position.isLineStart)
  }

  func holdsEnd(_ position: RegexPosition) -> Bool {
    position.isEnd || (flags.contains(.multiline) && position.isLineEnd)
  }
}

extension RegexPosition {
  init(previous: Unicode.Scalar?, next: Unicode.Scalar?) {
    isStart = previous == nil
    isEnd = next == nil
    isLineStart = previous == "\n" && next != nil
    isLineEnd = next == "\n"
  }
}

/// Scalars from UTF-8.
struct ScalarReader {
  private var iterator: ArraySlice<UInt8>.Iterator
  private var decoder = UTF8()
  private(set) var ahead: Unicode.Scalar?

  init(_ text: ArraySlice<UInt8>) {
    iterator = text.makeIterator()
    ahead = read()
  }

  mutating func next() -> Unicode.Scalar? {
    let scalar = ahead
    if scalar != nil { ahead = read() }
    return scalar
  }

  private mutating func read() -> Unicode.Scalar? {
    switch decoder.decode(&iterator) {
    case .scalarValue(let scalar): scalar
    case .emptyInput: nil
    case .error: "\u{FFFD}"
    }
  }
}
