/// The cases of the suites that do not pass, and why.
enum KnownFailures {
  static let reasons: [Suite: [String: String]] = [:]
}
