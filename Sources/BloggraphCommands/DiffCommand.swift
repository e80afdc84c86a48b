import ArgumentParser
import Publishing

struct DiffCommand: ParsableCommand {
  enum Form: String, CaseIterable, ExpressibleByArgument {
    case text, sparql
    case rdfPatch = "rdf-patch"
  }

  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Show what changed between two exports, for a person or for a store.",
    discussion: """
      OLD and NEW are folders of exports. The text goes post by post and shows facts that came and went as sentences. The \
      forms for stores are a SPARQL 1.1 Update request and an RDF Patch: either, applied to a store that holds OLD, gives \
      NEW exactly, evidence and all.

      Examples:
        bloggraph diff output-yesterday/ output/
        bloggraph diff output-yesterday/ output/ --format sparql > changes.ru
        bloggraph diff output-yesterday/ output/ --format rdf-patch > changes.rdfp
      """)

  @Argument(help: ArgumentHelp("The folder of the former export.", valueName: "old"))
  var old: String

  @Argument(help: ArgumentHelp("The folder of the later export.", valueName: "new"))
  var new: String

  @Option(help: ArgumentHelp("The form: text, sparql or rdf-patch.", valueName: "form"))
  var format = Form.text

  func run() throws {
    let (before, after) = (try InputFailures.reading(export: old), try InputFailures.reading(export: new))
    do {
      let difference = try ExportDifference(from: before, to: after)
      switch format {
      case .text: Console.out(TextForm().text(difference))
      case .sparql: Console.out(UpdateForm().bytes(difference))
      case .rdfPatch: Console.out(PatchForm().bytes(difference))
      }
    } catch {
      Console.complain("\(error)")
      throw ExitCode(ExitStatus.problems)
    }
  }
}
