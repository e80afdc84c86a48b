import Foundation
import Publishing
import SPARQL
import SPARQLClient

/// A SPARQL 1.1 endpoint, asked through the protocol.
struct RemoteEngine: QueryEngine {
  private let client: StoreClient

  /// - Parameter timeout: how many seconds the endpoint may say nothing.
  init(_ endpoint: URL, credentials: Credentials, timeout: Double = 60) {
    // Asked once: whoever waits for the answer sees why there is none, and asks again if that helps.
    client = StoreClient(
      SPARQLService(query: endpoint, update: endpoint, sendsPasswordFirst: false), credentials: credentials,
      transport: CurlTransport(timeout: timeout), retries: RetryPolicy(attempts: 1))
  }

  func answer(
    _ query: QueryText, fileExtension: String, mediaType: String, _ piece: (Data) throws -> Void
  ) throws {
    let bytes: [UInt8]
    do { bytes = try client.answer(query.text, as: mediaType) } catch {
      throw CommandFailure(error.description + (error.code == .unauthorized ? StoreCredentials.hint : ""))
    }
    try piece(Data(bytes))
  }
}
