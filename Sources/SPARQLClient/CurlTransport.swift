internal import CTransfer
internal import Foundation
internal import Synchronization

/// HTTP by libcurl. Keeps its connection open between requests; follows no redirect (credentials must not travel on), keeps
/// no cookies. One request at a time, whoever asks.
///
/// Not Foundation's `URLSession`: on Linux it wakes some thousand times for each megabyte that it sends, and a big load
/// costs more time on this side than on the store's.
public final class CurlTransport: HTTPTransport {
  private let transfer: Mutex<Transfer>
  private let timeout: Int

  /// - Parameter timeout: how many seconds may pass without a byte in either direction, 1 or more.
  public init(timeout: Double) {
    self.timeout = max(1, Int(timeout.rounded(.up)))
    transfer = Mutex(Transfer())
  }

  public func send(_ request: HTTPRequest) throws(TransportError) -> HTTPResponse {
    try transfer.withLock { transfer in transfer.send(request, timeout: timeout) }.get()
  }
}

/// Owns a `bg_transfer`.
@safe private struct Transfer: ~Copyable, @unchecked Sendable {
  private let pointer: OpaquePointer?

  init() { unsafe pointer = bg_transfer_new() }

  deinit { unsafe bg_transfer_free(pointer) }

  borrowing func send(_ request: HTTPRequest, timeout: Int) -> Result<HTTPResponse, TransportError> {
    guard let pointer = unsafe pointer else { return .failure(TransportError(.other, cause: "out of memory")) }
    // An empty Expect: libcurl would otherwise wait a second for servers that do not know "100 Continue".
    var lines = request.headers.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" } + ["Expect:"]
    // A line feed in a value would begin another header.
    lines = lines.map { $0.replacing(#/[\r\n\0]/#, with: " ") }
    let headers = unsafe lines.map { unsafe UnsafePointer<CChar>(strdup($0)) }
    defer { for index in 0..<lines.count { unsafe free(UnsafeMutablePointer(mutating: headers[index])) } }
    var answer = unsafe bg_answer()
    defer { unsafe bg_answer_free(&answer) }
    let ended = unsafe headers + [nil]
    let outcome = unsafe request.method.withCString { method in
      unsafe request.url.absoluteString.withCString { url in
        unsafe ended.withUnsafeBufferPointer { headers in
          unsafe (request.body ?? []).withUnsafeBytes { body in
            var message = unsafe bg_request()
            unsafe message.method = method
            unsafe message.url = url
            unsafe message.headers = headers.baseAddress
            unsafe message.body = request.body == nil ? nil : body.baseAddress ?? UnsafeRawPointer(method)
            unsafe message.length = body.count
            unsafe message.timeout = timeout
            return unsafe bg_transfer_send(pointer, &message, &answer)
          }
        }
      }
    }
    guard outcome == BG_TRANSFER_FINE else {
      let cause = unsafe withUnsafeBytes(of: &answer.error) { error in
        unsafe String(decoding: error.prefix { $0 != 0 }, as: UTF8.self)
      }
      return .failure(TransportError(Self.code(outcome), cause: cause))
    }
    func bytes(_ start: UnsafeMutablePointer<CChar>?, _ count: Int) -> [UInt8] {
      unsafe Array(UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count))
    }
    return .success(
      HTTPResponse(
        status: unsafe answer.status,
        headers: Self.headers(String(decoding: unsafe bytes(answer.headers, answer.headers_length), as: UTF8.self)),
        body: unsafe bytes(answer.body, answer.body_length)))
  }

  /// The fields of header lines; of a field that comes twice, the values with a comma between (RFC 9110 §5.3).
  private static func headers(_ text: String) -> [String: String] {
    var found: [String: String] = [:]
    for line in text.split(whereSeparator: \.isNewline) {
      guard let colon = line.firstIndex(of: ":") else { continue }
      let name = line[..<colon].lowercased()
      let value = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
      found[name] = found[name].map { $0 + ", " + value } ?? value
    }
    return found
  }

  private static func code(_ outcome: bg_outcome) -> TransportError.Code {
    switch outcome {
    case BG_TRANSFER_UNREACHABLE: .unreachable
    case BG_TRANSFER_LOST: .connectionLost
    case BG_TRANSFER_TIMED_OUT: .timedOut
    case BG_TRANSFER_INSECURE: .insecure
    default: .other
    }
  }
}
