/// What the site's configuration says, and what the command line put in its place.
public struct Site: Sendable, Equatable {
  /// Absolute, ends with `/`.
  public var baseURL: String
  public var title: String?
  /// BCP 47, lower case.
  public var defaultLanguage: String
  public var languages: [String]
  /// Name and address of who publishes, when the configuration says so.
  public var publisher: String?
  public var publisherLogo: String?
  public var socialProfiles: [String]

  public init(
    baseURL: String, title: String? = nil, defaultLanguage: String = "en", languages: [String] = [],
    publisher: String? = nil, publisherLogo: String? = nil, socialProfiles: [String] = []
  ) {
    self.baseURL = baseURL
    self.title = title
    self.defaultLanguage = defaultLanguage
    self.languages = languages
    self.publisher = publisher
    self.publisherLogo = publisherLogo
    self.socialProfiles = socialProfiles
  }
}

/// A blog's folder, read: every file that looks like content is a post, a skipped file, or the cause of a problem.
public struct Blog: Sendable {
  public var site: Site
  /// By source file, ascending.
  public var posts: [Post]
  /// By file, ascending.
  public var skipped: [SkippedFile]
  public var problems: [Problem]
  /// What was found in each file that may be a post, by file, ascending; `isKnown` when it was not read again.
  public var readings: [(file: String, reading: FileReading, isKnown: Bool)] = []
  /// A hash of what the site's configuration and its folders say of any post.
  public var setup = ""

  public init(site: Site, posts: [Post], skipped: [SkippedFile], problems: [Problem]) {
    self.site = site
    self.posts = posts
    self.skipped = skipped
    self.problems = problems
  }

  public struct SkippedFile: Sendable, Equatable {
    public var file: String
    public var reason: Reason
    public init(file: String, reason: Reason) {
      self.file = file
      self.reason = reason
    }
    public enum Reason: String, Sendable, CaseIterable, Codable {
      case draft, future, expired, section, problem, notContent, tooLarge
    }
  }
}
