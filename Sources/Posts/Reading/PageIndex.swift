/// Finds the page that Hugo's `ref` and `relref` name: by path from the content folder, by path from the page's own
/// folder, or by a name that only one page has.
struct PageIndex: Sendable {
  private var byPath: [String: [String]] = [:]
  private var byName: [String: [String]] = [:]
  private let settings: SiteSettings

  init(_ files: [String], _ settings: SiteSettings) {
    self.settings = settings
    for file in files {
      let path = SourcePath(file, settings: settings)
      let key = (path.folders + [path.name]).joined(separator: "/").lowercased()
      byPath[key, default: []].append(file)
      byName[path.name.lowercased(), default: []].append(file)
    }
  }

  /// The file of the page, of the language of `from` when there are several.
  func file(of reference: String, from: String) -> String? {
    let path = String(reference.prefix { $0 != "#" && $0 != "?" })
    guard !path.isEmpty else { return from }
    let own = SourcePath(from, settings: settings)
    let target = SourcePath(path.trimmingSlashes, settings: settings)
    let key = Self.withoutDots(target.folders + [target.name])
    var keys = [key.joined(separator: "/")]
    if !path.hasPrefix("/") {
      var base = own.folders
      if own.isBundle { base.append(own.name) }
      keys.insert(Self.withoutDots(base + target.folders + [target.name]).joined(separator: "/"), at: 0)
      keys.insert(Self.withoutDots(own.folders + target.folders + [target.name]).joined(separator: "/"), at: 0)
    }
    for key in keys {
      if let found = byPath[key.lowercased()] { return pick(found, target.language ?? own.language) }
    }
    guard target.folders.isEmpty, let found = byName[target.name.lowercased()] else { return nil }
    let paths = Set(found.map { SourcePath($0, settings: settings).pairKey })
    return paths.count == 1 ? pick(found, target.language ?? own.language) : nil
  }

  private func pick(_ files: [String], _ language: String?) -> String? {
    files.first { SourcePath($0, settings: settings).language == language } ?? files.first
  }

  private static func withoutDots(_ parts: [String]) -> [String] {
    parts.reduce(into: []) { result, part in
      if part == ".." { _ = result.popLast() } else if part != "." { result.append(part) }
    }
  }
}
