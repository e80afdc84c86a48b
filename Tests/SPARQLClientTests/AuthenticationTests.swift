import Foundation
import TestSupport
import Testing

@testable import SPARQLClient

@Suite struct AuthenticationTests {
  /// RFC 1321 §A.5.
  @Test(arguments: [
    ("", "d41d8cd98f00b204e9800998ecf8427e"), ("abc", "900150983cd24fb0d6963f7d28e17f72"),
    ("abcdefghijklmnopqrstuvwxyz", "c3fcd3d76192e4007dfb496cca67e13b"),
    (String(repeating: "1234567890", count: 8), "57edf4a22be3c955ac49da2e2107b67a"),
  ])
  func md5(_ text: String, _ digest: String) { #expect(MD5.hexadecimal(text) == digest) }

  /// RFC 2617 §3.5: the example of a Digest with MD5.
  @Test func theAnswerToADigestChallenge() throws {
    var challenge = try #require(
      DigestChallenge(
        #"Digest realm="testrealm@host.com", qop="auth,auth-int", nonce="dcd98b7102dd2f0e8b11d0f600bfb0c093", "#
          + #"opaque="5ccc069c403ebaf9f0171e9517f40e41""#))
    let answer = challenge.answer(
      user: "Mufasa", password: "Circle Of Life", method: "GET", uri: "/dir/index.html", clientNonce: "0a4f113b")
    #expect(answer.contains(#"response="6629fae49393a05397450978507c4ef1""#))
    #expect(answer.contains("nc=00000001"))
    let second = challenge.answer(user: "Mufasa", password: "Circle Of Life", method: "GET", uri: "/")
    #expect(second.contains("nc=00000002"))
  }

  @Test func aChallengeThatIsNotUnderstoodIsNone() {
    #expect(DigestChallenge(#"Basic realm="x""#) == nil)
    #expect(DigestChallenge(#"Digest realm="x", nonce="y", algorithm=SHA-256"#) == nil)
    #expect(DigestChallenge(#"Digest realm="x", nonce="y", qop="auth-int""#) == nil)
  }

  private func client(_ server: ScriptedServer, _ credentials: Credentials, sendsPasswordFirst: Bool = true)
    -> StoreClient
  {
    StoreClient(
      SPARQLService(query: server.address, update: server.address, sendsPasswordFirst: sendsPasswordFirst),
      credentials: credentials, transport: CurlTransport(timeout: 120), retries: RetryPolicy(attempts: 1))
  }

  @Test func aPasswordIsSentAsBasicAndATokenAsBearer() throws {
    let server = try ScriptedServer { _, _ in .init(204) }
    try client(server, .password(user: "Aladdin", password: "open sesame")).update([])
    try client(server, .bearer(token: "abc")).update([])
    try client(server, .none).update([])
    // RFC 7617 §2.
    #expect(server.requests[0].headers["authorization"] == "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==")
    #expect(server.requests[1].headers["authorization"] == "Bearer abc")
    #expect(server.requests[2].headers["authorization"] == nil)
  }

  @Test func aDigestChallengeIsAnsweredOnceAndThenAhead() throws {
    let server = try ScriptedServer { request, _ in
      request.headers["authorization"]?.hasPrefix("Digest username=\"ada\"") == true
        ? .init(204) : .init(401, headers: ["WWW-Authenticate": #"Digest realm="s", nonce="n", qop="auth""#])
    }
    let client = client(server, .password(user: "ada", password: "x"), sendsPasswordFirst: false)
    try client.update([])
    try client.update([])
    let headers = server.requests.map { $0.headers["authorization"] }
    #expect(headers.count == 3)
    #expect(headers[0] == nil)
    #expect(headers[2]?.contains("nc=00000002") == true)
  }

  @Test func aWrongPasswordIsAskedForOnce() throws {
    let server = try ScriptedServer { _, _ in
      .init(401, headers: ["WWW-Authenticate": #"Digest realm="s", nonce="n", qop="auth""#], body: "no")
    }
    let client = client(server, .password(user: "ada", password: "hidden"), sendsPasswordFirst: false)
    let error = #expect(throws: SPARQLError.self) { try client.update([]) }
    #expect(error?.code == .unauthorized)
    #expect(server.requests.count == 2)
    #expect(error?.description.contains("hidden") == false)
  }

  @Test func credentialsAreNotShown() {
    let credentials = Credentials.password(user: "ada", password: "hidden")
    var dumped = ""
    dump(credentials, to: &dumped)
    for text in ["\(credentials)", String(reflecting: credentials), dumped] { #expect(!text.contains("hidden")) }
  }
}
