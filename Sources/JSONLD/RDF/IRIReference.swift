/// IRI references by RFC 3986 (with the letters of RFC 3987).
struct IRIReference {
  var scheme: Substring?
  var authority: Substring?
  var path: Substring
  var query: Substring?
  var fragment: Substring?

  /// The regular expression of RFC 3986 appendix B.
  init(_ text: String) {
    var rest = text[...]
    if let at = rest.utf8.firstIndex(of: UInt8(ascii: "#")) {
      fragment = rest[rest.utf8.index(after: at)...]
      rest = rest[..<at]
    }
    if let at = rest.utf8.firstIndex(of: UInt8(ascii: "?")) {
      query = rest[rest.utf8.index(after: at)...]
      rest = rest[..<at]
    }
    if let at = rest.utf8.firstIndex(of: UInt8(ascii: ":")), Self.isScheme(rest[..<at]) {
      scheme = rest[..<at]
      rest = rest[rest.utf8.index(after: at)...]
    }
    if rest.utf8.starts(with: "//".utf8) {
      rest = rest[rest.utf8.index(rest.startIndex, offsetBy: 2)...]
      let end = rest.utf8.firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
      authority = rest[..<end]
      rest = rest[end...]
    }
    path = rest
  }

  static func isScheme(_ text: Substring) -> Bool {
    guard let first = text.utf8.first, (first | 0x20) &- UInt8(ascii: "a") < 26 else { return false }
    return text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
        true
      default: false
      }
    }
  }

  /// Whether the text begins with a scheme.
  static func isAbsolute(_ text: String) -> Bool {
    guard let at = text.utf8.firstIndex(of: UInt8(ascii: ":")) else { return false }
    return isScheme(text[..<at])
  }

  /// Resolves a reference against an absolute base (RFC 3986 §5.2).
  static func resolve(_ reference: String, against base: String) -> String {
    let r = IRIReference(reference)
    let b = IRIReference(base)
    var target = r
    if r.scheme == nil {
      target.scheme = b.scheme
      if r.authority == nil {
        target.authority = b.authority
        if r.path.isEmpty {
          target.path = b.path
          if r.query == nil { target.query = b.query }
        } else if r.path.utf8.first == UInt8(ascii: "/") {
          target.path = removeDotSegments(r.path)
        } else {
          target.path = removeDotSegments(merge(b, r.path))
        }
      } else {
        target.path = removeDotSegments(r.path)
      }
    } else {
      target.path = removeDotSegments(r.path)
    }
    return target.text
  }

  private static func merge(_ base: IRIReference, _ path: Substring) -> Substring {
    if base.authority != nil && base.path.isEmpty { return "/" + path }
    guard let slash = base.path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path }
    return base.path[..<base.path.utf8.index(after: slash)] + path
  }

  /// The parts between slashes.
  static func segments(_ path: Substring) -> [Substring] {
    path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map { Substring($0) }
  }

  /// RFC 3986 §5.2.4.
  private static func removeDotSegments(_ path: Substring) -> Substring {
    guard path.utf8.contains(UInt8(ascii: ".")) else { return path }
    let isRooted = path.utf8.first == UInt8(ascii: "/")
    var output: [Substring] = []
    let segments = Self.segments(isRooted ? path[path.utf8.index(after: path.startIndex)...] : path)
    for (index, segment) in segments.enumerated() {
      let isLast = index == segments.count - 1
      switch segment {
      case ".": if isLast { output.append("") }
      case "..":
        if !output.isEmpty { output.removeLast() }
        if isLast { output.append("") }
      default: output.append(segment)
      }
    }
    return (isRooted ? "/" : "") + Substring(output.joined(separator: "/"))
  }

  /// RFC 3986 §5.3.
  var text: String {
    var text = ""
    if let scheme { text += scheme + ":" }
    if let authority { text += "//" + authority }
    text += path
    if let query { text += "?" + query }
    if let fragment { text += "#" + fragment }
    return text
  }
}
