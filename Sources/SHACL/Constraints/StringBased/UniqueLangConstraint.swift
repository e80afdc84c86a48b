import RDFModel

/// `sh:uniqueLang` (SHACL §4.4.5): "If $uniqueLang is true then for each non-empty language tag that is used by at
/// least two value nodes, there is a validation result."
///
/// Tags are compared without regard to case (RDF 1.1 Concepts §3.3, BCP 47 §2.1.1).
struct UniqueLangConstraint: Constraint {
  static let component = SH.term("UniqueLangConstraintComponent")
  static let parameters = [SH.uniqueLang]

  static func read(from shape: inout ShapeReader) -> [UniqueLangConstraint] {
    guard !shape.values(SH.uniqueLang).isEmpty else { return [] }
    shape.requireProperty(SH.uniqueLang)
    return shape.isTrue(SH.uniqueLang) ? [UniqueLangConstraint()] : []
  }

  func check(_ focus: TermID, _ values: [TermID], _ site: Site, _ run: inout Run) {
    guard values.count > 1 else { return }
    var tags: [(tag: [UInt8], value: TermID)] = []
    for value in values {
      if let tag = run.space.language(value) { tags.append((tag.map(LanguageRange.lower), value)) }
    }
    tags.sort { $0.tag == $1.tag ? $0.value < $1.value : $0.tag.lexicographicallyPrecedes($1.tag) }
    var at = 0
    while at < tags.count {
      var next = at + 1
      while next < tags.count, tags[next].tag == tags[at].tag { next += 1 }
      // The tag itself is no part of a result, but the explanation needs a value to take it from.
      if next - at > 1 { run.report(site, focus, found: next - at, witness: tags[at].value) }
      at = next
    }
  }

  func explanation(_ facts: ResultFacts) -> ResultMessage {
    let tag = facts.witness?.literal?.language ?? ""
    return "more than one \(facts.noun) in the language \(tag) (found \(counted(facts.found))\(facts.ofPath))"
  }
}
