import Foundation
import KnowledgeGraph
import Publishing
import TestSupport
import Testing

/// An export's report has the results that pySHACL finds, and no others.
@Suite(.enabled(if: PythonReaders.python != nil, "no .venv: make deps installs pySHACL"))
struct ReportAgreementTests {
  @Test func onTheSampleExport() throws { try compare(SampleExport.shared.get()) }

  @Test(.enabled(if: Folders.shared("posts") != nil, "../shared/posts is absent"))
  func onTheSharedPosts() throws {
    guard let posts = Folders.shared("posts") else { return }
    try compare(SampleExport.export(posts, pages: false))
  }

  private func compare(_ export: Export) throws {
    let scratch = try ScratchFolder()
    for file in export.files { try scratch.write(String(decoding: file.bytes, as: UTF8.self), to: file.path) }
    let script = Folders.fixture("PublishingTests", "readers/pyshacl_report.py").path
    let ontology = Folders.project.appending(path: "ontology").path
    let python = Program(executable: PythonReaders.python ?? URL(filePath: "/nonexistent"))
    let outcome = try python.run([script, scratch.url.path, ontology])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output == "")
    // Neither report is empty, or nothing would have been compared.
    #expect(export.summary.violationCount + export.summary.remarkCount > 0)
  }
}
