import RDFModel

/// Brings shapes and data together: gives the shapes' terms their numbers in the data's space, and finds each class's
/// instances once.
struct Binding {
  let data: DataGraph
  private(set) var space: TermSpace
  private let shapesTerms: TermTable
  private var numbers: [TermID: TermID] = [:]
  /// Classes by what they are a direct subclass of.
  private var subclasses: [TermID: [TermID]] = [:]
  private var instances: [TermID: TermSet] = [:]
  private let type: TermID

  init(shapes: ShapesGraph, data: DataGraph, terms: TermTable, ontology: Dataset?) {
    self.data = data
    space = TermSpace(terms)
    shapesTerms = shapes.terms
    type = space.number(.iri(RDF.type))
    let subClassOf = space.number(.iri(RDFS.subClassOf))
    for triple in data.triples(predicate: subClassOf) { subclasses[triple.object, default: []].append(triple.subject) }
    for pair in shapes.subclasses { subclasses[number(pair.super), default: []].append(number(pair.sub)) }
    guard let ontology, let predicate = ontology.terms.find(.iri(RDFS.subClassOf)) else { return }
    // The ontology's blank nodes (restrictions) are its own and name no class of the data.
    for quad in ontology.quads where quad.triple.predicate == predicate {
      guard case .iri = ontology.terms[quad.triple.object], case .iri = ontology.terms[quad.triple.subject] else {
        continue
      }
      let sub = space.number(ontology.terms[quad.triple.subject])
      subclasses[space.number(ontology.terms[quad.triple.object]), default: []].append(sub)
    }
  }

  /// The number in the data's space of a term of the shapes.
  mutating func number(_ term: TermID) -> TermID {
    if let number = numbers[term] { return number }
    let number = space.number(shapesTerms[term])
    numbers[term] = number
    return number
  }

  /// The SHACL instances of a class: its `rdf:type`s, and those of its subclasses however far (SHACL §1.1).
  mutating func instances(of class: TermID) -> TermSet {
    if let known = instances[`class`] { return known }
    var set = TermSet()
    var seen: Set<TermID> = [`class`]
    var open = [`class`]
    while let next = open.popLast() {
      data.forEachSubject(type, next) { set.insert($0) }
      for sub in subclasses[next] ?? [] where seen.insert(sub).inserted { open.append(sub) }
    }
    instances[`class`] = set
    return set
  }

  /// The focus nodes of a target, in ascending order.
  mutating func focusNodes(of target: Target) -> [TermID] {
    switch target {
    case .node(let node): [number(node)]
    case .class(let type): instances(of: number(type)).members
    case .subjects(let predicate): TermSet(data.triples(predicate: number(predicate)).map(\.subject)).members
    case .objects(let predicate): TermSet(data.triples(predicate: number(predicate)).map(\.object)).members
    }
  }
}
