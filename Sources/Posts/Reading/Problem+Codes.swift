extension Problem.Code {
  /// The front matter does not parse; the post is left out.
  public static let frontMatter = Problem.Code(rawValue: "front-matter")
  /// A date in no form that is known; the post is read without it.
  public static let unknownDate = Problem.Code(rawValue: "unknown-date")
  /// Neither the front matter nor the body gives a title; the post is left out.
  public static let noTitle = Problem.Code(rawValue: "no-title")
  /// Nothing but white space; there is no post.
  public static let emptyFile = Problem.Code(rawValue: "empty-file")
  /// Bytes that are not UTF-8; each is read as a question mark.
  public static let notUTF8 = Problem.Code(rawValue: "not-utf-8")
  /// NUL bytes; each is read as a space.
  public static let nullByte = Problem.Code(rawValue: "nul-byte")
  /// Larger than the options allow; the file is not read.
  public static let tooLarge = Problem.Code(rawValue: "too-large")
  /// A file or folder that may not be read.
  public static let unreadable = Problem.Code(rawValue: "unreadable")
  /// A symbolic link that leads back to a folder it is in, or nowhere.
  public static let symbolicLink = Problem.Code(rawValue: "symbolic-link")
  /// Two posts would be published at one address; the second is left out.
  public static let duplicatePermalink = Problem.Code(rawValue: "duplicate-permalink")
  /// A configuration that does not parse; what it says is not used.
  public static let configuration = Problem.Code(rawValue: "configuration")
  /// Neither the configuration nor the options say where the blog is published.
  public static let noBaseURL = Problem.Code(rawValue: "no-base-url")
  /// A key of `bloggraph.yaml` that no reader knows; the rest of the file counts.
  public static let unknownKey = Problem.Code(rawValue: "unknown-key")
  /// The folder is missing, or no folder.
  public static let noFolder = Problem.Code(rawValue: "no-folder")
}

extension Problem {
  /// An error.
  init(
    _ code: Code, _ message: String, file: String, line: Int? = nil, column: Int? = nil, sourceLine: String? = nil
  ) {
    self.init(code, .error, message, file: file, line: line, column: column, sourceLine: sourceLine)
  }
}
