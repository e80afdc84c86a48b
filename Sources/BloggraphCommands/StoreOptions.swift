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
      guard let value else { continue }
      guard let url = URL(string: value), ["http", "https"].contains(url.scheme?.lowercased()), url.host() != nil else {
        throw ValidationError("\(name) must be an address that begins with http:// or https://")
      }
      // The command line is for everybody to see.
      guard url.user() == nil, url.password() == nil else {
        throw ValidationError("\(name) must not hold credentials: put them into BLOGGRAPH_USER and BLOGGRAPH_PASSWORD")
      }
    }
    guard timeout > 0 else { throw ValidationError("--timeout must be more than 0") }
    guard (0...100).contains(retries) else { throw ValidationError("--retries must be from 0 to 100") }
  }

  func storeProfile() throws -> StoreProfile {
    guard let address = URL(string: to) else { throw CommandFailure("\(to) is no address") }
    var hasPassword = false
    if case .password = try Self.credentials() { hasPassword = true }
    return StoreProfile(
      profile, address: address, update: update.flatMap(URL.init(string:)),
      graphStore: graphStore.flatMap(URL.init(string:)), isDirect: direct, hasPassword: hasPassword)
  }

  func client(_ profile: StoreProfile, isQuiet: Bool) throws -> StoreClient {
    let credentials = try Self.credentials()
    if !isQuiet { warnOfOpenCredentials(credentials) }
    return StoreClient(
      profile.service, credentials: credentials, transport: CurlTransport(timeout: timeout),
      retries: RetryPolicy(attempts: retries + 1)
    ) { failure, seconds in
      if !isQuiet { Console.complain("\(failure); trying again in \(String(format: "%.1f", seconds)) s") }
    }
  }

  /// From the environment, where neither a list of processes nor a shell's history shows them.
  private static func credentials() throws -> Credentials {
    let environment = ProcessInfo.processInfo.environment
    func value(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
    if let token = value("BLOGGRAPH_TOKEN") {
      guard token.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
        throw CommandFailure("BLOGGRAPH_TOKEN has characters that no token has")
      }
      return .bearer(token: token)
    }
    guard let user = value("BLOGGRAPH_USER") else { return .none }
    return .password(user: user, password: environment["BLOGGRAPH_PASSWORD"] ?? "")
  }

  private func warnOfOpenCredentials(_ credentials: Credentials) {
    if case .none = credentials { return }
    for address in [to, update, graphStore].compactMap({ $0 }) {
      guard let url = URL(string: address), url.scheme?.lowercased() == "http", let host = url.host(),
        !["localhost", "127.0.0.1", "::1", "[::1]"].contains(host)
      else { continue }
      Console.complain("warning: credentials travel unencrypted to \(host)")
      return
    }
  }

  /// What to do about it.
  func hint(for error: SPARQLError) -> String {
    switch error.code {
    case .unauthorized:
      let hasCredentials = (try? Self.credentials()).map { if case .none = $0 { false } else { true } } ?? false
      return hasCredentials
        ? "; are the user and the password, or the token, in the environment the right ones?"
        : "; BLOGGRAPH_USER and BLOGGRAPH_PASSWORD, or BLOGGRAPH_TOKEN, are not set"
    case .unsupported: return "; is --profile the right one?"
    default: return ""
    }
  }
}

extension StoreProfile.Name: ExpressibleByArgument {}
