/// Character classes and escapes (XSD 1.1 Part 2 §G.4.1, §G.4.2).
extension RegexParser {
  /// What follows a `[`, to its `]`.
  mutating func characterClass(depth: Int = 0) throws(XPathRegex.Fault) -> ScalarSet {
    guard depth < 100 else { throw fault("character classes nest too deep") }
    var set = ScalarSet()
    set.ignoresCase = ignoresCase
    set.isNegated = take("^")
    var isEmpty = true
    while true {
      let scalar = try advance("the ] of a character class is missing")
      switch scalar {
      case "]":
        guard !isEmpty else { throw fault("a character class is empty") }
        return set
      case "-" where next == "[" && !isEmpty:
        skip()
        set.subtracted = [try characterClass(depth: depth + 1)]
        guard take("]") else { throw fault("after a subtraction the ] of the character class is missing") }
        return set
      case "[": throw fault("a [ in a character class is written \\[")
      case "\\":
        if let start = singleEscape() {
          set.written.append(try range(from: start))
        } else {
          try escape(into: &set)
        }
      default: set.written.append(try range(from: scalar))
      }
      isEmpty = false
    }
  }

  /// A character of a class, or the range that it begins.
  private mutating func range(from start: Unicode.Scalar) throws(XPathRegex.Fault) -> ClosedRange<UInt32> {
    // A hyphen before the end or before a subtraction means itself.
    guard next == "-", !looks(at: "-]"), !looks(at: "-[") else { return start.value...start.value }
    _ = take("-")
    var end = try advance("the ] of a character class is missing")
    if end == "\\" {
      guard let escaped = singleEscape() else { throw fault("a range ends in an escape for many characters") }
      end = escaped
    }
    guard start.value <= end.value else { throw fault("the range \(start)-\(end) is the wrong way round") }
    return start.value...end.value
  }

  /// After a backslash: the one character that is meant, or nil when it is an escape for many.
  mutating func singleEscape() -> Unicode.Scalar? {
    switch next {
    case "n":
      skip()
      return "\n"
    case "r":
      skip()
      return "\r"
    case "t":
      skip()
      return "\t"
    case let scalar? where "\\|.?*+(){}-[]^$".unicodeScalars.contains(scalar):
      skip()
      return scalar
    default: return nil
    }
  }

  /// After a backslash: adds what the escape stands for.
  mutating func escape(into set: inout ScalarSet) throws(XPathRegex.Fault) {
    if let scalar = singleEscape() {
      set.written.append(scalar.value...scalar.value)
      return
    }
    let letter = try advance("the pattern ends in a backslash")
    let space: [ClosedRange<UInt32>] = [0x9...0xA, 0xD...0xD, 0x20...0x20]
    switch letter {
    case "s": set.fixed += space
    case "S": set.fixed += ScalarSet.complement(space)
    case "i": set.fixed += XMLNames.starts
    case "I": set.fixed += ScalarSet.complement(XMLNames.starts)
    case "c": set.fixed += XMLNames.parts
    case "C": set.fixed += ScalarSet.complement(XMLNames.parts)
    case "d": set.categories = set.categories.union(.decimalDigits)
    case "D": set.categories = set.categories.union(CategorySet.decimalDigits.complement)
    case "w": set.categories = set.categories.union(CategorySet.nonWords.complement)
    case "W": set.categories = set.categories.union(.nonWords)
    case "p": try property(into: &set, isNegated: false)
    case "P": try property(into: &set, isNegated: true)
    default: throw fault("\\\(letter) is no escape of XPath's regular expressions")
    }
  }

  /// `{Lu}`, `{L}` or `{IsBlock}`.
  private mutating func property(into set: inout ScalarSet, isNegated: Bool) throws(XPathRegex.Fault) {
    guard take("{") else { throw fault("\\p is not followed by {") }
    var name = ""
    while !take("}") { name.unicodeScalars.append(try advance("the } after \\p{ is missing")) }
    if name.hasPrefix("Is") {
      guard let ranges = UnicodeBlocks.range(String(name.dropFirst(2))) else {
        throw fault("there is no Unicode block \(name.dropFirst(2))")
      }
      set.fixed += isNegated ? ScalarSet.complement(ranges) : ranges
    } else {
      guard let category = CategorySet(name) else { throw fault("there is no Unicode category \(name)") }
      set.categories = set.categories.union(isNegated ? category.complement : category)
    }
  }
}
