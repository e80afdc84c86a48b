/// What one file turned out to be.
public struct FileReading: Sendable, Codable {
  public var post: Post?
  public var skipped: Blog.SkippedFile.Reason?
  public var problems: [Problem]

  public init(post: Post? = nil, skipped: Blog.SkippedFile.Reason? = nil, problems: [Problem] = []) {
    self.post = post
    self.skipped = skipped
    self.problems = problems
  }
}

/// Answers for files whose content has not changed since an earlier run, so that they need not be read again.
public protocol KnownFiles: Sendable {
  /// - Parameters:
  ///   - path: where the file is, without symbolic links.
  ///   - setup: as in `Blog.setup`: an answer holds for the same setup only.
  func reading(of file: String, at path: String, setup: String) -> FileReading?
}
