import RDFModel

/// What the four components of a value range share (SHACL §4.3): a literal, compared with each value node.
struct Bound {
  let literal: Literal
  /// Nil when the literal has no value to compare with: then every value node is a violation.
  private let value: TypedValue?

  static func read(_ parameter: IRI, from shape: inout ShapeReader) -> [Bound] {
    guard let node = shape.single(parameter) else { return [] }
    guard let literal = shape.source.terms[node].literal else {
      shape.fail("\(parameter.short) has the value \(shape.source.terms[node].text), which is no literal")
      return []
    }
    return [Bound(literal: literal, value: TypedValue(shape.source.terms.canonicalBytes(node)))]
  }

  /// Reports each value of which `holds` does not say that the bound stands to it in the right order.
  func check(
    _ focus: TermID, _ values: [TermID], _ site: Site, _ run: inout Run, holds: (TypedValue.Order) -> Bool
  ) {
    for node in values {
      if let value, let other = TypedValue(run.space.bytes(node)), let order = value.compare(other), holds(order) {
        continue
      }
      run.report(site, focus, value: node)
    }
  }
}
