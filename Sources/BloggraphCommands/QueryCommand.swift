public import ArgumentParser
import Foundation
public import Publishing
import SPARQL

struct QueryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "query",
    abstract: "Ask an export with SPARQL.",
    discussion: """
      OUT is the folder of an export. QUERY is the name of a query of the pack (--list shows them), or a file; -q takes the \
      query's text. The default graph holds what the posts say; each post's graph bears its permalink as name, and \
      {permalink}#evidence the words behind it.

      A parameter of a query is a block VALUES ?name { … } of one variable. --set puts another value into its place, and \
      several values when it is given several times.

      Oxigraph answers. Its store is built once an export, in the cache folder, and reused until the export changes. With \
      --endpoint a SPARQL endpoint is asked instead, and OUT is not needed. Its credentials come from the environment: \
      BLOGGRAPH_USER and BLOGGRAPH_PASSWORD, or BLOGGRAPH_TOKEN.

      Examples:
        bloggraph query output/ --list
        bloggraph query output/ speakers-by-project --set project=Istio
        bloggraph query output/ -q "SELECT DISTINCT ?type { ?thing a ?type }" --format csv
        bloggraph query own.rq --endpoint http://localhost:7878/query

      Exit status: 0 answered, 2 wrong use, a query that is refused, or an endpoint that does not answer.
      """)

  @Argument(help: ArgumentHelp("The folder of an export.", valueName: "out"))
  var output: String?

  @Argument(help: ArgumentHelp("A query's name, or a file with one.", valueName: "query"))
  var query: String?

  @Option(
    name: [.customShort("q"), .customLong("query")], help: ArgumentHelp("The query itself.", valueName: "sparql"))
  var text: String?

  @Option(name: .customLong("set"), help: ArgumentHelp("A parameter's value.", valueName: "name=value"))
  var values: [String] = []

  @Option(help: "How the answer is written.")
  var format = ResultSyntax.table

  @Option(help: ArgumentHelp("Ask this SPARQL endpoint instead.", valueName: "url"))
  var endpoint: String?

  @Flag(help: "Show the queries of the pack.")
  var list = false

  func validate() throws {
    if list { return }
    let sources = [query, text].compactMap(\.self)
    if let endpoint {
      if let fault = StoreCredentials.fault(of: endpoint, option: "--endpoint") { throw ValidationError(fault) }
      // A single name is the query then.
      guard sources.count + (output == nil ? 0 : 1) >= 1 else {
        throw ValidationError("Name a query, or give one with -q")
      }
    } else {
      guard output != nil else { throw ValidationError("Name the folder of an export") }
      guard !sources.isEmpty else { throw ValidationError("Name a query, or give one with -q; --list shows the pack") }
    }
    guard sources.count < 2 else { throw ValidationError("Give one query: a name, a file, or -q") }
    for value in values where !(value.split(separator: "=", omittingEmptySubsequences: false).count > 1) {
      throw ValidationError("--set takes name=value, and not \"\(value)\"")
    }
  }

  func run() throws {
    guard !list else { return Console.out(try QueryListing.text(pack())) }
    do {
      let query = try chosen().binding(values.map(Self.pair))
      let rows = try engine().ask(query, as: format, width: Console.outputWidth) { Console.out($0) }
      if rows == 0 { Console.talk("no rows\n") }
    } catch let failure as CommandFailure {
      throw failure
    } catch {
      throw CommandFailure("\(error)")
    }
  }

  private static func pair(_ text: String) -> (name: String, value: String) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    return (String(parts[0]), parts.count > 1 ? String(parts[1]) : "")
  }

  private func engine() throws -> any QueryEngine {
    if let endpoint {
      guard let url = URL(string: endpoint) else { throw CommandFailure("\(endpoint) is no address") }
      let credentials = try StoreCredentials.fromEnvironment()
      if let host = StoreCredentials.openHost(credentials, [endpoint]) {
        Console.complain("warning: credentials travel unencrypted to \(host)")
      }
      return RemoteEngine(url, credentials: credentials)
    }
    return try LocalStore.engine(output ?? "")
  }

  private func pack() throws -> [QueryPack.Entry] {
    do { return try QueryPack.all() } catch { throw CommandFailure("\(error)") }
  }

  private func chosen() throws -> QueryText {
    if let text { return try QueryText(text) }
    let name = query ?? output ?? ""
    let pack = try pack()
    if let entry = pack.first(where: { $0.name == name }) { return entry.query }
    guard let data = FileManager.default.contents(atPath: name) else {
      let near = pack.map(\.name).filter { $0.contains(name.lowercased()) }
      throw CommandFailure(
        "there is no query and no file called \"\(name)\""
          + (near.isEmpty ? "; --list shows the queries" : "; did you mean \(near.joined(separator: ", "))?"))
    }
    guard let text = String(validating: data, as: UTF8.self) else { throw CommandFailure("\(name) is not UTF-8") }
    return try QueryText(text)
  }
}

extension ResultSyntax: ExpressibleByArgument {}
