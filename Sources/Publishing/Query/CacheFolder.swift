import Foundation

/// Where this program keeps what it can make again: `$XDG_CACHE_HOME/bloggraph`, else `~/.cache/bloggraph` (XDG Base
/// Directory Specification). Nothing of it lies in an export, which holds the same bytes with a cache and without.
public struct CacheFolder: Sendable {
  public let path: String

  /// `nil` where there is no place for one.
  public init?(environment: [String: String]) {
    // The specification says to pass over a relative path.
    if let named = environment["XDG_CACHE_HOME"], named.hasPrefix("/") {
      path = named + "/bloggraph"
    } else if let home = environment["HOME"], home.hasPrefix("/") {
      path = home + "/.cache/bloggraph"
    } else {
      return nil
    }
  }

  /// A folder below it, made when it is missing and readable for its owner only; `nil` when it cannot be written to.
  func folder(_ parts: String...) -> String? {
    let folder = ([path] + parts).joined(separator: "/")
    try? FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    return FileSystem.isWritableFolder(folder) ? folder : nil
  }
}
