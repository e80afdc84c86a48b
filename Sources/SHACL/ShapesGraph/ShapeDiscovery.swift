import RDFModel

extension ShapesSource {
  /// Every node that counts as a shape (SHACL §2.1), in the order of the table: instances of the shape classes,
  /// subjects of target and parameter predicates, and what a shape-expecting parameter names.
  func shapeNodes(parameters: [IRI]) -> [TermID] {
    var found: Set<TermID> = []
    for type in [SH.nodeShape, SH.propertyShape] { found.formUnion(instances(of: type)) }
    let declared: [IRI] = [SH.targetNode, SH.targetClass, SH.targetSubjectsOf, SH.targetObjectsOf]
    for predicate in declared + parameters + [SH.sparql, SH.target, SH.expression, SH.js] {
      found.formUnion(triples(predicate).map(\.subject))
    }
    for predicate in [SH.node, SH.property, SH.not, SH.qualifiedValueShape] {
      found.formUnion(triples(predicate).map(\.object))
    }
    for predicate in [SH.and, SH.or, SH.xone] {
      for triple in triples(predicate) { found.formUnion(list(triple.object) ?? []) }
    }
    return found.sorted()
  }
}
