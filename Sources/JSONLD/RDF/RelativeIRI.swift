extension IRIReference {
  /// The shortest reference of path, query and fragment that resolves to the IRI; the IRI itself when none does.
  static func relative(_ iri: String, to base: String) -> String {
    let target = IRIReference(iri)
    let origin = IRIReference(base)
    guard let scheme = target.scheme, scheme == origin.scheme, target.authority == origin.authority else { return iri }
    var from = segments(origin.path)
    var to = segments(target.path)
    let kept = target.query == nil && target.fragment == nil ? 1 : 0
    var common = 0
    while common < from.count, common < to.count - kept, from[common] == to[common] { common += 1 }
    from.removeFirst(common)
    to.removeFirst(common)
    var text = String(repeating: "../", count: max(from.count - 1, 0)) + to.joined(separator: "/")
    if let query = target.query { text += "?" + query }
    if let fragment = target.fragment { text += "#" + fragment }
    if text.isEmpty { text = "./" }
    let head = text.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    if head.contains(":") || Keyword.hasKeywordForm(text) { text = "./" + text }
    return resolve(text, against: base).isExactly(iri) ? text : iri
  }
}
