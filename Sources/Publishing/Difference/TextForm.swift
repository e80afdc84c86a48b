import KnowledgeGraph
import RDFModel

/// A difference for an editor: post by post, what is said now and was not before, and what is not said any more.
public struct TextForm: Sendable {
  public init() {}

  public func text(_ difference: ExportDifference) -> String {
    guard !difference.changes.isEmpty else { return "Both exports say the same.\n" }
    var text = ""
    var evidence: [String: ExportDifference.Change] = [:]
    for change in difference.changes where change.graph.string.hasSuffix(Self.evidence) {
      evidence[String(change.graph.string.dropLast(Self.evidence.count))] = change
    }
    for change in difference.changes where !change.graph.string.hasSuffix(Self.evidence) {
      let words = evidence.removeValue(forKey: change.graph.string)
      text += section(change, words, in: difference)
    }
    for post in evidence.keys.sorted() {
      guard let words = evidence[post] else { continue }
      text += "~ <\(post)>\n" + Self.evidenceLine(words) + "\n"
    }
    return text + difference.summary + "\n"
  }

  private static let evidence = "#evidence"

  private func section(
    _ change: ExportDifference.Change, _ evidence: ExportDifference.Change?, in difference: ExportDifference
  ) -> String {
    let before = Statements(change.removed, of: difference.old, graph: change.graph)
    let after = Statements(change.added, of: difference.new, graph: change.graph)
    let mark = change.wasThere ? change.isThere ? "~" : "-" : "+"
    var text = "\(mark) \(title(change, after.title ?? before.title))\n"
    if change.graph.string.hasSuffix("/id/dataset") {
      // Counts and hashes: nobody reads them one by one.
      text += "    \(Self.counts(change))\n"
    } else if mark == "~" {
      text += before.sentences.map { "    - \($0)\n" }.joined() + after.sentences.map { "    + \($0)\n" }.joined()
    } else {
      text += (before.sentences + after.sentences).map { "    \($0)\n" }.joined()
    }
    // For a post that comes or goes as a whole, its evidence goes without saying.
    if let evidence, mark == "~" { text += Self.evidenceLine(evidence) }
    return text + "\n"
  }

  private func title(_ change: ExportDifference.Change, _ known: String?) -> String {
    for (suffix, name) in [("/id/gazetteer", "The gazetteer"), ("/id/dataset", "The description of the export")]
    where change.graph.string.hasSuffix(suffix) {
      return "\(name) <\(change.graph.string)>"
    }
    return (known.map { $0 + " " } ?? "") + "<\(change.graph.string)>"
  }

  private static func counts(_ change: ExportDifference.Change) -> String {
    "\(change.added.count) statements added, \(change.removed.count) removed"
  }

  private static func evidenceLine(_ change: ExportDifference.Change) -> String {
    "    evidence: \(counts(change))\n"
  }
}

extension ExportDifference {
  /// One sentence with a full stop.
  public var summary: String {
    let posts = changes.filter { change in
      !["#evidence", "/id/gazetteer", "/id/dataset"].contains { change.graph.string.hasSuffix($0) }
    }
    let (added, removed) = (posts.count { !$0.wasThere }, posts.count { !$0.isThere })
    let statements = (changes.reduce(0) { $0 + $1.added.count }, changes.reduce(0) { $0 + $1.removed.count })
    return "Posts: \(added) added, \(removed) removed, \(posts.count - added - removed) changed; "
      + "statements: \(statements.0) added, \(statements.1) removed."
  }
}
