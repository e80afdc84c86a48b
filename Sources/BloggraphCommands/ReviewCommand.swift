import ArgumentParser
import Foundation
import OntologyData
import Publishing

struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "List the most doubtful decisions of an export, for an editor.",
    discussion: """
      OUT is the folder of an export. The most doubtful decisions come first: facts of rules that err, names that differ by a \
      letter, one name for two types, two employers, events without a day. Each has the words it rests on, and entries for \
      bloggraph.yaml, commented out: the output is such a file.

      Examples:
        bloggraph review output/
        bloggraph review output/ --limit 200 > doubts.yaml
      """)

  @Argument(help: ArgumentHelp("The folder of an export.", valueName: "out"))
  var output: String

  @Option(help: ArgumentHelp("Show no more than this.", valueName: "n"))
  var limit = 40

  @Option(help: ArgumentHelp("A folder laid out as the project's ontology/, in its place.", valueName: "dir"))
  var ontology: String?

  func validate() throws {
    if limit < 1 { throw ValidationError("--limit must be 1 or more") }
  }

  func run() throws {
    let reviewer: Reviewer
    do {
      let folder = try ontology.map { try OntologyFolder(directory: URL(filePath: $0)) } ?? .builtIn
      reviewer = try Reviewer(try ExportReader(folder: output), ontology: folder)
    } catch {
      throw CommandFailure("\(error)")
    }
    Console.out(ReviewText.text(reviewer.doubts(), of: output, limit: limit))
  }
}
