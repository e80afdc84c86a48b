/// Carries one request to a server and its answer back. No retries, no authentication, no redirects: what these mean is
/// the client's business.
public protocol HTTPTransport: Sendable {
  /// - Throws: `TransportError` when there is no answer.
  func send(_ request: HTTPRequest) throws(TransportError) -> HTTPResponse
}

/// Why a request got no answer.
public struct TransportError: Error, Sendable, Hashable {
  public enum Code: Sendable {
    /// Nobody answers at that address, now.
    case unreachable
    /// The connection ended before the answer did.
    case connectionLost
    case timedOut
    /// The certificate is not trusted, or TLS failed otherwise: trying again does not help.
    case insecure
    case other
  }

  public var code: Code
  /// In the system's words.
  public var cause: String

  public init(_ code: Code, cause: String) {
    self.code = code
    self.cause = cause
  }

  /// Whether the same request may well succeed a little later.
  public var isTransient: Bool { code == .unreachable || code == .connectionLost || code == .timedOut }
}
