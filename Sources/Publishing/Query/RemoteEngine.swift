import Dispatch
public import Foundation
import FoundationNetworking
public import SPARQL
import Synchronization

/// A SPARQL 1.1 endpoint, asked through the protocol (§2.1.2, query via POST with URL-encoded parameters: every store
/// takes that).
public struct RemoteEngine: QueryEngine {
  private let endpoint: URL
  /// In seconds, without a byte.
  private let timeout: TimeInterval

  /// - Throws: `StoreError` for what is no http or https address.
  public init(_ address: String, timeout: TimeInterval = 60) throws(StoreError) {
    guard let url = URL(string: address), ["http", "https"].contains(url.scheme?.lowercased()), url.host() != nil else {
      throw StoreError(.endpoint, "\(address) is no http or https address")
    }
    endpoint = url
    self.timeout = timeout
  }

  public func answer(
    _ query: QueryText, fileExtension: String, mediaType: String, _ piece: (Data) throws -> Void
  ) throws {
    var request = URLRequest(url: endpoint, timeoutInterval: timeout)
    request.httpMethod = "POST"
    request.setValue("application/x-www-form-urlencoded", forHTTPHeaderField: "Content-Type")
    request.setValue(mediaType, forHTTPHeaderField: "Accept")
    request.httpBody = Data(("query=" + Self.encoded(query.text)).utf8)
    let (data, response, error) = Self.send(request)
    if let error { throw StoreError(.endpoint, "\(endpoint.absoluteString) does not answer: \(error)") }
    guard let response else { throw StoreError(.endpoint, "\(endpoint.absoluteString) gives no HTTP answer") }
    guard response.statusCode == 200 else {
      let words = String(decoding: data.prefix(500), as: UTF8.self).split(separator: "\n").first.map { ": \($0)" } ?? ""
      throw StoreError(
        response.statusCode == 400 ? .refused : .endpoint,
        "\(endpoint.absoluteString) answers with status \(response.statusCode)\(words)")
    }
    try piece(data)
  }

  private static func send(_ request: URLRequest) -> (Data, HTTPURLResponse?, String?) {
    let answer = Mutex<(Data, HTTPURLResponse?, String?)>((Data(), nil, nil))
    let done = DispatchSemaphore(value: 0)
    let task = URLSession.shared.dataTask(with: request) { data, response, error in
      answer.withLock { $0 = (data ?? Data(), response as? HTTPURLResponse, error?.localizedDescription) }
      done.signal()
    }
    task.resume()
    done.wait()
    return answer.withLock { $0 }
  }

  /// application/x-www-form-urlencoded: everything but unreserved characters.
  static func encoded(_ text: String) -> String {
    var out = ""
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
        out.unicodeScalars.append(Unicode.Scalar(byte))
      default: out += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return out
  }
}
