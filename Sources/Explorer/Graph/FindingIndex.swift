/// What the shapes found, by file.
struct FindingIndex: Sendable {
  let all: [ExplorerInput.Finding]
  private let byFile: [String: [Int]]

  init(_ findings: [ExplorerInput.Finding]) {
    all = findings
    var byFile: [String: [Int]] = [:]
    for (index, finding) in findings.enumerated() {
      for place in finding.places where byFile[place.file]?.last != index {
        byFile[place.file, default: []].append(index)
      }
    }
    self.byFile = byFile
  }

  /// In their order.
  func findings(in file: String) -> [ExplorerInput.Finding] { (byFile[file] ?? []).map { all[$0] } }
}
