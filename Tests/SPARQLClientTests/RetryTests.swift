import Foundation
import Synchronization
import TestSupport
import Testing

@testable import SPARQLClient

/// What is tried again, how often, and after how long.
@Suite struct RetryTests {
  private final class Pauses: Sendable {
    let seconds = Mutex<[Double]>([])
    var all: [Double] { seconds.withLock { $0 } }
  }

  private func client(_ server: ScriptedServer, _ pauses: Pauses, attempts: Int = 4) -> StoreClient {
    StoreClient(
      SPARQLService(query: server.address, update: server.address), transport: CurlTransport(timeout: 120),
      retries: RetryPolicy(
        attempts: attempts, firstPause: 1, longestPause: 60,
        sleep: { seconds in pauses.seconds.withLock { $0.append(seconds) } }))
  }

  @Test(arguments: [429, 500, 502, 503, 504]) func whatPassesIsTriedAgain(_ status: Int) throws {
    let (pauses, server) = (Pauses(), try ScriptedServer { _, before in .init(before < 2 ? status : 204) })
    try client(server, pauses).update(Array("CLEAR ALL".utf8))
    #expect(server.requests.count == 3)
    #expect(server.requests.allSatisfy { $0.body == Array("CLEAR ALL".utf8) })
    #expect((0.75...1).contains(pauses.all[0]) && (1.5...2).contains(pauses.all[1]))
  }

  @Test func whatStaysIsNot() throws {
    let (pauses, server) = (Pauses(), try ScriptedServer { _, _ in .init(400, body: "<p>Parse  error</p>") })
    let error = #expect(throws: SPARQLError.self) { try client(server, pauses).update([]) }
    #expect(error?.code == .refused)
    #expect(error?.cause == "Parse error")
    #expect(server.requests.count == 1)
  }

  @Test func itEndsSomeTime() throws {
    let (pauses, server) = (Pauses(), try ScriptedServer { _, _ in .init(503) })
    let error = #expect(throws: SPARQLError.self) { try client(server, pauses, attempts: 3).update([]) }
    #expect(error?.code == .unavailable)
    #expect(server.requests.count == 3)
    #expect(pauses.all.count == 2)
  }

  @Test func aServerSaysHowLongToWait() throws {
    let (pauses, server) = (
      Pauses(), try ScriptedServer { _, before in .init(before == 0 ? 503 : 204, headers: ["Retry-After": "7"]) }
    )
    try client(server, pauses).update([])
    #expect(pauses.all == [7])
  }

  @Test func aServerThatWantsTooLongIsNotWaitedFor() throws {
    let (pauses, server) = (Pauses(), try ScriptedServer { _, _ in .init(503, headers: ["Retry-After": "3600"]) })
    #expect(throws: SPARQLError.self) { try client(server, pauses).update([]) }
    #expect(server.requests.count == 1)
  }

  @Test func retryAfterMayBeADate() {
    let now = Date(timeIntervalSince1970: 784_111_770)
    let pause = RetryPolicy().pause(after: 1, retryAfter: "Sun, 06 Nov 1994 08:49:37 GMT", now: now)
    #expect(pause == 7)
  }

  @Test func aConnectionThatBreaksIsMadeAnew() throws {
    let (pauses, server) = (Pauses(), try ScriptedServer { _, before in before == 0 ? nil : .init(204) })
    try client(server, pauses).update([])
    #expect(server.requests.count == 2)
    #expect(pauses.all.count == 1)
  }

  @Test func nobodyThere() throws {
    let pauses = Pauses()
    let port = try LoopbackListener.freePort()
    let address = try #require(URL(string: "http://127.0.0.1:\(port)/sparql?secret=1"))
    let client = StoreClient(
      SPARQLService(query: address, update: address), transport: CurlTransport(timeout: 120),
      retries: RetryPolicy(attempts: 2, sleep: { seconds in pauses.seconds.withLock { $0.append(seconds) } }))
    let error = #expect(throws: SPARQLError.self) { try client.select("ASK {}") }
    #expect(error?.code == .unreachable)
    #expect(error?.place == "http://127.0.0.1:\(port)/sparql")
    #expect(pauses.all.count == 1)
  }

  @Test func aServerThatSaysNothingIsGivenUp() throws {
    let server = try ScriptedServer { _, _ in
      Thread.sleep(forTimeInterval: 3)
      return nil
    }
    let client = StoreClient(
      SPARQLService(query: server.address, update: server.address), transport: CurlTransport(timeout: 1),
      retries: RetryPolicy(attempts: 1))
    let error = #expect(throws: SPARQLError.self) { try client.update([]) }
    #expect(error?.code == .timedOut)
  }

  @Test func redirectsAreNotFollowed() throws {
    let server = try ScriptedServer { _, _ in .init(307, headers: ["Location": "http://127.0.0.1:1/elsewhere"]) }
    let error = #expect(throws: SPARQLError.self) { try client(server, Pauses()).update([]) }
    #expect(error?.code == .redirected)
    #expect(server.requests.count == 1)
  }
}
