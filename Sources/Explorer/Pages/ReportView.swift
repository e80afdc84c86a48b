import Foundation
import KnowledgeGraph

/// What the shapes find, by post.
struct ReportView {
  let scope: PageScope
  let findings: [ExplorerInput.Finding]

  struct Entry {
    var file: String?
    var finding: ExplorerInput.Finding
    var line: Int
  }

  /// By file and line; what stems from no post comes last.
  static func entries(_ findings: [ExplorerInput.Finding]) -> [Entry] {
    var entries: [Entry] = []
    for finding in findings {
      // A finding of many posts stands with each: the line is what one mends.
      var files: Set<String> = []
      for place in finding.places where files.insert(place.file).inserted {
        entries.append(Entry(file: place.file, finding: finding, line: place.line ?? 0))
      }
      if files.isEmpty { entries.append(Entry(file: nil, finding: finding, line: 0)) }
    }
    return entries.sorted { a, b in
      (a.file == nil ? 1 : 0, a.file ?? "", a.finding.severity, a.line, a.finding.message, a.finding.node) < (
        b.file == nil ? 1 : 0, b.file ?? "", b.finding.severity, b.line, b.finding.message, b.finding.node
      )
    }
  }

  func context(_ number: Int) -> [String: Any] {
    scope.catalogue.lists()
    let entries = Self.entries(findings)
    var files: [[String: Any]] = []
    var file: String??
    var rows: [[String: Any]] = []
    func close() {
      if let file { files.append(heading(file).merging(["findings": rows]) { $1 }) }
      rows = []
    }
    let view = FindingView(scope: scope)
    for entry in entries[PageNumbers.range(number, of: entries.count)] {
      if file != .some(entry.file) { close() }
      file = .some(entry.file)
      rows.append(view.row(entry.finding, file: entry.file))
    }
    close()
    return PageNumbers.context(number, items: entries.count, scope: scope) { .report($0) }.merging([
      "heading1": scope.texts("report.title"), "intro": scope.texts("report.lead"), "files": files,
      "empty": findings.isEmpty ? scope.texts("report.clean") : "",
      "totals": totals(),
    ]) { $1 }
  }

  /// All findings, and the posts that they are about.
  func fingerprint() -> UInt64 {
    var print = Fingerprint()
    print.combine(ExplorerInput.Finding.fingerprint(findings).description)
    for entry in Self.entries(findings) {
      if let file = entry.file { print.combine(scope.catalogue.post(ofFile: file) ?? "-") }
    }
    return print.value
  }

  private func totals() -> String {
    [ExplorerInput.Finding.Severity.violation, .warning, .info].compactMap { severity in
      let count = findings.count { $0.severity == severity }
      return count > 0 ? scope.texts.count("severity.\(severity)s", count) : nil
    }.joined(separator: " · ")
  }

  private func heading(_ file: String?) -> [String: Any] {
    guard let file else { return ["fileLink": Markup(text: scope.texts("report.nofile")), "filePath": ""] }
    let link = scope.catalogue.post(ofFile: file).map { scope.link($0).markup } ?? Markup()
    return ["fileLink": link, "filePath": file]
  }
}
