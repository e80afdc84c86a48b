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

  /// What no ASCII is, escaped as URLs have it (RFC 3986 §2.5).
  static func escaped(_ path: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var out: [UInt8] = []
    for byte in path.utf8 {
      if byte < 0x80 {
        out.append(byte)
      } else {
        out += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: out, as: UTF8.self)
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
