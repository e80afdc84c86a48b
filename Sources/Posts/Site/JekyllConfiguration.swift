/// What Jekyll's configuration says about content and addresses.
enum JekyllConfiguration {
  static func settings(_ values: FrontValue) -> SiteSettings {
    var base = values["url"]?.text ?? ""
    if let path = values["baseurl"]?.text?.trimmingSlashes, !path.isEmpty, !base.isEmpty {
      base = (base.hasSuffix("/") ? String(base.dropLast()) : base) + "/" + path
    }
    var site = Site(baseURL: base, title: values["title"]?.text ?? values["name"]?.text)
    let language = (values["lang"] ?? values["locale"])?.text
    if let language { site.defaultLanguage = primary(language) }
    site.languages = (values["languages"]?.texts ?? []).map { $0.lowercased() }
    SiteIdentity.fill(&site, from: [values])
    var settings = SiteSettings(site: site)
    settings.generator = .jekyll
    settings.knowsDefaultLanguage = language != nil
    // Defaults for posts come before the site's style.
    var pattern = values["permalink"]?.text
    if let own = values["collections"]?["posts"]?["permalink"]?.text { pattern = own }
    if case .list(let defaults) = values["defaults"] {
      for entry in defaults where (entry["scope"]?["type"]?.text ?? "posts") == "posts" {
        if (entry["scope"]?["path"]?.text ?? "").isEmpty, let own = entry["values"]?["permalink"]?.text {
          pattern = own
        }
      }
    }
    if let pattern { settings.permalinks[""] = pattern }
    return settings
  }

  private static func primary(_ tag: String) -> String {
    tag.lowercased().replacing("_", with: "-").split(separator: "-").first.map(String.init) ?? tag
  }
}
