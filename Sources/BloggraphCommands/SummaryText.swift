import Entities
import Foundation
import Posts
import Publishing
import Statements

/// The closing words of an export.
enum SummaryText {
  /// - Parameters:
  ///   - output: the folder of the export, if one was written.
  ///   - written: all that was written to.
  static func text(_ summary: ExportSummary, output: String?, written: String, seconds: Double) -> String {
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
    if summary.pages.count > 0 { lines.append("Pages:      " + pages(summary.pages)) }
    var violations = "Violations: \(summary.violationCount)"
    if summary.remarkCount > 0 { violations += ", and \(summary.remarkCount) remarks" }
    if let output, summary.violationCount + summary.remarkCount > 0 {
      violations += " (see \(file("report.txt", in: output)))"
    }
    lines.append(violations)
    if summary.lacksPictures { lines.append("Pictures:   none, as there is no dot here (Debian's package graphviz)") }
    let errors = summary.problems.count { $0.severity == .error }
    if errors > 0 { lines.append("Problems:   \(errors) (above)") }
    lines.append("Written to \(written) in \(String(format: "%.1f", seconds)) s")
    return lines.joined(separator: "\n") + "\n"
  }

  /// A page says only what its reader sees, and names nothing by halves: what that left out.
  private static func pages(_ pages: PageCounts) -> String {
    var left: [String] = []
    if pages.unshown > 0 { left.append("\(pages.unshown) that no reader sees") }
    if pages.incomplete > 0 { left.append("\(pages.incomplete) that are incomplete") }
    return "\(pages.count) with structured data" + (left.isEmpty ? "" : ", left out: " + left.joined(separator: ", "))
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
