import Foundation
import Publishing

/// What a watching export says: one line a change.
enum ChangeText {
  static func text(_ changes: [FolderWatch.Change]) -> String {
    guard let first = changes.first else { return "nothing changed" }
    let more = changes.count - 1
    return "\(first.file) \(first.kind.rawValue)" + (more > 0 ? " and \(more) more" : "")
  }

  static func result(_ summary: ExportSummary, seconds: Double) -> String {
    let violations = summary.violationCount
    return
      "\(summary.postCount) posts, \(summary.factCount) facts, \(violations) violation\(violations == 1 ? "" : "s"), "
      + String(format: "%.1f s", seconds)
  }
}
