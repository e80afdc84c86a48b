/// What a file's path says: section, name, language.
struct SourcePath: Sendable {
  /// Folders from the content folder on, without the language's and without a bundle's own.
  var folders: [String]
  /// The file's name without extension and language; of a page bundle, the folder's.
  var name: String
  var isBundle: Bool
  var isSection: Bool
  /// From the suffix or the folder.
  var language: String?
  /// The folder that stood for the language.
  var languageFolder: String?
  /// The path without language and extension: equal for versions of one post.
  var pairKey: String
  var fileExtension: String

  init(_ path: String, settings: SiteSettings) {
    var parts = path.split(separator: "/").map(String.init)
    let file = parts.popLast() ?? path
    let dot = file.lastIndex(of: ".") ?? file.endIndex
    fileExtension = dot < file.endIndex ? String(file[file.index(after: dot)...]).lowercased() : ""
    var stem = String(file[..<dot])

    if let mark = stem.lastIndex(of: "."),
      let code = Self.language(code: String(stem[stem.index(after: mark)...]), settings: settings)
    {
      language = code
      stem = String(stem[..<mark])
    }
    if let known = settings.contentLanguages.first(where: { (path + "/").hasPrefix($0.folder + "/") && !$0.folder.isEmpty }) {
      language = language ?? known.language
      parts.removeFirst(min(parts.count, known.folder.split(separator: "/").count))
      languageFolder = known.folder
    } else if settings.site.languages.isEmpty || settings.contentLanguages.isEmpty {
      // Any of the first levels may be the language's.
      for i in parts.indices.prefix(3) {
        if let code = Self.language(folder: parts[i]) {
          language = language ?? code
          languageFolder = parts[i]
          if i == 0 || settings.generator != .hugo { parts.remove(at: i) }
          break
        }
      }
    }
    isSection = stem == "_index"
    isBundle = stem == "index" && !parts.isEmpty
    pairKey = (parts + [stem]).joined(separator: "/")
    if isBundle {
      name = parts.removeLast()
    } else {
      name = stem
    }
    folders = parts
  }

  /// A suffix such as the `fr` of `index.fr.md`.
  static func language(code: String, settings: SiteSettings) -> String? {
    let lower = code.lowercased().replacing("_", with: "-")
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
    "en", "fr", "de", "es", "it", "pt", "nl", "ja", "zh", "ko", "ru", "pl", "sv", "da", "fi", "cs", "tr", "uk", "ar", "he", "hi",
    "en-us", "en-gb", "en-ca", "fr-ca", "fr-fr", "pt-br", "zh-cn", "zh-tw", "zh-hans", "zh-hant",
  ]
  private static let names: [String: String] = [
    "english": "en", "anglais": "en", "french": "fr", "français": "fr", "francais": "fr", "german": "de", "deutsch": "de",
    "spanish": "es", "español": "es", "italian": "it", "italiano": "it", "portuguese": "pt", "dutch": "nl", "japanese": "ja",
    "chinese": "zh", "korean": "ko",
  ]
}
