/// Web addresses as text: resolution of relative references (RFC 3986, 5.2) and escaping of what no IRI may hold.
enum Address {
  static func resolve(_ reference: String, against base: String) -> String {
    let reference = escapingForbidden(trimmed(reference))
    if reference.isEmpty { return base }
    if hasScheme(reference) { return reference }
    let (scheme, authority, path, query) = split(base)
    if reference.hasPrefix("//") { return scheme + ":" + reference }
    let root = scheme + "://" + authority
    if reference.hasPrefix("#") { return root + path + query + reference }
    if reference.hasPrefix("?") { return root + path + reference }
    let end = reference.firstIndex { $0 == "?" || $0 == "#" } ?? reference.endIndex
    let (target, tail) = (reference[..<end], reference[end...])
    if target.hasPrefix("/") { return root + withoutDots(String(target)) + String(tail) }
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "/"
    return root + withoutDots(String(folder) + String(target)) + String(tail)
  }

  static func hasScheme(_ address: String) -> Bool {
    guard let first = address.utf8.first, Bytes.isLetter(first) else { return false }
    for b in address.utf8 {
      if b == 0x3A { return true }
      guard Bytes.isAlphanumeric(b) || b == 0x2B || b == 0x2D || b == 0x2E else { return false }
    }
    return false
  }

  /// What RFC 3987 forbids in an IRI (spaces, quotes, angle brackets, braces …), percent-encoded.
  static func escapingForbidden(_ address: String) -> String {
    func isForbidden(_ b: UInt8) -> Bool {
      b <= 0x20 || b == 0x7F || b == 0x22 || b == 0x3C || b == 0x3E || b == 0x5C || b == 0x5E || b == 0x60
        || b == 0x7B || b == 0x7C || b == 0x7D
    }
    guard address.utf8.contains(where: isForbidden) else { return address }
    var result: [UInt8] = []
    let hex = Array("0123456789ABCDEF".utf8)
    for b in address.utf8 {
      if isForbidden(b) {
        result += [0x25, hex[Int(b >> 4)], hex[Int(b & 15)]]
      } else {
        result.append(b)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func trimmed(_ s: String) -> String {
    var bytes = Array(s.utf8)[...]
    while let b = bytes.first, b <= 0x20 { bytes.removeFirst() }
    while let b = bytes.last, b <= 0x20 { bytes.removeLast() }
    return String(decoding: bytes.filter { $0 != 0x0A && $0 != 0x0D && $0 != 0x09 }, as: UTF8.self)
  }

  private static func split(_ base: String) -> (scheme: String, authority: String, path: String, query: String) {
    let beforeFragment = base.prefix { $0 != "#" }
    guard let mark = beforeFragment.firstRange(of: "://") else { return ("https", "", "/", "") }
    let rest = beforeFragment[mark.upperBound...]
    let hostEnd = rest.firstIndex { $0 == "/" || $0 == "?" } ?? rest.endIndex
    let pathEnd = rest[hostEnd...].firstIndex(of: "?") ?? rest.endIndex
    let path = hostEnd == pathEnd ? "/" : String(rest[hostEnd..<pathEnd])
    return (String(beforeFragment[..<mark.lowerBound]), String(rest[..<hostEnd]), path, String(rest[pathEnd...]))
  }

  /// An absolute path without its segments `.` and `..` (RFC 3986 §5.2.4).
  static func withoutDots(_ path: String) -> String {
    guard path.contains("/.") else { return path }
    var parts: [Substring] = []
    let all = path.split(separator: "/", omittingEmptySubsequences: false)
    for (i, part) in all.enumerated() {
      let isLast = i == all.count - 1
      switch part {
      case ".": if isLast { parts.append("") }
      case "..":
        if parts.count > 1 { parts.removeLast() }
        if isLast { parts.append("") }
      default: parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }
}
