/// What the reader of a body knows about the page: where it is published, and where the blog's other pages are.
struct PageContext {
  var permalink: String
  var baseURL: String
  /// Address of the page that Hugo's `ref` and `relref` name; nil when there is no such page.
  var resolveReference: @Sendable (String) -> String?

  /// RFC 3986, 5.2, against the permalink.
  func absolute(_ address: String) -> String { Address.resolve(address, against: permalink) }
}
