internal import RDFModel

/// Predicates as XML's qualified names (RDF 1.1 XML Syntax §2.4: namespace and local name, put together, are the IRI).
struct XMLPredicateNames {
  private(set) var names: [TermID: String] = [:]
  private var prefixes: [String: String] = [RDF.namespace: "rdf"]
  private var used: [String: String] = ["rdf": RDF.namespace]
  private let given: [String: String]
  /// Elements that mean something else than a predicate (§5.1, §7.2.5).
  private static let reserved: Set<String> = Set(
    [
      "RDF", "ID", "about", "parseType", "resource", "nodeID", "datatype", "Description", "li", "aboutEach",
      "aboutEachPrefix", "bagID",
    ].map { RDF.namespace + $0 })

  init(_ prefixes: [(prefix: String, namespace: String)]) {
    var given: [String: String] = [:]
    for (prefix, namespace) in prefixes where Self.isName(prefix) && !prefix.lowercased().hasPrefix("xml") {
      given[namespace] = prefix
    }
    self.given = given
  }

  /// What the document's root declares, by prefix.
  var declarations: [(prefix: String, namespace: String)] {
    used.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map { ($0.key, $0.value) }
  }

  /// Gives the predicate a name; false when it can have none.
  mutating func take(_ id: TermID, _ predicate: IRI) -> Bool {
    if names[id] != nil { return true }
    guard !Self.reserved.contains(predicate.string), let split = Self.split(predicate.string) else { return false }
    let prefix = prefix(of: String(split.namespace))
    names[id] = prefix + ":" + split.local
    return true
  }

  private mutating func prefix(of namespace: String) -> String {
    if let known = prefixes[namespace] { return known }
    var prefix = given[namespace] ?? "ns1"
    var number = 1
    // A prefix stands for one namespace: the first that asks for it.
    while used[prefix] != nil {
      number += 1
      prefix = "ns\(number)"
    }
    prefixes[namespace] = prefix
    used[prefix] = namespace
    return prefix
  }

  /// The longest end that is an NCName, and what stands before it.
  private static func split(_ iri: String) -> (namespace: Substring, local: Substring)? {
    let scalars = iri.unicodeScalars
    var start = scalars.endIndex
    var at = scalars.endIndex
    while at > scalars.startIndex {
      at = scalars.index(before: at)
      guard isNameCharacter(scalars[at]) else { break }
      if isNameStart(scalars[at]) { start = at }
    }
    guard start < scalars.endIndex, start > scalars.startIndex else { return nil }
    return (iri[..<start], iri[start...])
  }

  /// XML's NCName without what only its fifth edition takes: raptor reads by the fourth.
  private static func isNameStart(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "_" || scalar.isASCII && CharacterClass.isLetter(UInt8(scalar.value))
  }

  private static func isNameCharacter(_ scalar: Unicode.Scalar) -> Bool {
    isNameStart(scalar) || scalar == "-" || scalar == "." || ("0"..."9").contains(scalar)
  }

  private static func isName(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first else { return false }
    return isNameStart(first) && text.unicodeScalars.allSatisfy(isNameCharacter)
  }
}
