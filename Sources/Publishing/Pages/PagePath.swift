import Foundation

/// Between a page's address and the files that a site generator makes of it.
enum PagePath {
  /// The address's path, escapes undone; `nil` for what is no web address or would lead out of a folder.
  static func parts(of address: String) -> [String]? {
    guard let scheme = address.firstRange(of: "://") else { return nil }
    let rest = address[scheme.upperBound...].drop { $0 != "/" && $0 != "?" && $0 != "#" }
    let path = rest.prefix { $0 != "?" && $0 != "#" }
    let parts = path.split(separator: "/").map { part in
      part.utf8.contains(UInt8(ascii: "%")) ? part.removingPercentEncoding ?? String(part) : String(part)
    }
    guard !parts.contains(where: { $0.contains("/") || $0 == ".." || $0 == "." || $0.contains("\0") }) else {
      return nil
    }
    return parts
  }

  /// `pages/` and the address's own path.
  static func file(of address: String) -> String? {
    parts(of: address).map { (["pages"] + $0 + ["index.jsonld"]).joined(separator: "/") }
  }

  /// The HTML files that a generator may publish an address as, below the folder of the site or of its host, the likeliest
  /// first.
  static func pages(of address: String, base: String) -> [String] {
    guard let whole = parts(of: address) else { return [] }
    let root = parts(of: base) ?? []
    var found: [String] = []
    for parts in whole.starts(with: root) && !root.isEmpty ? [Array(whole.dropFirst(root.count)), whole] : [whole] {
      let path = parts.joined(separator: "/")
      if path.hasSuffix(".html") || path.hasSuffix(".htm") {
        found.append(path)
      } else {
        found += [(parts + ["index.html"]).joined(separator: "/")] + (parts.isEmpty ? [] : [path + ".html"])
      }
    }
    return found
  }
}
