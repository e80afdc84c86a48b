/// What lets a client in. Never printed: descriptions tell the kind only.
public enum Credentials: Sendable {
  case none
  /// Sent with every request (RFC 7617), or used to answer a Digest challenge (RFC 7616).
  case password(user: String, password: String)
  /// RFC 6750.
  case bearer(token: String)
}

extension Credentials: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  public var description: String {
    switch self {
    case .none: "no credentials"
    case .password: "a user and a password"
    case .bearer: "a token"
    }
  }
  public var debugDescription: String { description }
  /// `dump` looks inside values: there is nothing to see.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
