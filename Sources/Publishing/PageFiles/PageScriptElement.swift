import JSONLD

/// The script element that carries a page's structured data, and how one that is ours is known again.
enum PageScriptElement {
  /// Stands in the start tag of every element that this program wrote.
  static let mark = "data-bloggraph"

  /// On one line; nothing in it can end the element.
  static func bytes(_ document: JSONValue) -> [UInt8] {
    Array("<script type=\"application/ld+json\" \(mark)>".utf8) + text(document) + Array("</script>".utf8)
  }

  static func text(_ document: JSONValue) -> [UInt8] { JSONSerializer(escapesForHTML: true).bytes(of: document) }
}
