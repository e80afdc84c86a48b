import Foundation
import JSONLD

/// Puts the structured data of an export into the HTML files of a built site, in place.
///
/// The element goes before the head's end. One that is ours is replaced where it stands; every other byte of a file stays as
/// it was, and a file that would not change is not written.
public struct PageEmbedder: Sendable {
  /// What became of one HTML file.
  public enum Outcome: Sendable, Equatable {
    case embedded, replaced, unchanged
    /// Somebody else's JSON-LD of the same main type is there already; it begins on this line.
    case occupied(line: Int)
    /// No head's end, or bytes that are not UTF-8.
    case unfit(String)
  }

  private let byPath: [String: Int]
  private let byAddress: [String: Int]
  private let documents: [JSONValue]
  /// The pages' addresses, in the order of their files.
  public let addresses: [String]

  /// - Parameter export: the folder of an export with pages.
  /// - Throws: `OutputError` when it holds none.
  public init(export: String) throws {
    let files = try PageFiles.list(export + "/pages", withJSONLD: true).filter { $0.hasSuffix(".jsonld") }
    guard !files.isEmpty else { throw OutputError(.noExport, path: export + "/pages") }
    try self.init(documents: files.map { try JSONValue(parsing: try PageFiles.read($0)) })
  }

  init(documents: [JSONValue]) {
    var byPath: [String: Int] = [:]
    var byAddress: [String: Int] = [:]
    var addresses: [String] = []
    for (index, document) in documents.enumerated() {
      let nodes = document["@graph"]?.array ?? []
      let address = nodes.first?["@id"]?.string ?? ""
      addresses.append(address)
      byAddress[Self.canonical(address)] = index
      let home = nodes.first { $0["@type"]?.string == "WebSite" }?["url"]?.string
      // A site below a path of its host may be published with or without that path.
      for path in PagePath.pages(of: address, base: home ?? "") where byPath[path] == nil { byPath[path] = index }
    }
    self.documents = documents
    self.byPath = byPath
    self.byAddress = byAddress
    self.addresses = addresses
  }

  /// Which page a file is: by its path below the site's folder, else by the canonical address that it tells.
  func page(of path: String, _ html: HTMLPage) -> Int? {
    guard !html.isRedirect else { return nil }
    if let canonical = html.canonical, let page = byAddress[Self.canonical(canonical)] { return page }
    // A page that names another address as its own is another's copy.
    guard let page = byPath[path.precomposedStringWithCanonicalMapping] ?? byPath[path] else { return nil }
    if let canonical = html.canonical, IRIKind.isAbsolute(canonical), !Self.haveSamePath(canonical, addresses[page]) {
      return nil
    }
    return page
  }

  /// The file with its page's element, and what happened; `nil` for a file that is no post's page.
  func embed(_ bytes: [UInt8], path: String) -> (page: Int, bytes: [UInt8], outcome: Outcome)? {
    let html = HTMLPage(bytes)
    guard let page = page(of: path, html) else { return nil }
    guard String(validating: bytes, as: UTF8.self) != nil else { return (page, bytes, .unfit("it is not UTF-8")) }
    for script in html.scripts where !script.attributes.contains(PageScriptElement.mark) {
      if let document = try? html.document(of: script), Self.hasArticle(document) {
        return (page, bytes, .occupied(line: script.line))
      }
    }
    let element = PageScriptElement.bytes(documents[page])
    let own = html.scripts.filter { $0.attributes.contains(PageScriptElement.mark) }
    guard let first = own.first else {
      guard let place = html.headEnd else { return (page, bytes, .unfit("it has no head")) }
      return (page, bytes[..<place] + element + [0x0A] + bytes[place...], .embedded)
    }
    var new = Array(bytes[..<first.element.lowerBound]) + element
    var rest = first.element.upperBound
    // Only one is ours; a theme that was pasted together may have copied it.
    for other in own.dropFirst() {
      new += bytes[rest..<other.element.lowerBound]
      rest = other.element.upperBound
    }
    new += bytes[rest...]
    return (page, new, new == bytes ? .unchanged : .replaced)
  }

  /// Whether a document's main item, or one beside it, is an article of any kind.
  private static func hasArticle(_ document: JSONValue) -> Bool {
    let articles: Set<String> = [
      "Article", "BlogPosting", "NewsArticle", "TechArticle", "SocialMediaPosting", "ScholarlyArticle", "Report",
      "LiveBlogPosting",
    ]
    let tops = document.array ?? [document]
    return tops.contains { top in
      ([top] + (top["@graph"]?.array ?? [])).contains { node in
        let types = (node["@type"] ?? node["type"]).map { $0.array ?? [$0] } ?? []
        return types.contains { type in
          type.string.map { name in articles.contains(String(name.split { $0 == "/" || $0 == ":" }.last ?? "")) }
            ?? false
        }
      }
    }
  }

  /// Addresses that name one page: with or without escapes, `index.html`, a slash at the end.
  private static func canonical(_ address: String) -> String {
    let scheme = address.firstRange(of: "://")?.upperBound ?? address.startIndex
    let host = address[scheme...].prefix { $0 != "/" }.lowercased()
    return host + "/"
      + (PagePath.parts(of: address) ?? []).filter { $0 != "index.html" }.joined(separator: "/")
      .precomposedStringWithCanonicalMapping
  }

  private static func haveSamePath(_ a: String, _ b: String) -> Bool {
    // A preview is built under another host.
    canonical(a).drop { $0 != "/" } == canonical(b).drop { $0 != "/" }
  }
}

private enum IRIKind {
  static func isAbsolute(_ address: String) -> Bool { address.hasPrefix("https://") || address.hasPrefix("http://") }
}
