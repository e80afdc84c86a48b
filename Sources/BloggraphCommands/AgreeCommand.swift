import ArgumentParser
import Publishing

struct AgreeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "agree",
    abstract: "Show where the versions of a post in two languages disagree.",
    discussion: """
      OUT is the folder of an export. For each post that has a version in another language: dates, places, employers that \
      differ, and talks, people and facts that only one of the two has, with the words and lines of both. It is a report for \
      editors, and its exit status is 0 whatever it finds.

      Examples:
        bloggraph agree output/
        bloggraph agree output/ --format json
      """)

  enum Form: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Argument(help: ArgumentHelp("The folder of an export.", valueName: "out"))
  var output: String

  @Option(help: "How the report is written.")
  var format = Form.text

  func run() throws {
    let comparisons: [VersionComparison]
    do {
      comparisons = VersionAgreement(try ExportReader(folder: output)).comparisons()
    } catch {
      throw CommandFailure("\(error)")
    }
    Console.out(format == .json ? AgreementText.json(comparisons) : AgreementText.text(comparisons))
  }
}
