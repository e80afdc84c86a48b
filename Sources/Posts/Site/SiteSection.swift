import Yams

/// `site:` of `bloggraph.yaml`: who publishes, who writes, and what of the front matter the theme does not show.
struct SiteSection {
  /// By language; under the empty key the name for every language.
  var names: [String: String] = [:]
  var url: String?
  var publisher: String?
  var publisherURL: String?
  var logo: String?
  var profiles: [String] = []
  var authors: [Site.Author] = []
  var hidden: Set<String> = []

  private typealias Complaint = (String, Node?) -> Problem

  /// Returns what is wrong with the section; the rest of it counts.
  mutating func read(_ node: Node, problem: (String, Node?) -> Problem) -> [Problem] {
    guard case .mapping(let mapping) = node else { return [problem("site is no list of keys", node)] }
    var problems: [Problem] = []
    for (key, value) in mapping {
      switch key.string ?? "" {
      case "name", "title": names = Self.names(value)
      case "url": url = Self.text(value)
      case "publisher": problems += readPublisher(value, problem)
      case "authors": problems += readAuthors(value, problem)
      case "hidden": hidden = Set(Self.texts(value).map { $0.lowercased() })
      default:
        let known = "name, url, publisher, authors, hidden"
        problems.append(problem("site has no key \(key.string ?? "") (known: \(known))", key))
      }
    }
    return problems
  }

  private mutating func readPublisher(_ node: Node, _ problem: Complaint) -> [Problem] {
    guard case .mapping(let mapping) = node else {
      publisher = Self.text(node)
      return []
    }
    var problems: [Problem] = []
    for (key, value) in mapping {
      switch key.string ?? "" {
      case "name": publisher = Self.text(value)
      case "url": publisherURL = Self.text(value)
      case "logo": logo = Self.text(value)
      case "sameAs": profiles = Self.texts(value)
      default:
        problems.append(
          problem("publisher has no key \(key.string ?? "") (known: name, url, logo, sameAs)", key))
      }
    }
    return problems
  }

  private mutating func readAuthors(_ node: Node, _ problem: Complaint) -> [Problem] {
    guard case .sequence(let items) = node else { return [problem("authors is no list", node)] }
    var problems: [Problem] = []
    for item in items {
      guard let name = item["name"].flatMap(Self.text) else {
        problems.append(problem("an author has a name", item))
        continue
      }
      authors.append(
        Site.Author(
          name: name.precomposed, url: item["url"].flatMap(Self.text), sameAs: item["sameAs"].map(Self.texts) ?? []))
    }
    return problems
  }

  func fill(_ site: inout Site) {
    if let name = names[site.defaultLanguage] ?? names[""] { site.title = name }
    for (language, name) in names where !language.isEmpty { site.titles[language] = name }
    if let publisher { site.publisher = publisher }
    if let publisherURL { site.publisherURL = publisherURL }
    if let logo { site.publisherLogo = Address.resolve(logo, against: site.baseURL) }
    for profile in profiles where !site.socialProfiles.contains(profile) { site.socialProfiles.append(profile) }
    site.authors = authors
    site.hiddenKeys = hidden
  }

  private static func names(_ node: Node) -> [String: String] {
    guard case .mapping(let mapping) = node else { return text(node).map { ["": $0] } ?? [:] }
    return Dictionary(
      mapping.compactMap { key, value in text(value).map { ((key.string ?? "").lowercased(), $0) } },
      uniquingKeysWith: { $1 })
  }

  private static func text(_ node: Node) -> String? {
    guard let text = node.string?.trimmingWhitespace, !text.isEmpty else { return nil }
    return text
  }

  private static func texts(_ node: Node) -> [String] {
    if case .sequence(let items) = node { return items.compactMap(text) }
    return text(node).map { [$0] } ?? []
  }
}
