import Entities
import Mentions
import OntologyData

/// How often what a rule says is right, measured: `ontology/confidence.tsv`, written by `tools/measure-confidence.py`.
///
/// While a post is read, the numbers beside the rules decide which of two rules is trusted more. What leaves is the share of
/// right ones among the rule's findings in posts that people have annotated, smoothed (see the script).
struct ConfidenceTable: Sendable {
  private struct Key: Hashable {
    let rule: String
    let relation: String
  }
  private var measured: [Key: Double] = [:]
  /// By relation, for rules that nobody measured; `*` for any.
  private var priors: [String: Double] = [:]

  static let path = "confidence.tsv"

  init(ontology: OntologyFolder) throws(OntologyDataError) {
    // A folder without measurements has the rules' own numbers.
    try self.init(bytes: (try? ontology.bytes(Self.path)) ?? [])
  }

  /// Rows of rule, relation, right, wrong and confidence behind a header; a rule `*` gives the prior of a relation, and the
  /// relation `*` stands for any. Lines that begin with `#` are remarks.
  init(bytes: [UInt8]) throws(OntologyDataError) {
    var isHeader = true
    for (number, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      guard let first = line.first, first != UInt8(ascii: "#") else { continue }
      if isHeader {
        isHeader = false
        continue
      }
      let cells = String(decoding: line, as: UTF8.self).split(separator: "\t", omittingEmptySubsequences: false)
      guard cells.count >= 5, let value = Double(cells[4]), (0...1).contains(value) else {
        throw OntologyDataError(
          .badTable, file: Self.path, line: number + 1,
          "a row needs rule, relation, right, wrong, and a confidence from 0 to 1")
      }
      if cells[0] == "*" {
        priors[String(cells[1])] = value
      } else {
        measured[Key(rule: String(cells[0]), relation: String(cells[1]))] = value
      }
    }
  }

  /// Of a rule that nobody measured, the prior of what it says, and never more than was written beside the rule.
  func confidence(_ rule: String, _ relation: String, written: Double) -> Double {
    if let known = measured[Key(rule: rule, relation: relation)] ?? measured[Key(rule: rule, relation: "*")] {
      return known
    }
    guard let prior = priors[relation] ?? priors["*"] else { return written }
    return min(prior, written)
  }

  func apply(to extraction: inout PostExtraction) {
    for index in extraction.statements.indices {
      let statement = extraction.statements[index]
      extraction.statements[index].confidence = confidence(
        statement.rule, statement.relation.rawValue, written: statement.confidence)
    }
    for index in extraction.entities.indices {
      let entity = extraction.entities[index]
      extraction.entities[index].confidence = confidence(
        entity.rule, entity.id.type.rawValue, written: entity.confidence)
    }
  }
}
