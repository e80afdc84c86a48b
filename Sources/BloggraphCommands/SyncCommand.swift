import ArgumentParser
import Foundation
import Publishing
import RDFModel
import SPARQLClient
import StoreSync

struct SyncCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sync",
    abstract: "Bring a SPARQL store to the state of an export.",
    discussion: """
      OUT is the folder of an export. Only graphs whose content changed travel; graphs of posts that are gone are deleted; \
      graphs that this export did not put into the store are never touched. What it put there stands in a graph of its own, \
      {base}id/sync, so that several machines may sync one store. A run that dies is finished by running it again. At the \
      end the statements are counted in the store and compared.

      --to takes the root of an Oxigraph or Virtuoso server, a Fuseki dataset, a GraphDB repository, or with \
      --profile generic the address of any SPARQL 1.1 endpoint.

      Credentials come from the environment and are never shown: BLOGGRAPH_USER and BLOGGRAPH_PASSWORD, or BLOGGRAPH_TOKEN.

      Examples:
        bloggraph sync output/ --to http://localhost:7878
        bloggraph sync output/ --to http://localhost:7878 --dry-run
        bloggraph sync output/ --to http://localhost:3030/blog --profile fuseki
        bloggraph sync output/ --to http://localhost:8890 --profile virtuoso
      """)

  @Argument(help: ArgumentHelp("The folder of an export.", valueName: "out"))
  var output: String

  @OptionGroup(title: "The store")
  var store: StoreOptions

  @Option(help: ArgumentHelp("The graph that says what is this export's (default: {base}id/sync).", valueName: "iri"))
  var manifest: String?

  @Flag(help: "List what would change, and change nothing.")
  var dryRun = false

  @Flag(help: "Take over graphs of the export's names that something else put into the store.")
  var adopt = false

  @Flag(help: "Send every graph, whatever the store is said to have.")
  var full = false

  @Flag(help: "Count every graph in the store, and send again what differs (always done up to a million statements).")
  var verify = false

  @Flag(help: "Say nothing but errors.")
  var quiet = false

  func validate() throws {
    if let manifest, !IRI(manifest).isWritable { throw ValidationError("--manifest must be an IRI") }
  }

  func run() throws {
    let started = Date()
    let export = try InputFailures.reading(export: output)
    let synchronizer: Synchronizer
    let profile = try store.storeProfile()
    do {
      synchronizer = try Synchronizer(
        export, client: try store.client(profile, isQuiet: quiet), profile: profile,
        options: SyncOptions(
          manifest: manifest.map(IRI.init), adopts: adopt, sendsEverything: full, countsEverything: verify))
    } catch let error as SyncError {
      throw CommandFailure(error.description + (error.code == .noBase ? " with --manifest" : ""))
    }
    try reporting {
      let plan = try synchronizer.plan()
      if dryRun {
        Console.out(SyncText.list(plan))
        if !quiet { Console.talk(SyncText.summary(plan, export: export, store: store.to, isDryRun: true) + "\n") }
        return
      }
      if !quiet { for graph in plan.damaged.prefix(5) { Console.complain(SyncText.damaged(graph)) } }
      let progress = SyncProgress(quiet: quiet)
      defer { progress.finish() }
      let summary = try synchronizer.apply(plan) { progress.show($0, of: $1) }
      progress.finish()
      guard !quiet else { return }
      Console.talk(SyncText.summary(plan, export: export, store: store.to, isDryRun: false))
      Console.talk(SyncText.closing(summary, seconds: Date().timeIntervalSince(started)))
    }
  }

  /// A store that fails is wrong use or bad luck; one that holds something else than it should is a problem.
  private func reporting(_ body: () throws -> Void) throws {
    do {
      try body()
    } catch let error as SPARQLError {
      throw CommandFailure(error.description + store.hint(for: error))
    } catch let error as SyncError {
      Console.complain(error.description + (error.code == .foreignGraphs ? "; --adopt replaces them" : ""))
      throw ExitCode(ExitStatus.problems)
    } catch let code as ExitCode {
      throw code
    } catch {
      Console.complain("\(error)")
      throw ExitCode(ExitStatus.problems)
    }
  }
}
