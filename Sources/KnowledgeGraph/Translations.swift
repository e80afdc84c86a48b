public import Posts

/// Which post is a translation of which.
///
/// A post and its translation say so of each other, and both triples stand in the translation's graph: to load or to
/// delete a translation then touches no other post's graph.
public struct Translations: Sendable {
  private let originals: [String: [String]]

  /// - Parameter pairs: permalinks of versions that only the texts give away; versions with the same
  ///   `Post.translationKey` need none.
  public init(_ posts: [Post], defaultLanguage: String, pairs: [(String, String)] = []) {
    let byPermalink = Dictionary(posts.map { ($0.permalink, $0) }, uniquingKeysWith: { first, _ in first })
    var originals: [String: Set<String>] = [:]
    func link(_ a: Post, _ b: Post) {
      guard a.permalink != b.permalink, a.language != b.language else { return }
      let (original, translation) = Self.isOriginal(a, of: b, defaultLanguage) ? (a, b) : (b, a)
      originals[translation.permalink, default: []].insert(original.permalink)
    }
    let keyed = Dictionary(grouping: posts.filter { $0.translationKey != nil }) { $0.translationKey }
    for versions in keyed.values {
      // A third language links to the original, not to the other translation.
      let sorted = versions.sorted { Self.isOriginal($0, of: $1, defaultLanguage) }
      for version in sorted.dropFirst() { link(sorted[0], version) }
    }
    for (a, b) in pairs {
      if let a = byPermalink[a], let b = byPermalink[b] { link(a, b) }
    }
    self.originals = originals.mapValues { $0.sorted() }
  }

  /// Permalinks of what the post is a translation of, ascending.
  public func originals(of post: Post) -> [String] { originals[post.permalink] ?? [] }

  /// The version in the site's own language is the original; else the older one; else the one whose permalink sorts first.
  private static func isOriginal(_ a: Post, of b: Post, _ defaultLanguage: String) -> Bool {
    let (isA, isB) = (a.language == defaultLanguage, b.language == defaultLanguage)
    if isA != isB { return isA }
    let (dateA, dateB) = (a.date?.lexicalForm ?? "9999", b.date?.lexicalForm ?? "9999")
    if dateA != dateB { return dateA < dateB }
    return a.permalink < b.permalink
  }
}
