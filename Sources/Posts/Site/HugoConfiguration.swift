/// What Hugo's configuration says about content and addresses.
enum HugoConfiguration {
  /// The settings, and the content folders relative to the site's folder.
  static func settings(_ values: FrontValue) -> (SiteSettings, [SiteSettings.ContentFolder]) {
    var site = Site(baseURL: values["baseURL"]?.text ?? "", title: values["title"]?.text)
    let disabled = Set((values["disableLanguages"]?.texts ?? []).map { $0.lowercased() })
    let languages = (values["languages"]?.entries ?? [])
      .filter { !disabled.contains($0.key.lowercased()) && $0.value["disabled"]?.flag != true }
      .sorted { a, b in
        let (x, y) = (weight(a.value), weight(b.value))
        return x != y ? x < y : a.key < b.key
      }
    site.languages = languages.map { $0.key.lowercased() }

    let code = values["languageCode"]?.text?.lowercased().split(separator: "-").first.map(String.init)
    site.defaultLanguage =
      values["defaultContentLanguage"]?.text?.lowercased() ?? (site.languages.count == 1 ? site.languages[0] : nil)
      ?? (site.languages.isEmpty ? code : nil) ?? "en"
    if site.languages.isEmpty, values["defaultContentLanguage"] != nil { site.languages = [site.defaultLanguage] }

    let contentDir = (values["contentDir"]?.text ?? "content").trimmingSlashes
    var folders: [SiteSettings.ContentFolder] = []
    var bases: [String: String] = [:]
    for language in languages {
      let key = language.key.lowercased()
      folders.append(
        .init(folder: (language.value["contentDir"]?.text ?? contentDir).trimmingSlashes, language: key))
      if let base = language.value["baseURL"]?.text.flatMap(BaseURL.normalized) { bases[key] = base }
      if let title = language.value["title"]?.text { site.titles[key] = title }
      if key == site.defaultLanguage { site.title = language.value["title"]?.text ?? site.title }
    }
    if folders.isEmpty { folders = [.init(folder: contentDir, language: site.defaultLanguage)] }

    let defaults = languages.first { $0.key.lowercased() == site.defaultLanguage }?.value["params"]
    SiteIdentity.fill(&site, from: [defaults, values["params"], values])
    var settings = SiteSettings(site: site)
    settings.generator = .hugo
    settings.knowsDefaultLanguage = values["defaultContentLanguage"] != nil || !languages.isEmpty || code != nil
    settings.defaultLanguageInSubfolder = values["defaultContentLanguageInSubdir"]?.flag ?? false
    settings.languageBaseURLs = bases
    settings.permalinks = permalinks(values["permalinks"])
    settings.uglyURLs = values["uglyURLs"]?.flag ?? false
    settings.disablePathToLower = values["disablePathToLower"]?.flag ?? false
    settings.removesAccents = values["removePathAccents"]?.flag ?? false
    return (settings, folders)
  }

  private static func weight(_ language: FrontValue) -> Int {
    // Hugo puts languages without a weight last.
    language["weight"]?.text.flatMap { Int($0) } ?? Int.max
  }

  /// By section; since Hugo 0.117 also under `page`.
  private static func permalinks(_ value: FrontValue?) -> [String: String] {
    var result: [String: String] = [:]
    for entry in value?.entries ?? [] {
      if let pattern = entry.value.text { result[entry.key.lowercased()] = pattern }
    }
    for entry in value?["page"]?.entries ?? [] {
      if let pattern = entry.value.text { result[entry.key.lowercased()] = pattern }
    }
    return result
  }
}
