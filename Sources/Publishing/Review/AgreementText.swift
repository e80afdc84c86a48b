import JSONLD
public import KnowledgeGraph

/// Comparisons of versions, for a terminal and for programs.
public enum AgreementText {
  public static func text(_ comparisons: [VersionComparison]) -> String {
    guard !comparisons.isEmpty else { return "No post has a version in another language.\n" }
    return comparisons.map { comparison in
      var lines = ["\(comparison.firstFile) and \(comparison.secondFile)"]
      if comparison.disagreements.isEmpty { lines.append("  agree") }
      for disagreement in comparison.disagreements {
        switch disagreement.kind {
        case .differs:
          lines.append("  \(disagreement.topic) differs:")
          lines += (disagreement.first + disagreement.second).flatMap(fact)
        case .lacks:
          let (here, other) =
            disagreement.first.isEmpty
            ? (disagreement.second, comparison.firstFile) : (disagreement.first, comparison.secondFile)
          lines.append("  \(disagreement.topic), which \(other) lacks:")
          lines += here.flatMap(fact)
        }
      }
      return lines.joined(separator: "\n") + "\n"
    }.joined(separator: "\n")
  }

  private static func fact(_ fact: ExplainedFact) -> [String] {
    ["    \(fact.sentence)"]
      + fact.quotations.map { "      \(fact.file)\($0.line.map { ":\($0)" } ?? "")  \($0.inContext)" }
  }

  /// An array with one object for each pair of versions.
  public static func json(_ comparisons: [VersionComparison]) -> String {
    let pairs = comparisons.map { comparison -> JSONValue in
      [
        "first": .string(comparison.firstFile), "second": .string(comparison.secondFile),
        "disagreements": .array(comparison.disagreements.map(value)),
      ]
    }
    return JSONSerializer(isPretty: true).string(of: .array(pairs)) + "\n"
  }

  private static func value(_ disagreement: Disagreement) -> JSONValue {
    [
      "kind": .string(disagreement.kind.rawValue), "topic": .string(disagreement.topic),
      "first": .array(disagreement.first.map(value)), "second": .array(disagreement.second.map(value)),
    ]
  }

  private static func value(_ fact: ExplainedFact) -> JSONValue {
    let quotations = fact.quotations.map { quotation -> JSONValue in
      [
        "file": .string(fact.file), "line": quotation.line.map { .number(JSONNumber($0)) } ?? .null,
        "exact": .string(quotation.exact),
      ]
    }
    return [
      "says": .string(fact.sentence), "rule": .string(fact.rule),
      "confidence": JSONNumber("\(fact.confidence)").map { .number($0) } ?? .null, "quotations": .array(quotations),
    ]
  }
}

extension Assertion.Quotation {
  /// The words between marks, in their context, on one line.
  public var inContext: String {
    ("…" + prefix + "»" + exact + "«" + suffix + "…").map { $0.isNewline ? " " : String($0) }.joined()
  }
}
