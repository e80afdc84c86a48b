import ArgumentParser
import Foundation
import Publishing

/// What `bench/extraction.py` measures: a blog read and understood, and nothing written. Nobody else needs it, so that no help
/// names it.
struct ExtractCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract", abstract: "Read a blog, extract, and say how much that is.", shouldDisplay: false)

  @Argument(help: ArgumentHelp("The blog's folder.", valueName: "content"))
  var content: String

  @Option(help: ArgumentHelp("How many posts to work on at once.", valueName: "n"))
  var jobs = ProcessInfo.processInfo.activeProcessorCount

  func run() throws {
    do {
      let counts = try Exporter.extraction(ExportOptions(content: content, jobs: max(jobs, 1)))
      Console.out("\(counts.posts) posts, \(counts.entities) entities, \(counts.statements) statements\n")
    } catch {
      throw CommandFailure("\(error)")
    }
  }
}
