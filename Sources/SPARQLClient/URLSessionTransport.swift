internal import Dispatch
internal import Foundation
internal import Synchronization

#if canImport(FoundationNetworking)
  internal import FoundationNetworking
#endif

/// HTTP by Foundation. Keeps connections open between requests; follows no redirect (credentials must not travel on),
/// keeps no cookies, caches nothing.
public final class URLSessionTransport: HTTPTransport {
  private let session: URLSession
  private let receiver = Receiver()

  /// - Parameter timeout: how many seconds may pass without a byte in either direction.
  public init(timeout: Double) {
    let configuration = URLSessionConfiguration.ephemeral
    configuration.timeoutIntervalForRequest = timeout
    configuration.httpCookieStorage = nil
    configuration.httpShouldSetCookies = false
    configuration.urlCache = nil
    configuration.urlCredentialStorage = nil
    session = URLSession(configuration: configuration, delegate: receiver, delegateQueue: nil)
  }

  deinit { session.invalidateAndCancel() }

  public func send(_ request: HTTPRequest) throws(TransportError) -> HTTPResponse {
    var message = URLRequest(url: request.url)
    message.httpMethod = request.method
    for (name, value) in request.headers { message.setValue(value, forHTTPHeaderField: name) }
    if let body = request.body { message.httpBody = Data(body) }
    let task = session.dataTask(with: message)
    let exchange = Exchange()
    receiver.exchanges.withLock { $0[task.taskIdentifier] = exchange }
    task.resume()
    exchange.done.wait()
    return try exchange.result()
  }

  /// What has come so far of one answer.
  private final class Exchange: Sendable {
    let done = DispatchSemaphore(value: 0)
    let body = Mutex<[UInt8]>([])
    let outcome = Mutex<Result<HTTPResponse, TransportError>?>(nil)

    func result() throws(TransportError) -> HTTPResponse {
      guard let outcome = outcome.withLock({ $0 }) else { throw TransportError(.other, cause: "no answer") }
      return try outcome.get()
    }
  }

  /// Delegates and not completion handlers: only they see redirects before they are followed.
  private final class Receiver: NSObject, URLSessionDataDelegate, Sendable {
    let exchanges = Mutex<[Int: Exchange]>([:])

    func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
      let exchange = exchanges.withLock { $0[dataTask.taskIdentifier] }
      exchange?.body.withLock { $0.append(contentsOf: data) }
    }

    func urlSession(
      _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
      newRequest request: URLRequest, completionHandler: @escaping (URLRequest?) -> Void
    ) {
      completionHandler(nil)
    }

    func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
      guard let exchange = exchanges.withLock({ $0.removeValue(forKey: task.taskIdentifier) }) else { return }
      let result: Result<HTTPResponse, TransportError>
      if let error {
        result = .failure(Self.reason(error))
      } else if let response = task.response as? HTTPURLResponse {
        var headers: [String: String] = [:]
        for (name, value) in response.allHeaderFields { headers["\(name)"] = "\(value)" }
        result = .success(
          HTTPResponse(status: response.statusCode, headers: headers, body: exchange.body.withLock { $0 }))
      } else {
        result = .failure(TransportError(.other, cause: "the answer is no HTTP"))
      }
      exchange.outcome.withLock { $0 = result }
      exchange.done.signal()
    }

    private static func reason(_ error: any Error) -> TransportError {
      let cause = error.localizedDescription
      switch (error as? URLError)?.code {
      case .timedOut: return TransportError(.timedOut, cause: cause)
      case .cannotConnectToHost, .cannotFindHost, .dnsLookupFailed, .notConnectedToInternet:
        return TransportError(.unreachable, cause: cause)
      case .networkConnectionLost, .badServerResponse, .cannotParseResponse, .unknown:
        return TransportError(.connectionLost, cause: cause)
      case .secureConnectionFailed, .serverCertificateUntrusted, .serverCertificateHasBadDate,
        .serverCertificateHasUnknownRoot, .serverCertificateNotYetValid, .clientCertificateRejected:
        return TransportError(.insecure, cause: cause)
      default: return TransportError(.other, cause: cause)
      }
    }
  }
}
