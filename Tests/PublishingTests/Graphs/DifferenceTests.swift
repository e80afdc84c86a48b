import Foundation
import Publishing
import RDFModel
import RDFSyntax
import TestSupport
import Testing

@Suite struct DifferenceTests {
  private typealias Quads = Set<String>

  /// Lines by a generator of one's own, so that a failure comes back.
  private struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ state >> 29
    }
  }

  private func export(_ lines: some Sequence<String>) throws -> ExportGraphs {
    let scratch = try ScratchFolder()
    try scratch.write(lines.map { $0 + "\n" }.joined(), to: "graph.nq")
    return try ExportGraphs(folder: scratch.url.path)
  }

  /// What a store does with a patch (https://afs.github.io/rdf-patch/).
  private func apply(_ patch: [UInt8], to quads: Quads) throws -> Quads {
    var quads = quads
    var rows = String(decoding: patch, as: UTF8.self).split(separator: "\n").map(String.init)
    #expect(
      rows.removeFirst().contains(
        #/^H id <urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}> \.$/#))
    #expect(rows.removeFirst() == "TX .")
    #expect(rows.removeLast() == "TC .")
    for row in rows {
      let quad = String(row.dropFirst(2))
      // What is removed is there, what is added is not: nothing goes in vain.
      switch row.prefix(2) {
      case "A ": #expect(quads.insert(quad).inserted)
      case "D ": #expect(quads.remove(quad) != nil)
      default: Issue.record("no row of a patch: \(row)")
      }
    }
    return quads
  }

  @Test(arguments: 1...40) func aPatchGivesTheNewExport(_ seed: UInt64) throws {
    var dice = Dice(state: seed)
    func some() -> Quads {
      Quads(
        (0..<Int.random(in: 0...60, using: &dice)).map { _ in
          let object = Bool.random(using: &dice) ? "<urn:o>" : "\"é \\\" \(Int.random(in: 0...3, using: &dice))\"@fr"
          return
            "<urn:s\(Int.random(in: 0...4, using: &dice))> <urn:p> \(object) <urn:g\(Int.random(in: 0...5, using: &dice))> ."
        })
    }
    let (old, new) = (some(), some())
    let difference = try ExportDifference(from: export(old.sorted()), to: export(new.sorted()))
    #expect(try apply(PatchForm().bytes(difference), to: old) == new)
    #expect(difference.changes.isEmpty == (old == new))
  }

  @Test func anUpdateDropsWhatIsGoneAndNamesTheRest() throws {
    let difference = try ExportDifference(
      from: export(["<urn:a> <urn:p> \"1\" <urn:g> .", "<urn:a> <urn:p> \"1\" <urn:h> ."]),
      to: export(["<urn:a> <urn:p> \"2\" <urn:g> .", "<urn:a> <urn:p> \"3\" <urn:i> ."]))
    #expect(
      String(decoding: UpdateForm().bytes(difference), as: UTF8.self) == """
        # Posts: 1 added, 1 removed, 1 changed; statements: 2 added, 2 removed.
        DELETE DATA { GRAPH <urn:g> {
        <urn:a> <urn:p> "1" .
        } } ;
        INSERT DATA { GRAPH <urn:g> {
        <urn:a> <urn:p> "2" .
        } } ;
        DROP SILENT GRAPH <urn:h> ;
        INSERT DATA { GRAPH <urn:i> {
        <urn:a> <urn:p> "3" .
        } } ;

        """)
  }

  private func blog(_ files: [String: String]) throws -> ExportGraphs {
    let scratch = try ScratchFolder()
    try scratch.write("baseURL: https://blog.example/\n", to: "site/hugo.yaml")
    for (path, text) in files { try scratch.write(text, to: "site/content/" + path) }
    let export = try SampleExport.export(URL(filePath: scratch.path("site")), jobs: 1, pages: false)
    try OutputFolder(scratch.path("out")).replace(with: export.files, generator: "test")
    return try ExportGraphs(folder: scratch.path("out"))
  }

  @Test func theTextIsForAnEditor() throws {
    func post(_ title: String, _ text: String) -> String {
      "---\ntitle: \(title)\ndate: 2019-02-25\nauthor: Ada Example\n---\n\n\(text)\n"
    }
    let kept = post("Oars", "Prometheus is in Ottawa.")
    let old = try blog([
      "kept.md": kept, "gone.md": post("Rafts", "A word about Linkerd."),
      "sail.md": post("Sails", "Ada Example, Solutions Architect at Example Rigging Inc., spoke about Kubernetes."),
    ])
    let new = try blog([
      "kept.md": kept, "new.md": post("Keels", "A word about Istio."),
      "sail.md": post("Sails", "Ada Example, Solutions Architect at Other Rigging Inc., spoke about Kubernetes."),
    ])
    let text = TextForm().text(try ExportDifference(from: old, to: new))
    // What the gazetteer says changes with the gazetteer.
    let sections = text.components(separatedBy: "\n\n")
    let stable = sections.filter { !$0.hasPrefix("~ The gazetteer") && !$0.hasPrefix("Posts: ") }
    #expect(sections.count == stable.count + 2)
    #expect(text.contains("\n    - Linkerd is at the CNCF level graduated\n"))
    #expect(text.hasSuffix("." + "\n") && text.contains("\nPosts: 1 added, 1 removed, 1 changed; statements: "))
    try Snapshot.check(stable.joined(separator: "\n\n") + "\n", "PublishingTests", "difference.txt")
    #expect(TextForm().text(try ExportDifference(from: old, to: old)) == "Both exports say the same.\n")
  }
}
