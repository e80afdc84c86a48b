public import Foundation

/// Why a store did not do what it was asked.
public struct SPARQLError: Error, Sendable, Equatable {
  /// Grows; a reader of codes must expect new ones.
  public struct Code: RawRepresentable, Hashable, Sendable {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    /// No answer, however often it was asked.
    public static let unreachable = Code(rawValue: "unreachable")
    public static let timedOut = Code(rawValue: "timed-out")
    /// 401, or 403: without credentials, or with wrong ones.
    public static let unauthorized = Code(rawValue: "unauthorized")
    /// 404, 405 or 501: nothing there that could do it.
    public static let unsupported = Code(rawValue: "unsupported")
    /// Another 4xx: the store does not take the request as it is.
    public static let refused = Code(rawValue: "refused")
    /// 3xx: redirects are not followed.
    public static let redirected = Code(rawValue: "redirected")
    /// 429 or 5xx to the last attempt.
    public static let unavailable = Code(rawValue: "unavailable")
    /// An answer that is not what was asked for.
    public static let malformed = Code(rawValue: "malformed")
  }

  public var code: Code
  /// The address, without its query.
  public var place: String
  /// The HTTP status, if there was an answer.
  public var status: Int?
  /// What the server or the system said, shortened.
  public var cause: String?

  public init(_ code: Code, at url: URL, status: Int? = nil, cause: String? = nil) {
    self.code = code
    place = Self.place(url)
    self.status = status
    self.cause = cause.map(Self.shortened).flatMap { $0.isEmpty ? nil : $0 }
  }

  /// - Parameter response: one that is no success.
  init(_ response: HTTPResponse, at url: URL) {
    let code: Code =
      switch response.status {
      case 401, 403: .unauthorized
      case 404, 405, 501: .unsupported
      case 300..<400: .redirected
      case 429, 500...: .unavailable
      default: .refused
      }
    let said = String(decoding: response.body.prefix(2000), as: UTF8.self)
    self.init(
      code, at: url, status: response.status, cause: code == .redirected ? response.headers["location"] : said)
  }

  /// Without user, password, query and fragment, which may hold secrets or a whole query.
  static func place(_ url: URL) -> String {
    guard var parts = URLComponents(url: url, resolvingAgainstBaseURL: true) else { return "the store" }
    (parts.user, parts.password, parts.query, parts.fragment) = (nil, nil, nil, nil)
    return parts.string ?? "the store"
  }

  /// Pages that servers send beside a status are long: their text on one line, no more than a few words of it.
  private static func shortened(_ text: String) -> String {
    let words = text.replacing(#/<[^>]*>/#, with: " ").split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return words.count <= 300 ? words : words.prefix(300) + "…"
  }
}

extension SPARQLError: CustomStringConvertible {
  /// One plain sentence without a full stop.
  public var description: String {
    let because = cause.map { ": \($0)" } ?? ""
    let answered = status.map { " (HTTP \($0))" } ?? ""
    switch code {
    case .unreachable: return "\(place) does not answer" + because
    case .timedOut: return "\(place) took too long" + because
    case .unauthorized: return "\(place) does not let us in\(answered)" + because
    case .unsupported: return "\(place) has nothing that does this\(answered)" + because
    case .redirected: return "\(place) redirects\(answered), and redirects are not followed" + because
    case .unavailable: return "\(place) failed\(answered)" + because
    case .malformed: return "\(place) gave an answer that is not what was asked for" + because
    default: return "\(place) refused the request\(answered)" + because
    }
  }
}
