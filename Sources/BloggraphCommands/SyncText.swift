import Foundation
import Publishing
import RDFModel
import StoreSync

/// What a sync says.
enum SyncText {
  /// A line for each graph: `+` new, `~` another content, `-` gone.
  static func list(_ plan: SyncPlan) -> String {
    let lines =
      plan.added.map { ($0.name, "+ \($0.name.string)  \(counted($0.statements))\n") }
      + plan.replaced.map { ($0.name, "~ \($0.name.string)  \(counted($0.statements))\n") }
      + plan.deleted.map { ($0, "- \($0.string)\n") }
    return lines.sorted { $0.0 < $1.0 }.map(\.1).joined()
  }

  static func summary(_ plan: SyncPlan, export: ExportGraphs, store: String, isDryRun: Bool) -> String {
    let parts = [
      "\(plan.added.count) \(isDryRun ? "to add" : "added")", "\(plan.replaced.count) \(isDryRun ? "to replace" : "replaced")",
      "\(plan.deleted.count) \(isDryRun ? "to delete" : "deleted")", "\(plan.unchanged) unchanged",
    ]
    return "Graphs:     \(parts.joined(separator: ", "))\n"
  }

  static func closing(_ summary: SyncSummary, seconds: Double) -> String {
    var text = "Statements: \(summary.statementsSent) sent"
    if summary.graphsCounted > 0 {
      text += "; counted in \(summary.graphsCounted) graph\(summary.graphsCounted == 1 ? "" : "s"), as in the export"
    }
    return text + "\nDone in \(String(format: "%.1f", seconds)) s\n"
  }

  static func damaged(_ graph: IRI) -> String {
    "<\(graph.string)> has another number of statements in the store than was put there; sending it again"
  }

  private static func counted(_ statements: Int) -> String {
    "\(statements) statement\(statements == 1 ? "" : "s")"
  }
}

/// Tells on a terminal how far a sync has come.
final class SyncProgress {
  private let isShown: Bool
  private var drawn = ""

  init(quiet: Bool) { isShown = !quiet && Console.talksToTerminal }

  func show(_ done: Int, of total: Int) {
    guard isShown else { return }
    drawn = "Sending graphs: \(done) of \(total)"
    Console.talk("\r\u{1B}[K" + drawn)
  }

  /// Leaves a clean line behind.
  func finish() {
    if !drawn.isEmpty { Console.talk("\r\u{1B}[K") }
    drawn = ""
  }
}
