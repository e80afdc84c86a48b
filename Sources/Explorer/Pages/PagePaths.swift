import KnowledgeGraph

/// Where each page lies. A thing's file is named after its IRI and nothing else, so that a link to it stays good.
struct PagePaths: Sendable {
  static let folder = "explorer/"
  let base: String
  /// Whose landing page is `index.html`.
  let mainLanguage: String

  /// Below the output folder.
  func path(_ page: ExplorerPage, kind: (String) -> ThingKind?) -> String {
    if page.content == .landing, page.language == mainLanguage { return "index.html" }
    return Self.folder + page.language + "/" + local(page.content, kind: kind)
  }

  /// Below a language's folder.
  func local(_ content: ExplorerPage.Content, kind: (String) -> ThingKind?) -> String {
    switch content {
    case .landing: "index.html"
    case .thing(let iri): thing(iri, kind(iri) ?? .post)
    case .list(let kind, let number): "all/\(kind.rawValue)\(Self.suffix(number)).html"
    case .timeline(let number): "all/timeline\(Self.suffix(number)).html"
    case .places(let number): "all/cities\(Self.suffix(number)).html"
    case .matrix: "all/companies-and-projects.html"
    case .report(let number): "all/report\(Self.suffix(number)).html"
    }
  }

  func thing(_ iri: String, _ kind: ThingKind) -> String { "\(kind.rawValue)/\(stem(iri, kind)).html" }

  /// `sofia-lindqvist`; of a post its path with `.` for `/`.
  private func stem(_ iri: String, _ kind: ThingKind) -> String {
    var rest = iri[...]
    if rest.hasPrefix(base) { rest = rest.dropFirst(base.count) }
    if kind != .post, rest.hasPrefix("id/\(kind.rawValue)/") { rest = rest.dropFirst("id/\(kind.rawValue)/".count) }
    let parts = rest.split(separator: "/")
    var out = ""
    // What does not stand in the name as it is makes a hash necessary, that two things never share a file: not even on
    // disks that do not tell capitals from small letters.
    var isExact = !parts.isEmpty && rest.count < iri.count
    for (index, part) in parts.enumerated() {
      if index > 0 { out += "." }
      for scalar in part.unicodeScalars {
        let isKept =
          ("a"..."z").contains(scalar) || scalar.properties.isLowercase || ("0"..."9").contains(scalar) || scalar == "-"
          || scalar == "_"
          || (scalar == "." && kind != .post && !out.isEmpty)
          || (scalar.value > 0x7F && scalar.properties.isAlphabetic && !scalar.properties.isUppercase)
        if isKept { out.unicodeScalars.append(scalar) } else { out += "-" }
        isExact = isExact && isKept
      }
    }
    while out.utf8.count > 120 {
      out.removeLast()
      isExact = false
    }
    return isExact ? out : out + "-" + ContentHash.of([iri])
  }

  private static func suffix(_ number: Int) -> String { number > 1 ? "-\(number)" : "" }

  /// A path as an address: what cannot stand in one is percent-encoded.
  static func address(_ path: String) -> String {
    var out = ""
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"), UInt8(ascii: "/"):
        out.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let hex = String(byte, radix: 16, uppercase: true)
        out += "%" + (hex.count < 2 ? "0" : "") + hex
      }
    }
    return out
  }
}
