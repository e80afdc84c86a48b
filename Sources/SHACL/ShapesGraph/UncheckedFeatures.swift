import RDFModel

/// A constraint component that the shapes graph declares itself (SHACL §6): it needs a SPARQL engine.
struct CustomComponent {
  let iri: Term
  /// All its parameters' predicates.
  let parameters: [IRI]
  let mandatory: [IRI]

  static func all(in source: ShapesSource) -> [CustomComponent] {
    source.instances(of: SH.constraintComponent).sorted().compactMap { node in
      var parameters: [IRI] = []
      var mandatory: [IRI] = []
      for parameter in source.objects(node, SH.parameter) {
        guard let path = source.objects(parameter, SH.path).first, let iri = source.terms[path].iri else { continue }
        parameters.append(iri)
        let optional = source.objects(parameter, SH.optional).contains {
          source.terms[$0].literal?.lexicalForm == "true"
        }
        if !optional { mandatory.append(iri) }
      }
      // The core components may be described in the shapes graph as well.
      let core = Set(CoreComponents.parameters)
      guard !parameters.isEmpty, !parameters.allSatisfy(core.contains) else { return nil }
      return CustomComponent(iri: source.terms[node], parameters: parameters.sorted(), mandatory: mandatory)
    }
  }
}

extension ShapeReader {
  /// What of this shape cannot be checked here.
  func uncheckedFeatures(_ components: [CustomComponent]) -> [UncheckedShape] {
    let shape = source.terms[node]
    var found: [UncheckedShape] = []
    let features: [(IRI, String)] = [
      (SH.sparql, "sh:sparql needs a SPARQL engine"),
      (SH.target, "sh:target (SHACL advanced features) is not supported"),
      (SH.expression, "sh:expression (SHACL advanced features) is not supported"),
      (SH.js, "sh:js (SHACL JavaScript extensions) is not supported"),
    ]
    for (property, reason) in features {
      let active = values(property).filter { value in
        !source.objects(value, SH.deactivated).contains { source.terms[$0].literal?.lexicalForm == "true" }
      }
      found += active.map { _ in UncheckedShape(shape: shape, feature: property, reason: reason) }
    }
    for component in components {
      let used = component.mandatory.isEmpty ? component.parameters : component.mandatory
      let present = { (parameter: IRI) in !self.values(parameter).isEmpty }
      let active = component.mandatory.isEmpty ? used.contains(where: present) : used.allSatisfy(present)
      guard active, let name = component.iri.iri ?? used.first else { continue }
      found.append(
        UncheckedShape(
          shape: shape, feature: name, reason: "the constraint component \(name.short) needs a SPARQL engine"))
    }
    return found
  }
}
