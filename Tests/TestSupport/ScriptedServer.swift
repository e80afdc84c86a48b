public import Foundation
import Synchronization

/// An HTTP server that answers as a test says, and remembers what it was asked. A connection carries one exchange.
public final class ScriptedServer: Sendable {
  public struct Request: Sendable {
    public var method = ""
    /// With its query.
    public var target = ""
    /// By name in lower case.
    public var headers: [String: String] = [:]
    public var body: [UInt8] = []
  }

  public struct Response: Sendable {
    public var status: Int
    public var headers: [String: String]
    public var body: String
    public init(_ status: Int, headers: [String: String] = [:], body: String = "") {
      self.status = status
      self.headers = headers
      self.body = body
    }
  }

  private let listener: LoopbackListener
  private let seen: Log
  private final class Log: Sendable { let requests = Mutex<[Request]>([]) }

  public var address: URL { URL(string: "http://127.0.0.1:\(listener.port)") ?? URL(filePath: "/") }
  public var requests: [Request] { seen.requests.withLock { $0 } }

  /// - Parameter answer: the request and how many came before it; nil closes the connection without a word.
  public init(_ answer: @escaping @Sendable (Request, Int) -> Response?) throws {
    let seen = Log()
    self.seen = seen
    listener = try LoopbackListener { connection in
      guard let request = Self.read(connection) else { return }
      let before = seen.requests.withLock { requests in
        requests.append(request)
        return requests.count - 1
      }
      guard let response = answer(request, before) else { return }
      var head =
        "HTTP/1.1 \(response.status) Scripted\r\nContent-Length: \(response.body.utf8.count)\r\nConnection: close\r\n"
      for (name, value) in response.headers { head += "\(name): \(value)\r\n" }
      connection.write(Array((head + "\r\n" + response.body).utf8))
    }
  }

  private static func read(_ connection: Connection) -> Request? {
    var bytes: [UInt8] = []
    let end = Array("\r\n\r\n".utf8)
    var head: Range<Int>?
    while head == nil {
      let more = connection.read()
      if more.isEmpty { return nil }
      bytes += more
      head = bytes.firstRange(of: end)
    }
    guard let head else { return nil }
    let lines = String(decoding: bytes[..<head.lowerBound], as: UTF8.self).components(separatedBy: "\r\n")
    let words = lines[0].split(separator: " ").map(String.init)
    guard words.count == 3 else { return nil }
    var request = Request(method: words[0], target: words[1])
    for line in lines.dropFirst() {
      guard let colon = line.firstIndex(of: ":") else { continue }
      request.headers[line[..<colon].lowercased()] =
        line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
    }
    request.body = Array(bytes[head.upperBound...])
    let length = Int(request.headers["content-length"] ?? "") ?? 0
    while request.body.count < length {
      let more = connection.read()
      if more.isEmpty { return nil }
      request.body += more
    }
    return request
  }
}
