import Foundation
import SPARQLClient

/// Credentials for stores, from the environment: neither a list of processes nor a shell's history shows them there.
enum StoreCredentials {
  /// - Throws: `CommandFailure` for a token that no header could carry.
  static func fromEnvironment() throws -> Credentials {
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

  /// What is wrong with an address that was given on the command line; nil if nothing is.
  static func fault(of address: String, option: String) -> String? {
    guard let url = URL(string: address), ["http", "https"].contains(url.scheme?.lowercased()), url.host() != nil else {
      return "\(option) must be an address that begins with http:// or https://"
    }
    // The command line is for everybody to see.
    guard url.user() == nil, url.password() == nil else {
      return "\(option) must not hold credentials: put them into BLOGGRAPH_USER and BLOGGRAPH_PASSWORD"
    }
    return nil
  }

  /// The first of the hosts to which the credentials would travel for everybody to read; nil when there is none.
  static func openHost(_ credentials: Credentials, _ addresses: [String]) -> String? {
    if case .none = credentials { return nil }
    return addresses.lazy.compactMap(URL.init(string:)).first { url in
      url.scheme?.lowercased() == "http" && !["localhost", "127.0.0.1", "::1", "[::1]"].contains(url.host() ?? "")
    }?.host()
  }

  /// What to do when a store lets nobody in.
  static var hint: String {
    let hasCredentials = (try? fromEnvironment()).map { if case .none = $0 { false } else { true } } ?? false
    return hasCredentials
      ? "; are the user and the password, or the token, in the environment the right ones?"
      : "; BLOGGRAPH_USER and BLOGGRAPH_PASSWORD, or BLOGGRAPH_TOKEN, are not set"
  }
}
