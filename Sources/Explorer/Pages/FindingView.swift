import Foundation
import KnowledgeGraph

/// One result of the validation.
struct FindingView {
  let scope: PageScope

  /// - Parameter file: the places in this file are shown, or all when there is none.
  func row(_ finding: ExplorerInput.Finding, file: String?) -> [String: Any] {
    let places = finding.places.filter { file == nil || $0.file == file }
    let lines = places.compactMap(\.line).map {
      scope.texts("report.line").replacingOccurrences(of: "{n}", with: String($0))
    }
    let hasPage = scope.catalogue[finding.node]?.kind != nil
    return [
      "severity": String(describing: finding.severity),
      "severityName": scope.texts("severity.\(finding.severity)"),
      "node": hasPage
        ? Markup.link(scope.address(.thing(finding.node)), Markup.name(finding.title)) : Markup.name(finding.title),
      "message": finding.message, "lines": lines.joined(separator: ", "),
    ]
  }
}
