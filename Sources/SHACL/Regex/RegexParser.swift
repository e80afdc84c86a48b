/// Reads the syntax of XPath's regular expressions (XQuery and XPath Functions 3.1 §5.6.1, on XSD 1.1 Part 2 §G).
struct RegexParser {
  private let pattern: [Unicode.Scalar]
  private let flags: RegexFlags
  private var at = 0
  private(set) var groups = 0
  /// Groups whose closing parenthesis is behind us: only these can be referred back to.
  private var closed: Set<Int> = []
  private var depth = 0

  private static let deepest = 250
  static let largestCount = 10_000

  init(_ pattern: [Unicode.Scalar], flags: RegexFlags) {
    self.pattern = flags.contains(.ignoresSpace) ? Self.withoutSpace(pattern) : pattern
    self.flags = flags
  }

  /// Flag `x`: white space goes before anything is read, except within character classes.
  private static func withoutSpace(_ pattern: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var kept: [Unicode.Scalar] = []
    var depth = 0
    var isEscaped = false
    for scalar in pattern {
      if depth == 0, [0x9, 0xA, 0xD, 0x20].contains(scalar.value) { continue }
      if !isEscaped, scalar == "[" { depth += 1 }
      if !isEscaped, scalar == "]", depth > 0 { depth -= 1 }
      isEscaped = !isEscaped && scalar == "\\"
      kept.append(scalar)
    }
    return kept
  }

  mutating func parse() throws(XPathRegex.Fault) -> RegexNode {
    let node = try alternation()
    guard at == pattern.count else { throw fault("there is a ) without a (") }
    return node
  }

  func fault(_ reason: String) -> XPathRegex.Fault { .init(reason: reason, position: at) }

  var next: Unicode.Scalar? { at < pattern.count ? pattern[at] : nil }

  mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard next == scalar else { return false }
    at += 1
    return true
  }

  /// The next character, whatever it is.
  mutating func advance(_ missing: String) throws(XPathRegex.Fault) -> Unicode.Scalar {
    guard let next else { throw fault(missing) }
    at += 1
    return next
  }

  mutating func skip() { at += 1 }

  var ignoresCase: Bool { flags.contains(.ignoresCase) }

  /// Whether what follows begins so.
  func looks(at text: String) -> Bool { pattern[at...].starts(with: text.unicodeScalars) }

  private mutating func alternation() throws(XPathRegex.Fault) -> RegexNode {
    depth += 1
    defer { depth -= 1 }
    guard depth < Self.deepest else { throw fault("groups nest too deep") }
    var branches = [try branch()]
    while take("|") { branches.append(try branch()) }
    return branches.count == 1 ? branches[0] : .alternation(branches)
  }

  private mutating func branch() throws(XPathRegex.Fault) -> RegexNode {
    var pieces: [RegexNode] = []
    while let next, next != "|", next != ")" {
      pieces.append(try quantified(try atom()))
    }
    return pieces.isEmpty ? .empty : pieces.count == 1 ? pieces[0] : .sequence(pieces)
  }

  private mutating func quantified(_ atom: RegexNode) throws(XPathRegex.Fault) -> RegexNode {
    let node: RegexNode
    switch next {
    case "?": node = .repetition(atom, least: 0, most: 1)
    case "*": node = .repetition(atom, least: 0, most: nil)
    case "+": node = .repetition(atom, least: 1, most: nil)
    case "{":
      at += 1
      let (least, most) = try counts()
      _ = take("?")
      return .repetition(atom, least: least, most: most)
    default: return atom
    }
    at += 1
    _ = take("?")
    return node
  }

  /// `n}`, `n,}` or `n,m}`.
  private mutating func counts() throws(XPathRegex.Fault) -> (Int, Int?) {
    let least = try count()
    if take("}") { return (least, least) }
    guard take(",") else { throw fault("a { is not followed by a count; a brace that means itself is \\{") }
    if take("}") { return (least, nil) }
    let most = try count()
    guard take("}") else { throw fault("the } after a count is missing") }
    guard least <= most else { throw fault("the count {\(least),\(most)} is the wrong way round") }
    return (least, most)
  }

  private mutating func count() throws(XPathRegex.Fault) -> Int {
    var value = 0
    var digits = 0
    while let next, ("0"..."9").contains(next) {
      value = value * 10 + Int(next.value - 0x30)
      guard value <= Self.largestCount else { throw fault("a count is larger than \(Self.largestCount)") }
      digits += 1
      at += 1
    }
    guard digits > 0 else { throw fault("a { is not followed by a count; a brace that means itself is \\{") }
    return value
  }

  private mutating func atom() throws(XPathRegex.Fault) -> RegexNode {
    let scalar = try advance("a character is missing")
    switch scalar {
    case "(": return try group()
    case "[":
      return .set(try characterClass().finished())
    case "^": return .start
    case "$": return .end
    case ".": return .set(ScalarSet.any(dotAll: flags.contains(.dotAll)).finished())
    case "\\": return try escaped()
    case "?", "*", "+", "{":
      at -= 1
      throw fault("a \(scalar) has nothing to repeat; one that means itself is \\\(scalar)")
    case "]", "}":
      at -= 1
      throw fault("a \(scalar) that means itself is written \\\(scalar)")
    default: return .set(ScalarSet(scalar, ignoresCase: ignoresCase).finished())
    }
  }

  private mutating func group() throws(XPathRegex.Fault) -> RegexNode {
    if take("?") {
      guard take(":") else { throw fault("of the forms (?…) only (?:…) exists in XPath") }
      let inner = try alternation()
      guard take(")") else { throw fault("a ) is missing") }
      return inner
    }
    groups += 1
    let number = groups
    let inner = try alternation()
    guard take(")") else { throw fault("a ) is missing") }
    closed.insert(number)
    return .group(number, inner)
  }

  private mutating func escaped() throws(XPathRegex.Fault) -> RegexNode {
    guard let next, ("1"..."9").contains(next) else {
      var set = ScalarSet()
      set.ignoresCase = ignoresCase
      try escape(into: &set)
      return .set(set.finished())
    }
    at += 1
    var number = Int(next.value - 0x30)
    // More digits belong to it as long as there are that many groups.
    while let digit = self.next, ("0"..."9").contains(digit), number * 10 + Int(digit.value - 0x30) <= groups {
      number = number * 10 + Int(digit.value - 0x30)
      at += 1
    }
    guard closed.contains(number) else { throw fault("\\\(number) refers to a group that is not before it") }
    return .backReference(number)
  }
}
