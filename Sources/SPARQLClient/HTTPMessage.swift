public import Foundation

/// An HTTP request (RFC 9110 §3.4) with its whole content.
public struct HTTPRequest: Sendable {
  public var method: String
  public var url: URL
  /// Names and values; a name stands once.
  public var headers: [String: String]
  public var body: [UInt8]?

  public init(_ method: String, _ url: URL, headers: [String: String] = [:], body: [UInt8]? = nil) {
    self.method = method
    self.url = url
    self.headers = headers
    self.body = body
  }
}

/// An HTTP response (RFC 9110 §3.4) with its whole content.
public struct HTTPResponse: Sendable {
  public var status: Int
  /// By name in lower case.
  public var headers: [String: String]
  public var body: [UInt8]

  public init(status: Int, headers: [String: String] = [:], body: [UInt8] = []) {
    self.status = status
    self.headers = Dictionary(headers.map { ($0.key.lowercased(), $0.value) }, uniquingKeysWith: { $0 + ", " + $1 })
    self.body = body
  }

  public var isSuccess: Bool { (200..<300).contains(status) }
}
