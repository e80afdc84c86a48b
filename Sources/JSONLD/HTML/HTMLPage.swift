/// What of an HTML page matters to its structured data: the JSON-LD scripts with their places, the page's address as it
/// tells it, and where a script can be put.
public struct HTMLPage: Sendable {
  public struct Script: Sendable {
    /// From the start tag's `<` to behind the end tag's `>`.
    public var element: Range<Int>
    public var content: Range<Int>
    /// Where the script's text starts; both from 1, columns in bytes.
    public var line: Int
    public var column: Int
    /// Names of the start tag's attributes, lower case.
    public var attributes: Set<String>
  }

  /// Scripts of type `application/ld+json`, whatever they hold.
  public private(set) var scripts: [Script] = []
  /// `<link rel="canonical">`, as written.
  public private(set) var canonical: String?
  /// The first `<base href>`, as written.
  public private(set) var base: String?
  /// The page only sends its reader to another address (`<meta http-equiv="refresh">`).
  public private(set) var isRedirect = false
  /// Before the head's end tag, or where the body begins if the head's end is left out; `nil` for a page without either.
  public private(set) var headEnd: Int?

  private let bytes: [UInt8]

  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var scanner = HTMLScanner(bytes)
    var lines = LineCounter(bytes)
    var hasHeadEnded = false
    while let element = scanner.next(withEndTags: true) {
      switch (element.name, element.isEndTag) {
      case ("head", true), ("body", false):
        if !hasHeadEnded { headEnd = element.start }
        hasHeadEnded = true
      case ("script", false):
        guard let type = element["type"], HTMLScripts.isJSONLD(type) else { continue }
        let (line, column) = lines.place(of: element.content.lowerBound)
        var end = element.content.upperBound
        while end < bytes.count, bytes[end] != UInt8(ascii: ">") { end += 1 }
        scripts.append(
          Script(
            element: element.start..<min(end + 1, bytes.count), content: element.content, line: line, column: column,
            attributes: Set(element.attributes.map(\.name))))
      case ("link", false):
        guard let rel = element["rel"], canonical == nil else { continue }
        if rel.lowercased().split(separator: " ").contains("canonical") { canonical = element["href"] }
      case ("base", false): if base == nil { base = element["href"] }
      case ("meta", false): if element["http-equiv"]?.lowercased() == "refresh" { isRedirect = true }
      default: continue
      }
    }
  }

  /// - Throws: `JSONLDError` with the line and column in the page, for a script that is not JSON.
  public func document(of script: Script) throws -> JSONValue { try JSONParser.parse(bytes, in: script.content) }

  /// The lines of a script's objects and members.
  public func places(of script: Script) -> JSONPlaces? { JSONPlaces(bytes, in: script.content) }
}
