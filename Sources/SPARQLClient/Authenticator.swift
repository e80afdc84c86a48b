internal import Foundation
internal import Synchronization

/// Puts the `Authorization` header on requests, and answers challenges (RFC 9110 §11).
final class Authenticator: Sendable {
  private let credentials: Credentials
  /// Whether a password may be sent before the server asked how it wants it.
  private let sendsPasswordFirst: Bool
  private let challenge = Mutex<DigestChallenge?>(nil)

  init(_ credentials: Credentials, sendsPasswordFirst: Bool) {
    self.credentials = credentials
    self.sendsPasswordFirst = sendsPasswordFirst
  }

  func authorize(_ request: inout HTTPRequest) {
    switch credentials {
    case .none: break
    case .bearer(let token): request.headers["Authorization"] = "Bearer \(token)"
    case .password(let user, let password):
      let digest = challenge.withLock { challenge in
        challenge?.answer(user: user, password: password, method: request.method, uri: Self.target(request.url))
      }
      if let digest {
        request.headers["Authorization"] = digest
      } else if sendsPasswordFirst {
        request.headers["Authorization"] = Self.basic(user, password)
      }
    }
  }

  /// The request with an answer to the server's challenge; nil when there is none that was not given already.
  func answer(_ response: HTTPResponse, to request: HTTPRequest) -> HTTPRequest? {
    guard response.status == 401, case .password(let user, let password) = credentials,
      let header = response.headers["www-authenticate"]
    else { return nil }
    var request = request
    if let fresh = DigestChallenge(header) {
      // Asked again although answered: the password is wrong, unless only the nonce is old.
      let isRepeated = request.headers["Authorization"]?.hasPrefix("Digest ") == true
      if isRepeated, !fresh.isStale { return nil }
      challenge.withLock { $0 = fresh }
      authorize(&request)
      return request
    }
    guard header.lowercased().contains("basic"), request.headers["Authorization"] == nil else { return nil }
    request.headers["Authorization"] = Self.basic(user, password)
    return request
  }

  private static func basic(_ user: String, _ password: String) -> String {
    "Basic " + Data("\(user):\(password)".utf8).base64EncodedString()
  }

  /// The request target in origin form (RFC 9112 §3.2.1), as it stands in the request line.
  private static func target(_ url: URL) -> String {
    guard let parts = URLComponents(url: url, resolvingAgainstBaseURL: true) else { return "/" }
    let path = parts.percentEncodedPath.isEmpty ? "/" : parts.percentEncodedPath
    return path + (parts.percentEncodedQuery.map { "?" + $0 } ?? "")
  }
}
