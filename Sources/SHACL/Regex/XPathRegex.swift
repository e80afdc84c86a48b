/// A regular expression as `fn:matches` has it (XQuery and XPath Functions 3.1 §5.6), which SPARQL's `REGEX` and so
/// `sh:pattern` are defined by. It works on Unicode scalars, searches the whole text, and takes time linear in it,
/// back-references aside.
struct XPathRegex: Sendable {
  /// Why a text is no regular expression.
  struct Fault: Error, Hashable, CustomStringConvertible {
    let reason: String
    /// Unicode scalars from the pattern's start.
    let position: Int
    var description: String { "\(reason) (at character \(position + 1))" }
  }

  private let program: RegexProgram

  init(_ pattern: String, flags: String = "") throws(Fault) {
    let flags = try RegexFlags(flags)
    let scalars = Array(pattern.unicodeScalars)
    if flags.contains(.isLiteral) {
      let nodes = scalars.map {
        RegexNode.set(ScalarSet($0, ignoresCase: flags.contains(.ignoresCase)).finished())
      }
      program = try RegexProgram(.sequence(nodes), flags: flags)
      return
    }
    var parser = RegexParser(scalars, flags: flags)
    program = try RegexProgram(try parser.parse(), flags: flags)
  }

  /// Whether the pattern occurs in the text, which is UTF-8.
  func matches(_ text: ArraySlice<UInt8>, _ scratch: inout RegexScratch) -> Bool {
    program.hasBackReferences ? program.matchesTrackingGroups(text) : program.matches(text, &scratch)
  }

  func matches(_ text: String) -> Bool {
    var scratch = RegexScratch()
    return matches(Array(text.utf8)[...], &scratch)
  }
}

/// The flags of `fn:matches` (§5.6.2).
struct RegexFlags: OptionSet, Sendable {
  let rawValue: Int
  static let dotAll = RegexFlags(rawValue: 1)
  static let multiline = RegexFlags(rawValue: 2)
  static let ignoresCase = RegexFlags(rawValue: 4)
  static let ignoresSpace = RegexFlags(rawValue: 8)
  static let isLiteral = RegexFlags(rawValue: 16)

  init(rawValue: Int) { self.rawValue = rawValue }

  init(_ text: String) throws(XPathRegex.Fault) {
    self = []
    for flag in text {
      switch flag {
      case "s": insert(.dotAll)
      case "m": insert(.multiline)
      case "i": insert(.ignoresCase)
      case "x": insert(.ignoresSpace)
      case "q": insert(.isLiteral)
      default: throw .init(reason: "there is no flag \(flag)", position: 0)
      }
    }
  }
}
