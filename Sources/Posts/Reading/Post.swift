/// One post of the blog, read.
public struct Post: Sendable {
  /// Relative to the content folder, `/` between folders, as in `bg:sourceFile`.
  public var sourceFile: String
  /// The absolute IRI at which the blog publishes the post.
  public var permalink: String
  /// A BCP 47 tag, lower case (`en`, `fr`).
  public var language: String
  public var title: String
  public var description: String?
  public var date: PostDate?
  public var publishDate: PostDate?
  public var lastModified: PostDate?
  public var expiryDate: PostDate?
  public var authors: [Author]
  public var tags: [String]
  public var categories: [String]
  public var aliases: [String]
  /// Two files with the same key are versions of one post in two languages (`translationKey`, or the same bundle with
  /// language suffixes or in parallel language folders).
  public var translationKey: String?
  public var isDraft: Bool
  /// The main pictures that the front matter names, absolute.
  public var images: [String]
  public var pictures: [Picture]
  public var videos: [Video]
  public var text: PlainText
  /// The lines of the front matter's keys, for what it says in no words of the text: dates, pictures.
  public var fieldLines: [String: Int] = [:]
  /// Byte offsets in the file at which lines begin; line 1 is the first.
  public var lineStarts: [Int]
  public var byteCount: Int
  /// SHA-256 of the file, lower-case hexadecimal.
  public var contentHash: String

  public init(sourceFile: String, permalink: String, language: String, title: String) {
    self.sourceFile = sourceFile
    self.permalink = permalink
    self.language = language
    self.title = title
    self.authors = []
    self.tags = []
    self.categories = []
    self.aliases = []
    self.isDraft = false
    self.images = []
    self.pictures = []
    self.videos = []
    self.text = PlainText()
    self.lineStarts = [0]
    self.byteCount = 0
    self.contentHash = ""
  }

  public struct Author: Sendable, Equatable {
    /// The name without markup, as a reader sees it.
    public var name: String
    public var url: String?
    public var jobTitle: String?
    /// Where the name stands in `text`.
    public var range: Range<Int>?
    public init(name: String, url: String? = nil, jobTitle: String? = nil, range: Range<Int>? = nil) {
      self.name = name
      self.url = url
      self.jobTitle = jobTitle
      self.range = range
    }
  }

  public struct Picture: Sendable, Equatable {
    /// As written, and resolved against the permalink.
    public var address: String
    public var absolute: String
    public var alternateText: String?
    /// The block of the caption in `text.blocks`.
    public var captionBlock: Int?
    public var line: Int
    public init(address: String, absolute: String, alternateText: String? = nil, captionBlock: Int? = nil, line: Int) {
      self.address = address
      self.absolute = absolute
      self.alternateText = alternateText
      self.captionBlock = captionBlock
      self.line = line
    }
  }

  public struct Video: Sendable, Equatable {
    /// The address to watch it at (`https://www.youtube.com/watch?v=…`).
    public var watchURL: String
    public var embedURL: String?
    public var title: String?
    /// What the front matter says of it beside (`videos:` with `url`, `title`, `uploadDate`, `thumbnail`).
    public var uploadDate: PostDate?
    public var thumbnailURL: String?
    /// Where in `text` it was embedded (the offset at which the next text begins).
    public var position: Int
    public var line: Int
    public init(watchURL: String, embedURL: String? = nil, title: String? = nil, position: Int, line: Int) {
      self.watchURL = watchURL
      self.embedURL = embedURL
      self.title = title
      self.position = position
      self.line = line
    }
  }
}

/// A date of the front matter, as precise as it was written.
public struct PostDate: Sendable, Equatable {
  public var year: Int
  public var month: Int?
  public var day: Int?
  /// Set when the source gave a time of day.
  public var time: Time?
  public init(year: Int, month: Int? = nil, day: Int? = nil, time: Time? = nil) {
    self.year = year
    self.month = month
    self.day = day
    self.time = time
  }
  public struct Time: Sendable, Equatable {
    public var hour: Int
    public var minute: Int
    public var second: Int
    /// Minutes east of UTC; `nil` when the source gave none.
    public var offsetMinutes: Int?
    public init(hour: Int, minute: Int, second: Int, offsetMinutes: Int?) {
      self.hour = hour
      self.minute = minute
      self.second = second
      self.offsetMinutes = offsetMinutes
    }
  }

  /// The shortest XSD form that says no more than the source: `xsd:gYear`, `gYearMonth`, `date` or `dateTime`.
  public var lexicalForm: String {
    func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
    let y = String(repeating: "0", count: max(0, 4 - String(year).count)) + String(year)
    guard let month else { return y }
    guard let day else { return "\(y)-\(two(month))" }
    let date = "\(y)-\(two(month))-\(two(day))"
    guard let time else { return date }
    let clock = "T\(two(time.hour)):\(two(time.minute)):\(two(time.second))"
    guard let offset = time.offsetMinutes else { return date + clock }
    if offset == 0 { return date + clock + "Z" }
    let sign = offset < 0 ? "-" : "+"
    return date + clock + sign + two(abs(offset) / 60) + ":" + two(abs(offset) % 60)
  }
}
