internal import Foundation

/// When a request is sent once more, and after how long: 429, 500, 502, 503, 504 and connections that fail. Every request
/// of this module may be repeated (RFC 9110 §9.2.2): what it does twice is what it does once.
public struct RetryPolicy: Sendable {
  /// How often a request is sent at most, 1 or more.
  public var attempts: Int
  /// Seconds before the second attempt; each later pause is twice as long.
  public var firstPause: Double
  /// Seconds that no pause exceeds. A server that asks for more is not waited for.
  public var longestPause: Double
  /// Waits; tests put something quicker here.
  public var sleep: @Sendable (Double) -> Void

  public init(
    attempts: Int = 6, firstPause: Double = 0.5, longestPause: Double = 60,
    sleep: @escaping @Sendable (Double) -> Void = RetryPolicy.wait
  ) {
    self.attempts = max(1, attempts)
    self.firstPause = firstPause
    self.longestPause = longestPause
    self.sleep = sleep
  }

  /// Does nothing for so many seconds.
  public static func wait(_ seconds: Double) { Thread.sleep(forTimeInterval: seconds) }

  static let transientStatuses: Set<Int> = [429, 500, 502, 503, 504]

  /// Seconds to wait before the attempt that follows; nil when there is to be none.
  ///
  /// - Parameters:
  ///   - attempt: how many were made, from 1.
  ///   - retryAfter: the header's value, seconds or a date (RFC 9110 §10.2.3).
  func pause(after attempt: Int, retryAfter: String?, now: Date = Date()) -> Double? {
    guard attempt < attempts else { return nil }
    if let asked = retryAfter.flatMap({ Self.seconds($0, now: now) }) {
      return asked <= longestPause ? max(asked, 0) : nil
    }
    let pause = min(firstPause * Double(1 << min(attempt - 1, 20)), longestPause)
    // Clients that failed together must not come back together.
    return pause * Double.random(in: 0.75...1)
  }

  private static func seconds(_ value: String, now: Date) -> Double? {
    let text = value.trimmingCharacters(in: .whitespaces)
    if let seconds = Int(text) { return Double(seconds) }
    let formatter = DateFormatter()
    formatter.locale = Locale(identifier: "en_US_POSIX")
    formatter.timeZone = TimeZone(secondsFromGMT: 0)
    formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
    return formatter.date(from: text).map { $0.timeIntervalSince(now) }
  }
}
