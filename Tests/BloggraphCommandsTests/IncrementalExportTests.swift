import Foundation
import TestSupport
import Testing

/// An export that starts from the one before it writes the same bytes as one that starts from nothing, whatever happened to
/// the posts in between.
@Suite struct IncrementalExportTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  private func export(_ output: String, _ more: String...) throws -> Program.Outcome {
    // Only tests of random changes need the explorer, which takes a debug build longer than all the rest.
    let explorer = more.contains("--explorer") ? [] : ["--no-explorer"]
    return try Program.bloggraph.run(
      ["export", scratch.path("site"), "-o", scratch.path(output)] + explorer + more,
      environment: ["XDG_CACHE_HOME": scratch.path("cache")])
  }

  private func sample() throws {
    try FileManager.default.copyItem(
      atPath: Folders.project.appending(path: "examples/blog").path, toPath: scratch.path("site"))
  }

  /// How many posts a run worked on.
  private func extracted(_ outcome: Program.Outcome) -> Int? {
    outcome.errors.firstMatch(of: #/Extracting from (\d+) posts/#).flatMap { Int($0.1) }
  }

  private func expectSameAsFromNothing(_ what: String, _ more: String...) throws {
    try? FileManager.default.removeItem(atPath: scratch.path("whole"))
    _ = try Program.bloggraph.run(
      ["export", scratch.path("site"), "-o", scratch.path("whole"), "--fresh", "--quiet"]
        + (more.isEmpty ? ["--no-explorer"] : more), environment: ["XDG_CACHE_HOME": scratch.path("cache")])
    let (found, wanted) = (try scratch.contents("out"), try scratch.contents("whole"))
    let different = Set(found.keys).union(wanted.keys).filter { found[$0] != wanted[$0] }.sorted()
    #expect(different == [], "after \(what)")
  }

  // MARK: Random changes

  /// A generator that repeats: a failure names its seed.
  private struct Random: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  @Test(arguments: [1, 2] as [UInt64]) func randomChangesGiveTheSameBytes(_ seed: UInt64) throws {
    try sample()
    var random = Random(state: seed)
    _ = try export("out", "--quiet", "--explorer")
    for round in 0..<5 {
      var done: [String] = []
      for _ in 0..<Int.random(in: 1...3, using: &random) { done.append(try change(round, &random)) }
      _ = try export("out", "--quiet", "--explorer")
      try expectSameAsFromNothing("seed \(seed), \(done.joined(separator: ", "))", "--explorer")
    }
  }

  private func change(_ round: Int, _ random: inout Random) throws -> String {
    let content = scratch.path("site/content")
    let posts = try FileManager.default.subpathsOfDirectory(atPath: content).filter {
      $0.hasSuffix(".md") && !$0.contains("_index")
    }.sorted()
    let post = try #require(posts.randomElement(using: &random))
    let path = content + "/" + post
    let text = try String(contentsOfFile: path, encoding: .utf8)
    switch Int.random(in: 0..<7, using: &random) {
    case 0:
      try FileManager.default.removeItem(atPath: path)
      return "deleted \(post)"
    case 1:
      let new = "en/posts/renamed-\(UInt32.random(in: 0 ... .max, using: &random)).md"
      try FileManager.default.moveItem(atPath: path, toPath: content + "/" + new)
      return "renamed \(post)"
    case 2:
      let names = ["Ada Example", "Noor Haddad", "Sofia Lindqvist"]
      let projects = ["Jaeger", "Vitess", "Istio", "Thanos"]
      let body =
        "\(names.randomElement(using: &random) ?? ""), CTO at Copper Weather, spoke about "
        + "\(projects.randomElement(using: &random) ?? "") at KubeCon Europe 2024."
      try write("en/posts/new-\(round).md", "---\ntitle: New \(round)\ndate: 2024-05-0\(round + 1)\n---\n\n\(body)\n")
      return "added new-\(round)"
    case 3:
      try write(post, text + "\n\nArgo has graduated. Thank you Lantern Foods for hosting us.\n")
      return "appended to \(post)"
    case 4:
      // Another day, another address where the permalink has the date in it.
      try write(post, text.replacing(#/(?m)^date: (\d{4})-\d\d/#) { "date: \($0.1)-0\(round + 1)" })
      return "dated \(post)"
    case 5:
      // A second post at one address, or one in another language under one key.
      try write("fr/posts/copie-\(round).md", text)
      return "copied \(post)"
    default:
      try write(post, "---\ntitle: [\n---\n")
      return "broke \(post)"
    }
  }

  private func write(_ post: String, _ text: String) throws { try scratch.write(text, to: "site/content/" + post) }

  // MARK: What is read again

  private func small() throws {
    for word in ["anchor", "buoy", "cleat"] {
      try scratch.write(
        "---\ntitle: The \(word)\ndate: 2024-01-02\nauthor: Ada Example\n---\n\nKubernetes in Ottawa.\n",
        to: "site/content/\(word).md")
    }
    try scratch.write("baseURL = \"https://blog.example/\"\n", to: "site/hugo.toml")
    #expect(extracted(try export("out")) == 3)
    // Files that changed in the last moment are compared by their bytes; later they need not even be opened.
  }

  @Test func onlyWhatChangedIsReadAgain() throws {
    try small()
    #expect(extracted(try export("out")) == 0)
    try scratch.write("---\ntitle: The buoy\ndate: 2024-01-02\n---\n\nPrometheus.\n", to: "site/content/buoy.md")
    #expect(extracted(try export("out")) == 1)
    try expectSameAsFromNothing("an edit")
    // New times, same bytes.
    let path = scratch.path("site/content/cleat.md")
    try FileManager.default.setAttributes([.modificationDate: Date(timeIntervalSince1970: 1_000)], ofItemAtPath: path)
    #expect(extracted(try export("out")) == 0)
    // Same times and size, other bytes.
    let size = try Data(contentsOf: URL(filePath: path)).count
    let other = "---\ntitle: The cleat\ndate: 2024-01-02\nauthor: Ada Example\n---\n\nKubernetes in Quebec.\n"
    #expect(other.utf8.count == size)
    try scratch.write(other, to: "site/content/cleat.md")
    try FileManager.default.setAttributes([.modificationDate: Date(timeIntervalSince1970: 1_000)], ofItemAtPath: path)
    #expect(extracted(try export("out")) == 1)
    try expectSameAsFromNothing("an edit that hides")
  }

  @Test func otherOptionsConfigurationOrOntologyReadEverythingAgain() throws {
    try small()
    #expect(extracted(try export("out", "--min-confidence", "0.5")) == 3)
    #expect(extracted(try export("out")) == 3)
    try scratch.write("baseURL = \"https://other.example/\"\n", to: "site/hugo.toml")
    #expect(extracted(try export("out")) == 3)
    try expectSameAsFromNothing("another base")
    let ontology = scratch.path("ontology")
    try FileManager.default.copyItem(
      atPath: Folders.project.appending(path: "ontology").path, toPath: ontology)
    #expect(extracted(try export("out", "--ontology", ontology)) == 3)
    #expect(extracted(try export("out", "--ontology", ontology)) == 0)
    let words = URL(filePath: ontology + "/languages/en/words.txt")
    try Data(try Data(contentsOf: words) + Data("\n# more\n".utf8)).write(to: words)
    #expect(extracted(try export("out", "--ontology", ontology)) == 3)
  }

  @Test func filesThatStayTheSameAreNotWrittenAgain() throws {
    try small()
    func inode(_ path: String) throws -> Int? {
      try FileManager.default.attributesOfItem(atPath: scratch.path("out/" + path))[.systemFileNumber] as? Int
    }
    let (page, graph) = (try inode("pages/anchor/index.jsonld"), try inode("graph.nq"))
    #expect(page != nil)
    try scratch.write("---\ntitle: The buoy\ndate: 2024-01-02\n---\n\nPrometheus.\n", to: "site/content/buoy.md")
    _ = try export("out")
    #expect(try inode("pages/anchor/index.jsonld") == page)
    #expect(try inode("graph.nq") != graph)
  }

  // MARK: What is not trusted

  @Test func aDamagedOrForeignMemoryIsNotUsed() throws {
    try small()
    let folder = scratch.path("cache/bloggraph/exports")
    let name = try #require(try FileManager.default.contentsOfDirectory(atPath: folder).first { $0 != "spare" })
    let file = URL(filePath: folder + "/" + name)
    let whole = try Data(contentsOf: file)
    var flipped = whole
    flipped[whole.count / 2] ^= 1
    for damaged in [Data(), whole.prefix(whole.count / 2), flipped, Data("{}".utf8), whole + Data("x".utf8)] {
      try damaged.write(to: file)
      let outcome = try export("out")
      #expect(outcome.status == 0)
      #expect(extracted(outcome) == 3)
      try expectSameAsFromNothing("damage")
    }
    #expect(extracted(try export("out")) == 0)
  }

  @Test func anExportThatSomebodyChangedIsMadeAnew() throws {
    try small()
    let evidence = scratch.path("out/evidence.nq")
    try Data("<a:b> <a:c> <a:d> .\n".utf8).write(to: URL(filePath: evidence))
    #expect(extracted(try export("out")) == 3)
    try expectSameAsFromNothing("an edit of evidence.nq")
    let graph = scratch.path("out/graph.nq")
    try Data("nothing".utf8).write(to: URL(filePath: graph))
    _ = try export("out")
    try expectSameAsFromNothing("an edit of graph.nq")
    try FileManager.default.removeItem(atPath: scratch.path("out"))
    #expect(extracted(try export("out")) == 3)
    try expectSameAsFromNothing("a removal")
  }

  @Test func withoutACacheFolderEverythingIsRead() throws {
    try small()
    // A file stands where the folder would be: nobody can make one there, not even root.
    try FileManager.default.removeItem(atPath: scratch.path("cache"))
    try scratch.write("", to: "cache")
    for _ in 0..<2 {
      let outcome = try export("out")
      #expect(outcome.status == 0)
      #expect(extracted(outcome) == 3)
    }
  }

  @Test func pagesOfTheExplorerThatStayTheSameAreNotMadeAgain() throws {
    try sample()
    _ = try export("out", "--quiet", "--explorer")
    func inode(_ path: String) throws -> Int? {
      try FileManager.default.attributesOfItem(atPath: scratch.path("out/" + path))[.systemFileNumber] as? Int
    }
    let pages = try scratch.contents("out").keys.filter { $0.hasSuffix(".html") }.sorted()
    let before = try pages.map(inode)
    try write(
      "en/posts/new.md", "---\ntitle: New\ndate: 2024-05-01\n---\n\nAda Example spoke about Jaeger in Ottawa.\n")
    _ = try export("out", "--quiet", "--explorer")
    try expectSameAsFromNothing("a new post", "--explorer")
    let after = try pages.map(inode)
    let stayed = zip(before, after).count { $0 == $1 }
    #expect(stayed > pages.count / 2 && stayed < pages.count)
    // A page that somebody changed is made again.
    let page = try #require(pages.first { $0.contains("/person/") })
    try Data("nothing".utf8).write(to: URL(filePath: scratch.path("out/" + page)))
    _ = try export("out", "--quiet", "--explorer")
    try expectSameAsFromNothing("an edit of \(page)", "--explorer")
  }

  /// Who has two employers at one time is two people: what one post says changes the graphs of others.
  @Test func namesakesThatAPostMakesOfOnePersonAreFoundInTheOthers() throws {
    try scratch.write("baseURL = \"https://blog.example/\"\n", to: "site/hugo.toml")
    func post(_ name: String, _ day: Int, _ firm: String) throws {
      try write(
        name + ".md",
        "---\ntitle: The \(name)\ndate: 2024-01-0\(day)\n---\n\nAda Example, CTO at \(firm), runs Kubernetes in Ottawa.\n"
      )
    }
    try post("anchor", 1, "Copper Analytics")
    try post("buoy", 2, "Copper Analytics")
    _ = try export("out")
    try post("cleat", 3, "Maple Health")
    _ = try export("out")
    try expectSameAsFromNothing("a namesake")
    #expect(extracted(try export("out")) == 0)
    try FileManager.default.removeItem(atPath: scratch.path("site/content/anchor.md"))
    try FileManager.default.removeItem(atPath: scratch.path("site/content/buoy.md"))
    _ = try export("out")
    try expectSameAsFromNothing("one of two namesakes is gone")
  }

  // MARK: The spare folder

  private var spares: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: scratch.path("cache/bloggraph/exports/spare"))) ?? []).map {
      scratch.path("cache/bloggraph/exports/spare/" + $0)
    }
  }

  @Test func whatLiesInASpareFolderDoesNotComeBack() throws {
    try small()
    try scratch.write("mine", to: "out/notes/mine.txt")
    try scratch.write("---\ntitle: The buoy\ndate: 2024-01-02\n---\n\nPrometheus.\n", to: "site/content/buoy.md")
    _ = try export("out")
    let spare = try #require(spares.first)
    // Of the former export nothing is there that the new one does not have; of others' files nothing at all.
    #expect(!FileManager.default.fileExists(atPath: spare + "/graph.nq"))
    #expect(!FileManager.default.fileExists(atPath: spare + "/notes/mine.txt"))
    try Data("x".utf8).write(to: URL(filePath: spare + "/stranger.txt"))
    try Data("x".utf8).write(to: URL(filePath: spare + "/pages/stranger.txt"))
    try? FileManager.default.removeItem(atPath: spare + "/pages/anchor/index.jsonld")
    try Data("{}".utf8).write(to: URL(filePath: spare + "/pages/anchor/index.jsonld"))
    try FileManager.default.removeItem(atPath: scratch.path("out/notes/mine.txt"))
    try scratch.write("yours", to: "out/notes/yours.txt")
    try scratch.write("---\ntitle: The buoy\ndate: 2024-01-02\n---\n\nIstio.\n", to: "site/content/buoy.md")
    _ = try export("out")
    #expect(try scratch.contents("out")["notes/yours.txt"] == Data("yours".utf8))
    try FileManager.default.removeItem(atPath: scratch.path("out/notes"))
    try expectSameAsFromNothing("a meddled spare folder")
  }

  @Test func twoOutputsDoNotMix() throws {
    try small()
    #expect(extracted(try export("other", "--base", "https://third.example/")) == 3)
    #expect(extracted(try export("out")) == 0)
    try expectSameAsFromNothing("another output")
  }
}
