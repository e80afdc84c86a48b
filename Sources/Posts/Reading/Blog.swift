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
  /// The publisher's own page, where it is another than the site's home.
  public var publisherURL: String?
  public var socialProfiles: [String]
  /// The site's name in the languages that have one of their own.
  public var titles: [String: String] = [:]
  /// Where a language's pages begin, for languages that have a home of their own; absolute, each ends with `/`.
  public var homes: [String: String] = [:]
  /// What the site says of those who write for it.
  public var authors: [Author] = []
  /// Keys of the front matter that the theme shows to nobody, lower case.
  public var hiddenKeys: Set<String> = []

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

  public struct Author: Sendable, Equatable {
    public var name: String
    public var url: String?
    public var sameAs: [String]
    public init(name: String, url: String? = nil, sameAs: [String] = []) {
      self.name = name
      self.url = url
      self.sameAs = sameAs
    }
  }

  /// The name of the site on pages in a language.
  public func title(in language: String) -> String? { titles[language] ?? title }

  /// Where pages in a language begin.
  public func home(in language: String) -> String { homes[language] ?? baseURL }
}

/// A blog's folder, read: every file that looks like content is a post, a skipped file, or the cause of a problem.
public struct Blog: Sendable {
  public var site: Site
  /// By source file, ascending.
  public var posts: [Post]
  /// By file, ascending.
  public var skipped: [SkippedFile]
  public var problems: [Problem]

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
    public enum Reason: String, Sendable, CaseIterable {
      case draft, future, expired, section, problem, notContent, tooLarge
    }
  }
}
