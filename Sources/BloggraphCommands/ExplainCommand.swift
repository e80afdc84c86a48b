import ArgumentParser
import JSONLD
import Publishing

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Show every fact about a thing, with the words it rests on.",
    discussion: """
      OUT is the folder of an export. A thing is named as some post names it (case and accents do not matter), or by its \
      IRI. With --page, every statement of a page's structured data is shown with what it rests on: words of the post, \
      front matter, or the site's configuration. FILE is an index.jsonld of the export (OUT may then be left out) or an HTML page \
      that carries it.

      Examples:
        bloggraph explain output/ "Ada Example"
        bloggraph explain output/ https://www.example.com/id/project/kubernetes
        bloggraph explain --page output/pages/2024/02/a-post/index.jsonld
        bloggraph explain output/ --page public/2024/02/a-post/index.html
      """)

  @Argument(help: ArgumentHelp("The folder of an export.", valueName: "out"))
  var output: String?

  @Argument(help: ArgumentHelp("A name or an IRI.", valueName: "name-or-iri"))
  var thing: String?

  @Option(help: ArgumentHelp("Explain the structured data of a page.", valueName: "file"))
  var page: String?

  func validate() throws {
    if page != nil, thing != nil { throw ValidationError("--page takes the place of a name") }
    guard page == nil else { return }
    if output == nil { throw ValidationError("Missing expected argument '<out>'") }
    if thing == nil { throw ValidationError("Missing expected argument '<name-or-iri>'") }
  }

  func run() throws {
    if let page { return try explain(page: page) }
    let (output, thing) = (output ?? "", thing ?? "")
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

  private func explain(page: String) throws {
    guard let folder = output ?? PageExplainer.export(around: page) else {
      throw CommandFailure("\(page) lies in no export; name the export's folder before --page")
    }
    let explanation: PageExplanation?
    do {
      guard let document = try PageExplainer.document(in: page) else {
        Console.complain("\(page) has no JSON-LD")
        throw ExitCode(ExitStatus.problems)
      }
      explanation = PageExplainer(try ExportReader(folder: folder)).explain(document)
    } catch let code as ExitCode {
      throw code
    } catch {
      throw CommandFailure("\(error)")
    }
    guard let explanation else {
      Console.complain("\(page) is no page of a post in \(folder)")
      throw ExitCode(ExitStatus.problems)
    }
    Console.out(PageExplanationText.text(explanation))
    if explanation.nodes.contains(where: { $0.statements.contains { $0.backing.contains(.nothing) } }) {
      throw ExitCode(ExitStatus.problems)
    }
  }
}
