/// A command that cannot do what it was asked: one plain sentence for stderr, exit status 2.
struct CommandFailure: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}

/// Exit statuses: fine, problems in the input, wrong use.
enum ExitStatus {
  static let fine: Int32 = 0
  static let problems: Int32 = 1
  static let wrongUse: Int32 = 2
}
