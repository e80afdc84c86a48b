import Foundation
import TestSupport
import Testing

/// README.md names every option of every command, and no other.
@Suite struct ReadmeTests {
  @Test func theReadmeNamesTheOptionsThatThereAre() throws {
    let readme = try String(contentsOf: Folders.project.appending(path: "README.md"), encoding: .utf8)
    let commands = readme.components(separatedBy: "\n## Commands\n").last?.components(separatedBy: "\n## ").first ?? ""
    func options(_ text: String) -> Set<String> {
      Set(text.matches(of: #/--[a-z][a-z-]+/#).map { String($0.output) })
    }
    var known: Set<String> = []
    for command in [
      "export", "explain", "agree", "review", "query", "serve", "validate", "convert", "diff", "sync",
    ] {
      #expect(commands.contains("bloggraph \(command) "))
      known.formUnion(options(try Program.bloggraph.run([command, "--help"]).output))
    }
    known.subtract(["--help", "--version", "--pages", "--explorer"])
    #expect(options(commands).symmetricDifference(known).sorted() == [])
  }
}
