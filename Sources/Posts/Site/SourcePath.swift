/// What a file's path says: section, name, language.
struct SourcePath: Sendable {
  /// Folders from the content folder on, without one that the configuration gives to a language, and without a bundle's
  /// own.
  var folders: [String]
  /// The file's name without extension and language; of a page bundle, the folder's.
  var name: String
  var isBundle = false
  var isSection: Bool
  /// Of the suffix or the folder.
  var language: String?
  /// The language as the site's configuration has it, which decides the address.
  var siteLanguage: String?
  /// The path without language and extension: equal for versions of one post.
  var pairKey: String
  var fileExtension: String

  init(_ path: String, settings: SiteSettings) {
    var parts = path.split(separator: "/").map(String.init)
    let file = parts.popLast() ?? path
    let dot = file.lastIndex(of: ".") ?? file.endIndex
    fileExtension = dot < file.endIndex ? String(file[file.index(after: dot)...]).lowercased() : ""
    var stem = String(file[..<dot])

    if let mark = stem.lastIndex(of: "."), settings.generator != .jekyll,
      let code = Self.language(suffix: String(stem[stem.index(after: mark)...]), settings: settings)
    {
      siteLanguage = code
      stem = String(stem[..<mark])
    }
    if let own = settings.contentFolders.first(where: { !$0.folder.isEmpty && path.hasPrefix($0.folder + "/") })
      ?? settings.contentFolders.first(where: { $0.folder.isEmpty })
    {
      siteLanguage = siteLanguage ?? own.language
      parts.removeFirst(min(parts.count, own.folder.split(separator: "/").count))
    }
    language = siteLanguage
    var pairParts = parts
    // Any of the first levels may be the language's without the configuration saying so.
    for i in parts.indices.prefix(3) {
      guard let code = Self.language(folder: parts[i]) else { continue }
      if language == nil || settings.contentFolders.isEmpty && siteLanguage == nil { language = code }
      pairParts.remove(at: i)
      break
    }
    isSection = stem == "_index"
    pairKey = (pairParts + [stem]).joined(separator: "/")
    name = stem
    if stem == "index", let folder = parts.last {
      isBundle = true
      name = folder
      parts.removeLast()
    }
    folders = parts
  }

  /// A suffix such as the `fr` of `index.fr.md`. With a configuration, its languages only.
  static func language(suffix: String, settings: SiteSettings) -> String? {
    let lower = suffix.lowercased().replacing("_", with: "-")
    if settings.site.languages.contains(lower) { return lower }
    guard settings.site.languages.isEmpty else { return nil }
    return common.contains(lower) ? lower : nil
  }

  /// A folder such as `fr`, `french`, `fr-ca`.
  static func language(folder: String) -> String? {
    let lower = folder.lowercased().replacing("_", with: "-")
    if let code = names[lower] { return code }
    if common.contains(lower) { return lower }
    let parts = lower.split(separator: "-")
    if parts.count == 2, parts[1].count == 2, common.contains(String(parts[0])) { return lower }
    return nil
  }

  private static let common: Set<String> = [
    "en", "fr", "de", "es", "it", "pt", "nl", "ja", "zh", "ko", "ru", "pl", "sv", "da", "fi", "cs", "tr", "uk", "ar",
    "he",
    "hi", "en-us", "en-gb", "en-ca", "fr-ca", "fr-fr", "pt-br", "zh-cn", "zh-tw", "zh-hans", "zh-hant",
  ]
  private static let names: [String: String] = [
    "english": "en", "anglais": "en", "french": "fr", "français": "fr", "francais": "fr", "german": "de",
    "deutsch": "de",
    "spanish": "es", "español": "es", "italian": "it", "italiano": "it", "portuguese": "pt", "dutch": "nl",
    "japanese": "ja", "chinese": "zh", "korean": "ko",
  ]
}
