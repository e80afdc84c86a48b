import RDFModel

/// `sh:closed` and `sh:ignoredProperties` (SHACL §4.8.1): "If $closed is true then there is a validation result for
/// each triple that has a value node as its subject and a predicate that is not explicitly enumerated as value of
/// sh:path of one of the property shapes declared via sh:property […], nor in $ignoredProperties. The validation
/// result MUST have the predicate of the triple as its sh:resultPath, and the object of the triple as its sh:value."
struct ClosedConstraint: Constraint {
  static let component = SH.term("ClosedConstraintComponent")
  static let parameters = [SH.closed, SH.ignoredProperties]

  private var allowed: [TermID]

  static func read(from shape: inout ShapeReader) -> [ClosedConstraint] {
    let ignored = shape.list(SH.ignoredProperties) ?? []
    for member in ignored where shape.source.terms.kind(member) != .iri {
      shape.fail("sh:ignoredProperties has the member \(shape.source.terms[member].text), which is no IRI")
    }
    guard shape.isTrue(SH.closed) else { return [] }
    var allowed = Set(ignored)
    for property in shape.values(SH.property) {
      for path in shape.source.objects(property, SH.path) where shape.source.terms.kind(path) == .iri {
        allowed.insert(path)
      }
    }
    return [ClosedConstraint(allowed: allowed.sorted())]
  }

  func bound(to data: inout Binding) -> ClosedConstraint {
    ClosedConstraint(allowed: allowed.map { data.number($0) }.sorted())
  }

  func check(_ focus: TermID, _ values: [TermID], _ site: Site, _ run: inout Run) {
    for value in values {
      for triple in run.data.triples(value) where !allowed.containsSorted(triple.predicate) {
        run.report(site, focus, value: triple.object, path: triple.predicate)
      }
    }
  }

  func explanation(_ facts: ResultFacts) -> ResultMessage {
    "the shape is closed and has no such property: \(facts.valueOrNode)\(facts.place)"
  }
}
