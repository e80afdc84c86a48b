/// Who publishes the blog, as themes' configurations say it.
enum SiteIdentity {
  static func fill(_ site: inout Site, from places: [FrontValue?]) {
    for place in places.compactMap(\.self) {
      for key in ["publisher", "organization", "organisation", "company"] where site.publisher == nil {
        site.publisher = place[key]?.text ?? place[key]?["name"]?.text
        if site.publisherLogo == nil { site.publisherLogo = place[key]?["logo"]?.text }
        if site.publisherURL == nil { site.publisherURL = place[key]?["url"]?.text }
      }
      if site.publisherLogo == nil { site.publisherLogo = place["logo"]?.text ?? place["logo"]?["path"]?.text }
      for key in ["social", "sameAs", "socials", "socialProfiles"] {
        for address in addresses(place[key], depth: 0) where !site.socialProfiles.contains(address) {
          site.socialProfiles.append(address)
        }
      }
    }
    if let logo = site.publisherLogo, let base = BaseURL.normalized(site.baseURL) {
      site.publisherLogo = Address.resolve(logo, against: base)
    }
  }

  private static func addresses(_ value: FrontValue?, depth: Int) -> [String] {
    guard let value, depth < 4 else { return [] }
    switch value {
    case .string(let text):
      let trimmed = text.trimmingWhitespace
      return trimmed.hasPrefix("https://") || trimmed.hasPrefix("http://") ? [Address.escapingForbidden(trimmed)] : []
    case .list(let list): return list.flatMap { addresses($0, depth: depth + 1) }
    case .map(let entries): return entries.flatMap { addresses($0.value, depth: depth + 1) }
    default: return []
    }
  }
}
