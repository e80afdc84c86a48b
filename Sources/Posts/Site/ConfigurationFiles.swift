import Foundation

/// A site's configuration files, merged into one value.
struct ConfigurationFiles {
  var values: FrontValue = .map([])
  var problems: [Problem] = []
  /// False when the folder has none.
  var exists = false

  private static let extensions = ["toml", "yaml", "yml", "json"]

  /// Hugo's: `hugo.*` or `config.*`, over them the files of `config/_default` and, as in a build for publication,
  /// `config/production`, each under the key that is its name.
  static func hugo(in folder: URL) -> ConfigurationFiles {
    var files = ConfigurationFiles()
    search: for name in ["hugo", "config"] {
      for suffix in extensions {
        if files.merge(folder.appending(path: "\(name).\(suffix)"), under: nil) { break search }
      }
    }
    for environment in ["_default", "production"] {
      let sub = folder.appending(path: "config/\(environment)")
      let names = ((try? FileManager.default.contentsOfDirectory(atPath: sub.path)) ?? []).sorted()
      for name in names {
        let url = sub.appending(path: name)
        guard extensions.contains(url.pathExtension.lowercased()) else { continue }
        let stem = url.deletingPathExtension().lastPathComponent
        files.merge(url, under: stem == "hugo" || stem == "config" ? nil : stem)
      }
    }
    return files
  }

  static func jekyll(in folder: URL) -> ConfigurationFiles {
    var files = ConfigurationFiles()
    for name in ["_config.yml", "_config.yaml", "_config.toml"]
    where files.merge(folder.appending(path: name), under: nil) {
      break
    }
    return files
  }

  /// Returns false when there is no such file.
  @discardableResult
  private mutating func merge(_ url: URL, under key: String?) -> Bool {
    guard let notation = FrontNotation(fileExtension: url.pathExtension), let data = try? Data(contentsOf: url) else {
      return false
    }
    exists = true
    let bytes = [UInt8](data)
    let name = url.lastPathComponent
    do throws(FrontNotation.Failure) {
      var value = try notation.parse(Bytes.string(bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]))
      // `params.fr.toml` belongs to a language.
      if let key {
        let parts = key.split(separator: ".").map(String.init)
        value = .map([.init(key: parts[0], value: value)])
        if parts.count == 2 {
          value = .map([.init(key: "languages", value: .map([.init(key: parts[1], value: value)]))])
        }
      }
      values = value.merged(over: values)
    } catch {
      let starts = Bytes.lineStarts(bytes)
      problems.append(
        .init(
          .configuration, "the configuration cannot be read: \(error.message)", file: name, line: error.line,
          column: error.column, sourceLine: error.line.flatMap { Bytes.lineText(bytes, line: $0, starts: starts) }))
    }
    return true
  }
}
