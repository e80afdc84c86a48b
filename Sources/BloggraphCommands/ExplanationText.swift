import KnowledgeGraph
import Publishing
import RDFModel

/// An explanation for a terminal.
enum ExplanationText {
  static func text(_ explanation: Explanation) -> String {
    var lines = [explanation.title, "<\(explanation.node.string)>"]
    if !explanation.otherNames.isEmpty { lines.append("also: " + explanation.otherNames.joined(separator: ", ")) }
    if !explanation.talks.isEmpty { lines += ["", "Talks about it:"] }
    for talk in explanation.talks {
      lines += ["", talk.title]
      var last: String?
      for fact in talk.facts {
        if fact.sentence != last { lines.append("  \(fact.sentence).") }
        last = fact.sentence
        lines += evidence(fact).map { "  " + $0 }
      }
    }
    var last: String?
    for fact in explanation.facts {
      // What several posts say is one sentence with the words of each.
      if fact.sentence != last { lines += ["", fact.sentence + "."] }
      last = fact.sentence
      lines += evidence(fact)
    }
    if !explanation.mentions.isEmpty {
      lines += ["", "Mentioned in \(explanation.mentions.count) post\(explanation.mentions.count == 1 ? "" : "s"):"]
      for mention in explanation.mentions {
        let first = mention.quotations.first
        lines.append(
          "  \(place(mention.file, first?.line))  \(first.map(\.inContext) ?? "")"
            + (mention.quotations.count > 1 ? "  (\(mention.quotations.count) times)" : ""))
      }
    }
    if !explanation.reference.isEmpty {
      lines += ["", "From the gazetteer:"]
      for (property, value) in explanation.reference { lines.append("  \(property) \(value)") }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func evidence(_ fact: ExplainedFact) -> [String] {
    let confidence = "rule \(fact.rule), confidence \(fact.confidence)"
    guard !fact.quotations.isEmpty else { return ["  \(fact.file)  (\(confidence))"] }
    return fact.quotations.enumerated().map { index, quotation in
      "  \(place(fact.file, quotation.line))  \(quotation.inContext)" + (index == 0 ? "  (\(confidence))" : "")
    }
  }

  /// `file:line`, or the file where no line is known.
  static func place(_ file: String, _ line: Int?) -> String { line.map { "\(file):\($0)" } ?? file }
}
