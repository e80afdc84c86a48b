import Foundation

/// Where a blog's content is, and what configures it.
struct SiteLocation {
  /// Source files are relative to it.
  var content: URL
  var settings: SiteSettings
  var problems: [Problem] = []

  /// Understands a site's folder, its content folder, and any folder of posts; what `bloggraph.yaml` says goes before
  /// the site's own configuration, and what the caller says before both.
  static func find(_ folder: URL, baseURL: String?) throws(Problem) -> SiteLocation {
    try check(folder)
    let file = BloggraphFile.find(for: folder)
    var location = try configured(folder, baseURL: baseURL ?? file.site.url)
    location.problems += file.problems
    file.site.fill(&location.settings.site)
    location.settings.fillHomes()
    return location
  }

  private static func configured(_ folder: URL, baseURL: String?) throws(Problem) -> SiteLocation {
    let parent = folder.standardizedFileURL.deletingLastPathComponent()
    let hugo = ConfigurationFiles.hugo(in: folder)
    if hugo.exists { return try hugoSite(folder, hugo, baseURL) }
    let jekyll = ConfigurationFiles.jekyll(in: folder)
    if jekyll.exists || isFolder(folder.appending(path: "_posts")) {
      return try site(JekyllConfiguration.settings(jekyll.values), folder, jekyll, baseURL)
    }
    if isFolder(folder.appending(path: "content")) { return try hugoSite(folder, hugo, baseURL) }

    // The content folder itself: its configuration is beside it.
    let above = ConfigurationFiles.hugo(in: parent)
    if above.exists {
      let location = try hugoSite(parent, above, baseURL)
      if location.content.standardizedFileURL.path == folder.standardizedFileURL.path { return location }
    }
    if folder.lastPathComponent == "_posts" {
      let above = ConfigurationFiles.jekyll(in: parent)
      return try site(JekyllConfiguration.settings(above.values), folder, above, baseURL)
    }
    return try site(SiteSettings(site: Site(baseURL: "")), folder, ConfigurationFiles(), baseURL)
  }

  private static func check(_ folder: URL) throws(Problem) {
    var isFolder: ObjCBool = false
    let path = folder.path
    guard unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw Problem(.noFolder, "the folder \(path) does not exist", file: path)
    }
    guard isFolder.boolValue else { throw Problem(.noFolder, "\(path) is a file, not a folder", file: path) }
    guard (try? FileManager.default.contentsOfDirectory(atPath: path)) != nil else {
      throw Problem(.unreadable, "the folder \(path) cannot be read", file: path)
    }
  }

  static func isFolder(_ url: URL) -> Bool {
    var isFolder: ObjCBool = false
    return unsafe FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) && isFolder.boolValue
  }

  private static func hugoSite(_ folder: URL, _ files: ConfigurationFiles, _ baseURL: String?) throws(Problem)
    -> SiteLocation
  {
    var (settings, contentFolders) = HugoConfiguration.settings(files.values)
    // What all content folders have in common is the folder that source files are relative to.
    var root = contentFolders.first?.folder.split(separator: "/").map(String.init) ?? []
    for other in contentFolders.dropFirst() {
      let parts = other.folder.split(separator: "/").map(String.init)
      root = Array(zip(root, parts).prefix { $0 == $1 }.map(\.0))
    }
    settings.contentFolders = contentFolders.map {
      .init(folder: $0.folder.split(separator: "/").dropFirst(root.count).joined(separator: "/"), language: $0.language)
    }
    // Without languages of their own, folders say nothing about language.
    if settings.contentFolders.allSatisfy({ $0.folder.isEmpty }) { settings.contentFolders = [] }
    let content = folder.appending(path: root.joined(separator: "/"))
    guard isFolder(content) else {
      throw Problem(.noFolder, "the site has no content folder \(root.joined(separator: "/"))", file: folder.path)
    }
    return try site(settings, content, files, baseURL)
  }

  private static func site(
    _ settings: SiteSettings, _ content: URL, _ files: ConfigurationFiles, _ baseURL: String?
  ) throws(Problem) -> SiteLocation {
    var location = SiteLocation(content: content, settings: settings, problems: files.problems)
    if let baseURL {
      guard !baseURL.contains("?"), !baseURL.contains("#") else {
        throw Problem(
          .noBaseURL, "the base URL \(baseURL) has a query or a fragment, behind which no page can lie", file: "")
      }
      guard let base = BaseURL.normalized(baseURL) else {
        throw Problem(.noBaseURL, "the base URL \(baseURL) is no absolute web address", file: "")
      }
      location.settings.site.baseURL = base
      location.settings.languageBaseURLs = [:]
    } else if let base = BaseURL.normalized(settings.site.baseURL) {
      location.settings.site.baseURL = base
    } else {
      location.settings.site.baseURL = BaseURL.fallback
      location.problems.append(
        Problem(
          .noBaseURL, .note, "nothing says where the blog is published; addresses begin with \(BaseURL.fallback)",
          file: ""))
    }
    return location
  }
}

enum BaseURL {
  /// Reserved for examples (RFC 2606).
  static let fallback = "https://example.org/"

  /// Absolute, `http` or `https`, with a slash at its end; nil for anything else.
  static func normalized(_ text: String) -> String? {
    let trimmed = text.trimmingWhitespace
    let lower = trimmed.lowercased()
    guard lower.hasPrefix("http://") || lower.hasPrefix("https://") else { return nil }
    guard let host = trimmed.split(separator: "/").dropFirst().first, !host.isEmpty, !host.contains(" ") else {
      return nil
    }
    let escaped = Address.escapingForbidden(String(trimmed.prefix { $0 != "?" && $0 != "#" }))
    return escaped.hasSuffix("/") ? escaped : escaped + "/"
  }
}
