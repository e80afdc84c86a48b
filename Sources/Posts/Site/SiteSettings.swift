/// Everything of the configuration that decides where posts are found and where they are published.
struct SiteSettings: Sendable {
  enum Generator: Sendable { case hugo, jekyll, unknown }
  var generator = Generator.unknown
  var site: Site
  /// False when the configuration does not say it, so that a text may.
  var knowsDefaultLanguage = false
  var defaultLanguageInSubfolder = false
  /// Folders of content, relative to the folder that source files are relative to, with their language.
  var contentLanguages: [ContentFolderLanguage] = []
  /// Pattern by section (Hugo) or under `""` (Jekyll).
  var permalinks: [String: String] = [:]
  var languageBaseURLs: [String: String] = [:]
  var uglyURLs = false
  var disablePathToLower = false
  var removesAccents = false
  /// Jekyll: no page in the language's folder unless the path says so.
  var baseURL: String { site.baseURL }

  struct ContentFolderLanguage: Sendable {
    var folder: String
    var language: String
  }

  init(site: Site) { self.site = site }
}
