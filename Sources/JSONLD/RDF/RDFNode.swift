internal import RDFModel

/// A node of a graph while RDF becomes JSON-LD.
final class RDFNode {
  let id: TermID
  var types: [TermID] = []
  var predicates: [TermID] = []
  var values: [TermID: [RDFValue]] = [:]

  init(_ id: TermID) { self.id = id }

  func add(_ value: RDFValue, _ predicate: TermID) {
    if values[predicate] == nil { predicates.append(predicate) }
    values[predicate, default: []].append(value)
  }
}

/// An object of a triple, which may turn out to be the head of a list or a compound literal.
final class RDFValue {
  enum Content {
    case term(TermID)
    case list([RDFValue])
    case object(JSONObject)
  }
  var content: Content
  init(_ term: TermID) { content = .term(term) }
}

/// One reference to a node.
struct RDFUsage {
  let node: RDFNode
  let property: TermID
  let value: RDFValue
}
