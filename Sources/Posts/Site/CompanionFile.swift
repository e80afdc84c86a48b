public import Foundation

/// Files that lie beside a blog's content and belong to this program.
public enum CompanionFile {
  /// Where a file of this name lies for a blog: in the folder that was named, in the content folder, in the site's own; the
  /// nearest to the content first, each file once.
  ///
  /// - Parameter folder: a site's folder, its content folder, or any folder of posts.
  public static func find(_ name: String, for folder: URL) -> [URL] {
    var folders: [URL] = []
    if let content = (try? SiteLocation.find(folder, baseURL: BaseURL.fallback))?.content {
      folders.append(content)
      let above = content.standardizedFileURL.deletingLastPathComponent()
      if ConfigurationFiles.hugo(in: above).exists || ConfigurationFiles.jekyll(in: above).exists {
        folders.append(above)
      }
    }
    folders.append(folder)
    var seen: Set<String> = []
    return folders.map { $0.appending(path: name) }.filter { url in
      FileManager.default.fileExists(atPath: url.path)
        && seen.insert(url.standardizedFileURL.resolvingSymlinksInPath().path).inserted
    }
  }
}
