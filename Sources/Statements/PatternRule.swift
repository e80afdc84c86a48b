/// A rule of a pattern file.
struct PatternRule: Sendable {
  var name: String
  var confidence: Double
  var alternatives: [Alternative]
  /// By slot.
  var variables: [String]
  var relations: [Relation]

  /// A pattern line.
  struct Alternative: Sendable {
    var elements: [PatternElement]
    /// Its line in the file, from 1.
    var line: Int
  }

  /// What the rule states when it matches.
  struct Relation: Sendable, Equatable {
    var name: String
    var arguments: [Term]
    /// Lists are paired off in order rather than each with each.
    var isRespective: Bool
  }

  enum Term: Sendable, Equatable {
    case variable(Int)
    case builtin(String)
    case constant(String)
  }
}
