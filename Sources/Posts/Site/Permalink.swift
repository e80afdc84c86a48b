/// The address at which a post is published.
struct Permalink {
  var settings: SiteSettings
  var path: SourcePath
  var values: FrontValue
  var title: String
  var date: PostDate?
  var language: String

  var string: String {
    let base = settings.languageBaseURLs[language] ?? settings.baseURL
    if let url = values["url"]?.text ?? (settings.generator == .jekyll ? values["permalink"]?.text : nil) {
      if Address.hasScheme(url) { return Address.escapingForbidden(url) }
      // A relative one, and in Hugo one of a language other than the default, goes below the language's path.
      return join(base, url)
    }
    let prefix = languagePrefix
    var parts = prefix.map { [$0] } ?? []
    parts += path.folders.map(urlized)
    parts.append(urlized(values["slug"]?.text?.trimmingSlashes ?? path.name))
    return join(base, parts.filter { !$0.isEmpty }.joined(separator: "/") + (settings.uglyURLs ? ".html" : "/"))
  }

  private var languagePrefix: String? {
    if settings.languageBaseURLs[language] != nil { return nil }
    if settings.generator == .unknown { return path.languageFolder.map(urlized) }
    return language == settings.site.defaultLanguage && !settings.defaultLanguageInSubfolder ? nil : language
  }

  private func join(_ base: String, _ path: String) -> String {
    Address.escapingForbidden(base + (path.hasPrefix("/") ? String(path.dropFirst()) : path))
  }

  private func urlized(_ part: String) -> String {
    PathSegment.urlize(part, lowercases: !settings.disablePathToLower, removesAccents: settings.removesAccents)
  }
}

extension String {
  var trimmingSlashes: String {
    var s = Substring(self)
    while s.first == "/" { s.removeFirst() }
    while s.last == "/" { s.removeLast() }
    return String(s)
  }
}
