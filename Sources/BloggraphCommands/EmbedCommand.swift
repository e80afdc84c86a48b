import ArgumentParser
import Publishing

struct EmbedCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "embed",
    abstract: "Put the structured data of an export into the pages of a built site.",
    discussion: """
      PUBLIC is the folder that Hugo, Jekyll or anything else has built. Each post's page gets one script element before the \
      end of its head; an element of a former run is replaced, and every other byte stays as it was. A page is known by \
      its canonical link, or by its path. A page that carries an article's JSON-LD already is named and left alone.

      Examples:
        bloggraph export . -o output/ && hugo && bloggraph embed public/
        bloggraph embed _site/ --from output/

      Exit status: 0 fine, 1 pages were left alone or are missing, 2 wrong use.
      """)

  @Argument(help: ArgumentHelp("The folder of a built site.", valueName: "public"))
  var folder: String

  @Option(help: ArgumentHelp("The folder of an export.", valueName: "out"))
  var from = "output"

  @Flag(help: "Say nothing but what is wrong.")
  var quiet = false

  func run() throws {
    let report: PageEmbedder.Report
    do {
      report = try PageEmbedder(export: from).run(over: folder)
    } catch {
      throw CommandFailure("\(error)")
    }
    for (file, outcome) in report.left {
      switch outcome {
      case .occupied(let line):
        Console.complain("\(file):\(line): the page has an article's JSON-LD already, and got no other")
      case .unfit(let reason): Console.complain("\(file): the page was left alone: \(reason)")
      case .embedded, .replaced, .unchanged: continue
      }
    }
    for address in report.missing { Console.complain("\(folder) has no page \(address)") }
    if !quiet {
      Console.talk(
        "Pages: \(report.embedded) embedded, \(report.replaced) replaced, \(report.unchanged) unchanged; "
          + "\(report.others) other HTML files\n")
    }
    if !report.left.isEmpty || !report.missing.isEmpty { throw ExitCode(ExitStatus.problems) }
  }
}
