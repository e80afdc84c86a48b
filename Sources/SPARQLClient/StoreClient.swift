internal import Foundation
internal import Synchronization

/// Talks to one store by the SPARQL 1.1 Protocol and the Graph Store HTTP Protocol: authenticates, waits and tries again
/// where that helps, and says what went wrong otherwise. One request at a time.
public final class StoreClient: Sendable {
  public let service: SPARQLService
  private let transport: any HTTPTransport
  private let authenticator: Authenticator
  private let retries: RetryPolicy
  private let onRetry: @Sendable (SPARQLError, Double) -> Void

  /// - Parameter onRetry: told before each pause why, and how many seconds it lasts.
  public init(
    _ service: SPARQLService, credentials: Credentials = .none, transport: any HTTPTransport,
    retries: RetryPolicy = RetryPolicy(), onRetry: @escaping @Sendable (SPARQLError, Double) -> Void = { _, _ in }
  ) {
    self.service = service
    self.transport = transport
    self.retries = retries
    self.onRetry = onRetry
    authenticator = Authenticator(credentials, sendsPasswordFirst: service.sendsPasswordFirst)
  }

  /// The answer to a SELECT or ASK query.
  public func select(_ query: String) throws(SPARQLError) -> QueryResults {
    let bytes = try answer(query, as: "application/sparql-results+json")
    do {
      return try QueryResults(json: bytes)
    } catch {
      throw SPARQLError(.malformed, at: service.query, cause: "\(error)")
    }
  }

  /// The graph of a CONSTRUCT or DESCRIBE query, as N-Triples.
  public func construct(_ query: String) throws(SPARQLError) -> [UInt8] { try answer(query, as: Self.triples) }

  /// The answer to a query of any form, as the store writes it in the format of that media type.
  ///
  /// By POST with URL-encoded parameters (§2.1.2): a query may be longer than an address.
  public func answer(_ query: String, as mediaType: String) throws(SPARQLError) -> [UInt8] {
    try send(
      HTTPRequest(
        "POST", service.query, headers: ["Content-Type": Self.form, "Accept": mediaType],
        body: Array("query=".utf8) + FormEncoding.encoded(Array(query.utf8)))
    ).body
  }

  /// An update, by POST directly (§2.2.2). To be repeatable it must give the same twice as once.
  public func update(_ update: [UInt8]) throws(SPARQLError) {
    _ = try send(
      HTTPRequest(
        "POST", service.update, headers: ["Content-Type": "application/sparql-update; charset=utf-8"], body: update))
  }

  /// Adds N-Quads without blank nodes to the graphs that they name.
  public func add(quads: [UInt8]) throws(SPARQLError) {
    guard let dataset = service.dataset else {
      throw SPARQLError(.unsupported, at: service.query, cause: "the store takes no N-Quads")
    }
    _ = try send(HTTPRequest("POST", dataset, headers: ["Content-Type": "application/n-quads"], body: quads))
  }

  static let form = "application/x-www-form-urlencoded"
  static let triples = "application/n-triples, text/plain;q=0.5"

  /// - Parameter accepts: a status that is an answer although it is no success.
  func send(_ request: HTTPRequest, accepts: Int? = nil) throws(SPARQLError) -> HTTPResponse {
    var attempt = 1
    while true {
      let failure: SPARQLError
      var retryAfter: String?
      switch exchange(request) {
      case .success(let response):
        if response.isSuccess || response.status == accepts { return response }
        failure = SPARQLError(response, at: request.url)
        guard RetryPolicy.transientStatuses.contains(response.status) else { throw failure }
        retryAfter = response.headers["retry-after"]
      case .failure(let error):
        failure = SPARQLError(error.code == .timedOut ? .timedOut : .unreachable, at: request.url, cause: error.cause)
        guard error.isTransient else { throw failure }
      }
      guard let pause = retries.pause(after: attempt, retryAfter: retryAfter) else { throw failure }
      onRetry(failure, pause)
      retries.sleep(pause)
      attempt += 1
    }
  }

  private func exchange(_ request: HTTPRequest) -> Result<HTTPResponse, TransportError> {
    var request = request
    authenticator.authorize(&request)
    do throws(TransportError) {
      let response = try transport.send(request)
      guard let answer = authenticator.answer(response, to: request) else { return .success(response) }
      return .success(try transport.send(answer))
    } catch {
      return .failure(error)
    }
  }
}
