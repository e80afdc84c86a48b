/// Everything of the configuration that decides where posts are found and where they are published.
struct SiteSettings: Sendable {
  enum Generator: Sendable { case hugo, jekyll, unknown }
  var generator = Generator.unknown
  var site: Site
  /// False when the configuration does not say it, so that a text may.
  var knowsDefaultLanguage = false
  var defaultLanguageInSubfolder = false
  /// Folders of content with their language, relative to the folder that source files are relative to.
  var contentFolders: [ContentFolder] = []
  /// Hugo: pattern by section. Jekyll: the style or pattern under `""`.
  var permalinks: [String: String] = [:]
  /// Languages with a site of their own.
  var languageBaseURLs: [String: String] = [:]
  var uglyURLs = false
  var disablePathToLower = false
  var removesAccents = false
  /// Folders with an `_index` file, relative to the content folder and without the language's.
  var sections: Set<String> = []

  struct ContentFolder: Sendable, Equatable {
    /// Empty for the content folder itself.
    var folder: String
    var language: String
  }

  init(site: Site) { self.site = site }

  /// Where the pages of each language begin (Hugo: `defaultContentLanguageInSubdir`, `languages.….baseURL`).
  mutating func fillHomes() {
    guard generator == .hugo, isMultilingual else { return }
    for language in site.languages {
      if let base = languageBaseURLs[language] {
        site.homes[language] = base
      } else if language != site.defaultLanguage || defaultLanguageInSubfolder {
        site.homes[language] = site.baseURL + language + "/"
      }
    }
  }

  var isMultilingual: Bool { site.languages.count > 1 }
}
