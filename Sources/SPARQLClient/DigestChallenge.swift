internal import Foundation

/// A server's Digest challenge and the answers to it (RFC 7616 §3.3, §3.4), with MD5 and `qop=auth` or none: what
/// Virtuoso asks for.
struct DigestChallenge: Sendable {
  var realm: String
  var nonce: String
  var opaque: String?
  var hasQualityOfProtection: Bool
  /// The credentials were fine, the nonce was too old.
  var isStale: Bool
  /// How often the nonce was used.
  private(set) var count = 0

  /// - Parameter header: the value of `WWW-Authenticate`.
  init?(_ header: String) {
    guard let start = header.range(of: "Digest ", options: .caseInsensitive) else { return nil }
    let parameters = Self.parameters(header[start.upperBound...])
    guard let realm = parameters["realm"], let nonce = parameters["nonce"],
      (parameters["algorithm"] ?? "MD5").uppercased() == "MD5"
    else { return nil }
    self.realm = realm
    self.nonce = nonce
    opaque = parameters["opaque"]
    let qualities = parameters["qop"]?.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
    if let qualities, !qualities.contains("auth") { return nil }
    hasQualityOfProtection = qualities != nil
    isStale = parameters["stale"]?.lowercased() == "true"
  }

  /// The value of `Authorization` for one request.
  mutating func answer(
    user: String, password: String, method: String, uri: String,
    clientNonce: String = String(UInt64.random(in: .min ... .max), radix: 16)
  ) -> String {
    count += 1
    let uses = String(count, radix: 16)
    let nc = String(repeating: "0", count: max(0, 8 - uses.count)) + uses
    let a1 = MD5.hexadecimal("\(user):\(realm):\(password)")
    let a2 = MD5.hexadecimal("\(method):\(uri)")
    let middle = hasQualityOfProtection ? "\(nonce):\(nc):\(clientNonce):auth" : nonce
    var header =
      "Digest username=\(Self.quoted(user)), realm=\(Self.quoted(realm)), nonce=\(Self.quoted(nonce)), "
      + "uri=\(Self.quoted(uri)), algorithm=MD5, response=\"\(MD5.hexadecimal("\(a1):\(middle):\(a2)"))\""
    if hasQualityOfProtection { header += ", qop=auth, nc=\(nc), cnonce=\"\(clientNonce)\"" }
    if let opaque { header += ", opaque=\(Self.quoted(opaque))" }
    return header
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  /// `name=value` or `name="value"`, with commas between (RFC 9110 §11.2).
  private static func parameters(_ text: Substring) -> [String: String] {
    var found: [String: String] = [:]
    for match in text.matches(of: #/([A-Za-z-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+))/#) {
      let quoted = match.output.2.map { String($0).replacing(#/\\(.)/#) { $0.output.1 } }
      let name = match.output.1.lowercased()
      if found[name] == nil { found[name] = quoted ?? match.output.3.map(String.init) ?? "" }
    }
    return found
  }
}
