import ArgumentParser
import Publishing

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Show every fact about a thing, with the words it rests on.",
    discussion: """
      OUT is the folder of an export. A thing is named as some post names it (case and accents do not matter), or by its \
      IRI.

      Examples:
        bloggraph explain output/ "Ada Example"
        bloggraph explain output/ https://www.example.com/id/project/kubernetes
      """)

  @Argument(help: ArgumentHelp("The folder of an export.", valueName: "out"))
  var output: String

  @Argument(help: ArgumentHelp("A name or an IRI.", valueName: "name-or-iri"))
  var thing: String

  func run() throws {
    let explainer: Explainer
    do {
      explainer = Explainer(try ExportReader(folder: output))
    } catch {
      throw CommandFailure("\(error)")
    }
    let nodes = explainer.find(thing)
    guard !nodes.isEmpty else {
      let suggestions = explainer.suggestions(for: thing).map { "\"\($0)\"" }
      Console.complain(
        "nothing in \(output) is called \"\(thing)\""
          + (suggestions.isEmpty ? "" : "; did you mean \(suggestions.joined(separator: ", "))?"))
      throw ExitCode(ExitStatus.problems)
    }
    Console.out(nodes.map { ExplanationText.text(explainer.explain($0)) }.joined(separator: "\n"))
  }
}
