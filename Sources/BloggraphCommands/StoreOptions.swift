public import ArgumentParser
import Foundation
import SPARQLClient
public import StoreSync

/// Which store, and how to talk to it.
struct StoreOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The store's address.", valueName: "endpoint"))
  var to: String

  @Option(
    help: ArgumentHelp(
      "What kind of store it is.", valueName: "name"))
  var profile = StoreProfile.Name.oxigraph

  @Option(help: ArgumentHelp("Where the store takes updates, if not where the profile says.", valueName: "url"))
  var update: String?

  @Option(help: ArgumentHelp("Where the store takes graphs (Graph Store Protocol).", valueName: "url"))
  var graphStore: String?

  @Flag(help: "Name graphs below the graph store's address by their own addresses.")
  var direct = false

  @Option(help: ArgumentHelp("How long the store may say nothing.", valueName: "seconds"))
  var timeout = 120.0

  @Option(help: ArgumentHelp("How often to try again when the store is busy or the connection breaks.", valueName: "n"))
  var retries = 5

  func validate() throws {
    for (name, value) in [("--to", to), ("--update", update), ("--graph-store", graphStore)] {
      if let fault = value.flatMap({ StoreCredentials.fault(of: $0, option: name) }) { throw ValidationError(fault) }
    }
    guard timeout > 0 else { throw ValidationError("--timeout must be more than 0") }
    guard (0...100).contains(retries) else { throw ValidationError("--retries must be from 0 to 100") }
  }

  func storeProfile() throws -> StoreProfile {
    guard let address = URL(string: to) else { throw CommandFailure("\(to) is no address") }
    var hasPassword = false
    if case .password = try StoreCredentials.fromEnvironment() { hasPassword = true }
    return StoreProfile(
      profile, address: address, update: update.flatMap(URL.init(string:)),
      graphStore: graphStore.flatMap(URL.init(string:)), isDirect: direct, hasPassword: hasPassword)
  }

  func client(_ profile: StoreProfile, isQuiet: Bool) throws -> StoreClient {
    let credentials = try StoreCredentials.fromEnvironment()
    if !isQuiet, let host = StoreCredentials.openHost(credentials, [to, update, graphStore].compactMap(\.self)) {
      Console.complain("warning: credentials travel unencrypted to \(host)")
    }
    return StoreClient(
      profile.service, credentials: credentials, transport: CurlTransport(timeout: timeout),
      retries: RetryPolicy(attempts: retries + 1)
    ) { failure, seconds in
      if !isQuiet { Console.complain("\(failure); trying again in \(String(format: "%.1f", seconds)) s") }
    }
  }

  /// What to do about it.
  func hint(for error: SPARQLError) -> String {
    switch error.code {
    case .unauthorized: return StoreCredentials.hint
    case .unsupported: return "; is --profile the right one?"
    default: return ""
    }
  }
}

extension StoreProfile.Name: ExpressibleByArgument {}
