/// A regular expression as instructions for a virtual machine (R. Pike, K. Thompson).
struct RegexProgram: Sendable {
  enum Instruction: Sendable {
    case scalar(Int)
    case split(Int, Int)
    case jump(Int)
    case start
    case end
    case open(Int)
    case close(Int)
    case backReference(Int)
    case match
  }

  private(set) var code: [Instruction] = []
  private(set) var sets: [ScalarSet] = []
  private(set) var hasBackReferences = false
  let flags: RegexFlags
  /// It can match at the text's start only.
  let isAnchored: Bool

  private static let largest = 50_000

  init(_ node: RegexNode, flags: RegexFlags) throws(XPathRegex.Fault) {
    self.flags = flags
    isAnchored = !flags.contains(.multiline) && Self.beginsWithStart(node)
    try emit(node)
    code.append(.match)
  }

  private static func beginsWithStart(_ node: RegexNode) -> Bool {
    switch node {
    case .start: true
    case .sequence(let nodes): nodes.first.map(beginsWithStart) ?? false
    case .alternation(let nodes): nodes.allSatisfy(beginsWithStart)
    case .group(_, let node): beginsWithStart(node)
    default: false
    }
  }

  private mutating func emit(_ node: RegexNode) throws(XPathRegex.Fault) {
    guard code.count < Self.largest else {
      throw .init(reason: "its counts make it larger than \(Self.largest) steps", position: 0)
    }
    switch node {
    case .empty: break
    case .set(let set):
      code.append(.scalar(sets.count))
      sets.append(set)
    case .sequence(let nodes): for node in nodes { try emit(node) }
    case .alternation(let nodes): try emit(alternatives: nodes)
    case .repetition(let node, let least, let most): try emit(repeated: node, least: least, most: most)
    case .group(let number, let node):
      code.append(.open(number))
      try emit(node)
      code.append(.close(number))
    case .backReference(let number):
      hasBackReferences = true
      code.append(.backReference(number))
    case .start: code.append(.start)
    case .end: code.append(.end)
    }
  }

  private mutating func emit(alternatives nodes: [RegexNode]) throws(XPathRegex.Fault) {
    var jumps: [Int] = []
    for (index, node) in nodes.enumerated() {
      let isLast = index == nodes.count - 1
      let split = code.count
      if !isLast { code.append(.split(split + 1, 0)) }
      try emit(node)
      if !isLast {
        jumps.append(code.count)
        code.append(.jump(0))
        code[split] = .split(split + 1, code.count)
      }
    }
    for jump in jumps { code[jump] = .jump(code.count) }
  }

  private mutating func emit(repeated node: RegexNode, least: Int, most: Int?) throws(XPathRegex.Fault) {
    for _ in 0..<least { try emit(node) }
    guard let most else {
      let split = code.count
      code.append(.split(split + 1, 0))
      try emit(node)
      code.append(.jump(split))
      code[split] = .split(split + 1, code.count)
      return
    }
    var splits: [Int] = []
    for _ in least..<max(least, most) {
      splits.append(code.count)
      code.append(.split(code.count + 1, 0))
      try emit(node)
    }
    for split in splits { code[split] = .split(split + 1, code.count) }
  }
}
