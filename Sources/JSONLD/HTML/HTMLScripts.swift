/// The JSON-LD of an HTML page: its `<script type="application/ld+json">` elements (JSON-LD 1.1 §7, API §8.3.2 of the
/// HTML content algorithms).
public struct HTMLScripts: Sendable {
  public struct Script: Sendable {
    public var document: JSONValue
    /// The script element's `id`, by which a fragment names it.
    public var id: String?
    /// Where the script's text starts; both from 1, columns in bytes.
    public var line: Int
    public var column: Int
  }

  public private(set) var scripts: [Script] = []
  /// What the page's first `<base href>` says; relative references resolve against it, and it against the page.
  public private(set) var base: String?

  /// - Parameter bytes: the page in UTF-8, or any encoding that has ASCII's bytes for markup.
  /// - Throws: `JSONLDError` with `.invalidScriptElement` and the line and column in the page, for a script that is
  ///   not JSON.
  public init(_ bytes: [UInt8], maximumDepth: Int = 256) throws {
    var scanner = HTMLScanner(bytes)
    var lines = LineCounter(bytes)
    while let element = scanner.next() {
      switch element.name {
      case "base": if base == nil { base = element["href"] }
      case "script":
        guard let type = element["type"], Self.isJSONLD(type) else { continue }
        let (line, column) = lines.place(of: element.content.lowerBound)
        do {
          let document = try JSONParser.parse(bytes, in: element.content, maximumDepth: maximumDepth)
          scripts.append(Script(document: document, id: element["id"], line: line, column: column))
        } catch let error as JSONLDError {
          let code = error.code == .nestingTooDeep ? error.code : .invalidScriptElement
          throw JSONLDError(code, error.message, line: error.line, column: error.column)
        }
      default: continue
      }
    }
  }

  /// All scripts as one document (API option extractAllScripts).
  public var document: JSONValue { .array(scripts.flatMap(\.document.items)) }

  static func isJSONLD(_ type: String) -> Bool {
    let essence = type.prefix { $0 != ";" }.drop { $0.isWhitespace }
    return essence.lowercased().split { $0.isWhitespace } == ["application/ld+json"]
  }
}

/// Lines of places that only go forward.
struct LineCounter {
  private let bytes: [UInt8]
  private var at = 0
  private var line = 1
  private var lineStart = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func place(of offset: Int) -> (line: Int, column: Int) {
    while at < offset {
      if bytes[at] == 0x0A {
        line += 1
        lineStart = at + 1
      }
      at += 1
    }
    return (line, offset - lineStart + 1)
  }
}
