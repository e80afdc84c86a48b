import TestSupport
import Testing

@Suite struct HelpTests {
  @Test(
    arguments: [
      "", "export", "explain", "agree", "review", "query", "serve", "validate", "convert", "diff", "sync",
    ])
  func theWholeHelp(_ command: String) throws {
    let outcome = try Program.bloggraph.run(
      (command.isEmpty ? [] : [command]) + ["--help"], environment: ["COLUMNS": "100"])
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty)
    try Snapshot.check(outcome.output, "BloggraphCommandsTests", "help/\(command.isEmpty ? "bloggraph" : command).txt")
  }

  @Test func theVersion() throws {
    let outcome = try Program.bloggraph.run(["--version"])
    #expect(outcome.status == 0)
    #expect(outcome.output.contains(#/^\d+\.\d+\.\d+\n$/#))
  }

  @Test(arguments: [
    ["nonsense"], ["export"], ["export", "x"], ["export", "x", "-o", "y", "--jobs", "0"],
    ["export", "x", "-o", "y", "--min-confidence", "2"], ["validate"], ["validate", "x.nq", "--format", "png"],
    ["convert", "x.nq"], ["explain", "x"], ["query"], ["query", "x"], ["query", "x", "y", "-q", "z"],
    ["query", "x", "y", "--set", "z"], ["query", "x", "y", "--format", "png"], ["serve"],
    ["serve", "x", "--port", "x"],
    ["convert", "x.nq"], ["explain", "x"], ["diff", "x"], ["diff", "x", "y", "--format", "png"], ["sync", "x"],
    ["sync", "x", "--to", "nowhere"], ["sync", "x", "--to", "ftp://x.example"], ["sync", "x", "--to", "http://u:p@x.example/"],
    ["sync", "x", "--to", "http://x.example", "--profile", "none"], ["sync", "x", "--to", "http://x.example", "--retries", "-1"],
    ["sync", "x", "--to", "http://x.example", "--manifest", "a b"],
  ])
  func wrongUseIsStatusTwoAndSaysSoOnStandardError(_ arguments: [String]) throws {
    let outcome = try Program.bloggraph.run(arguments)
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix("Error: "))
  }
}
