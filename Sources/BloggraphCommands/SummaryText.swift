import Entities
import Foundation
import Posts
import Publishing
import Statements

/// The closing words of an export.
enum SummaryText {
  static func text(_ summary: ExportSummary, output: String, seconds: Double) -> String {
    var lines: [String] = []
    let skipped = summary.skipped.map { "\($0.count) \(reason($0.reason, $0.count))" }
    lines.append(
      "Posts:      \(summary.postCount) read" + (skipped.isEmpty ? "" : ", skipped: " + skipped.joined(separator: ", "))
    )
    lines.append(
      "Entities:   " + summary.entities.map { "\($0.count) \(name($0.type, $0.count))" }.joined(separator: ", "))
    lines.append("Facts:      \(summary.factCount)")
    for (index, effect) in summary.curation.enumerated() {
      lines.append((index == 0 ? "Curation:   " : "            ") + curation(effect))
    }
    var violations = "Violations: \(summary.violationCount)"
    if summary.remarkCount > 0 { violations += ", and \(summary.remarkCount) remarks" }
    if summary.violationCount + summary.remarkCount > 0 { violations += " (see \(file("report.txt", in: output)))" }
    lines.append(violations)
    let errors = summary.problems.count { $0.severity == .error }
    if errors > 0 { lines.append("Problems:   \(errors) (above)") }
    lines.append("Written to \(output) in \(String(format: "%.1f", seconds)) s")
    return lines.joined(separator: "\n") + "\n"
  }

  private static func curation(_ effect: CurationEffect) -> String {
    func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
    let parts =
      [count(effect.posts, "post")] + (effect.mentions > 0 ? [count(effect.mentions, "mention")] : [])
      + (effect.facts > 0 ? [count(effect.facts, "fact")] : [])
    return "\(effect.action) (\(parts.joined(separator: ", ")))"
  }

  private static func file(_ name: String, in folder: String) -> String {
    folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }

  private static func reason(_ reason: Blog.SkippedFile.Reason, _ count: Int) -> String {
    switch reason {
    case .draft: count == 1 ? "draft" : "drafts"
    case .future: "dated in the future"
    case .expired: "expired"
    case .section: count == 1 ? "section page" : "section pages"
    case .problem: "with problems"
    case .notContent: "no content"
    case .tooLarge: "too large"
    }
  }

  private static func name(_ type: EntityType, _ count: Int) -> String {
    switch type {
    case .person: count == 1 ? "person" : "people"
    default: count == 1 ? type.rawValue : type.rawValue + "s"
    }
  }
}
