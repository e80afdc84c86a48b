import RDFModel

/// Reads one shape's parameters, and notes what breaks the syntax rules (SHACL appendix B).
struct ShapeReader {
  let source: ShapesSource
  let node: TermID
  /// The number of each shape by its node.
  let numbers: [TermID: Int]
  private(set) var problems: [ShapesError.Problem] = []

  init(source: ShapesSource, node: TermID, numbers: [TermID: Int]) {
    self.source = source
    self.node = node
    self.numbers = numbers
  }

  var isProperty: Bool { source.has(node, SH.path) }

  mutating func fail(_ reason: String, code: ShapesError.Code = .illFormedShape) {
    problems.append(.init(code: code, shape: source.terms[node], reason: reason))
  }

  // MARK: Values of parameters

  func values(_ parameter: IRI) -> [TermID] { source.objects(node, parameter) }

  /// The one value of a parameter that may have one at most.
  mutating func single(_ parameter: IRI) -> TermID? {
    let values = values(parameter)
    if values.count > 1 { fail("\(parameter.short) has \(values.count) values, at most one is allowed") }
    return values.first
  }

  mutating func iris(_ parameter: IRI) -> [TermID] {
    values(parameter).filter { value in
      if source.terms.kind(value) == .iri { return true }
      fail("\(parameter.short) has the value \(source.terms[value].text), which is no IRI")
      return false
    }
  }

  /// One literal of a datatype.
  mutating func literal(_ parameter: IRI, _ datatype: IRI) -> Literal? {
    guard let value = single(parameter) else { return nil }
    if let literal = source.terms[value].literal, literal.datatype == datatype { return literal }
    fail("\(parameter.short) has the value \(source.terms[value].text), which is no literal of \(datatype.string)")
    return nil
  }

  /// One integer; those beyond `Int` are held at its ends, which no count reaches.
  mutating func integer(_ parameter: IRI) -> Int? {
    guard let literal = literal(parameter, XSD.integer) else { return nil }
    guard XSDType.integer.accepts(Array(literal.lexicalForm.utf8)[...]) else {
      fail("\(parameter.short) has the value \"\(literal.lexicalForm)\", which is no integer")
      return nil
    }
    return Int(literal.lexicalForm) ?? (literal.lexicalForm.hasPrefix("-") ? .min : .max)
  }

  /// Whether the parameter is the literal `true`; the suite takes `"1"^^xsd:boolean` for another term, and so do we.
  mutating func isTrue(_ parameter: IRI) -> Bool {
    guard let text = literal(parameter, XSD.boolean)?.lexicalForm else { return false }
    if !XSDType.boolean.accepts(Array(text.utf8)[...]) {
      fail("\(parameter.short) has the value \"\(text)\", which is no boolean")
    }
    return text == "true"
  }

  /// One list.
  mutating func list(_ parameter: IRI) -> [TermID]? {
    guard let head = single(parameter) else { return nil }
    return members(of: head, parameter)
  }

  mutating func members(of head: TermID, _ parameter: IRI) -> [TermID]? {
    if let members = source.list(head) { return members }
    fail("\(parameter.short) has a value that is no well-formed list", code: .illFormedList)
    return nil
  }

  /// The numbers of the shapes that a shape-expecting parameter names.
  mutating func shapes(_ parameter: IRI) -> [Int] { values(parameter).compactMap { shape($0, parameter) } }

  mutating func shape(_ value: TermID, _ parameter: IRI) -> Int? {
    guard source.terms.kind(value) != .literal else {
      fail("\(parameter.short) has the value \(source.terms[value].text), a literal, where a shape is expected")
      return nil
    }
    return numbers[value]
  }

  /// The numbers of the shapes in each list that a parameter names.
  mutating func shapeLists(_ parameter: IRI) -> [[Int]] {
    values(parameter).compactMap { head in
      members(of: head, parameter)?.compactMap { shape($0, parameter) }
    }
  }

  /// Notes a parameter that only property shapes may have.
  mutating func requireProperty(_ parameter: IRI) {
    if !isProperty { fail("\(parameter.short) is allowed in property shapes only, and this shape has no sh:path") }
  }

  // MARK: The shape

  mutating func shape(isClass: Bool) -> Shape {
    let terms = source.terms
    if terms.kind(node) == .literal { fail("a literal stands where a shape is expected") }
    let types = source.objects(node, RDF.type)
    let property = isProperty
    if property, let type = source.find(SH.nodeShape), types.contains(type) {
      fail("it is declared a sh:NodeShape and has sh:path, which node shapes must not have")
    }
    if !property, let type = source.find(SH.propertyShape), types.contains(type) {
      fail("it is declared a sh:PropertyShape and has no sh:path")
    }
    let path = property ? readPath() : nil
    let targets = readTargets(isClass: isClass)
    let severity = readSeverity()
    let messages = texts(SH.message, strict: true)
    let deactivated = isTrue(SH.deactivated)
    let constraints = CoreComponents.all.flatMap { $0.read(from: &self) as [any Constraint] }
    return Shape(
      node: node, path: path, targets: targets, constraints: constraints, severity: severity, messages: messages,
      names: texts(SH.name, strict: false), isDeactivated: deactivated)
  }

  private mutating func readPath() -> NumberedPath? {
    guard let value = single(SH.path) else { return nil }
    do throws(PathReader.Fault) {
      return try PathReader(source: source).path(value)
    } catch {
      fail("sh:path is ill-formed: \(error.reason)", code: .illFormedPath)
      return nil
    }
  }

  private mutating func readTargets(isClass: Bool) -> [Target] {
    var targets: [Target] = []
    for value in values(SH.targetNode) {
      if source.terms.kind(value) == .blankNode {
        fail("sh:targetNode has a blank node as value")
      } else {
        targets.append(.node(value))
      }
    }
    targets += iris(SH.targetClass).map { .class($0) }
    if isClass {
      if source.terms.kind(node) == .iri {
        targets.append(.class(node))
      } else {
        fail("it is a class and a shape, and so must be an IRI")
      }
    }
    targets += iris(SH.targetSubjectsOf).map { .subjects(of: $0) }
    targets += iris(SH.targetObjectsOf).map { .objects(of: $0) }
    return targets
  }

  private mutating func readSeverity() -> IRI {
    guard let value = single(SH.severity) else { return SH.violation }
    if let iri = source.terms[value].iri { return iri }
    fail("sh:severity has the value \(source.terms[value].text), which is no IRI")
    return SH.violation
  }

  private mutating func texts(_ property: IRI, strict: Bool) -> [Literal] {
    values(property).compactMap { value in
      if let literal = source.terms[value].literal, literal.language != nil || literal.datatype == XSD.string {
        return literal
      }
      if strict { fail("\(property.short) has the value \(source.terms[value].text), which is no string") }
      return nil
    }
  }
}

extension IRI {
  /// `sh:name` for SHACL's own terms, `<IRI>` for others.
  var short: String {
    string.hasPrefix(SH.namespace) ? "sh:" + string.dropFirst(SH.namespace.count) : "<\(string)>"
  }
}
