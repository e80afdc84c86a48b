import RDFModel

/// A compiled shape (SHACL §2.1). Terms are numbers: of the shapes' table as compiled, of the data's once bound.
struct Shape: Sendable {
  /// The shape's node, always in the shapes' own table.
  let node: TermID
  /// The path of a property shape, nil for a node shape.
  var path: NumberedPath?
  let targets: [Target]
  var constraints: [any Constraint]
  let severity: IRI
  /// Values of `sh:message`, copied into each result.
  let messages: [Literal]
  /// Values of `sh:name`, which default messages use as a noun.
  let names: [Literal]
  let isDeactivated: Bool

  /// Whether what a node's conformance costs is worth remembering.
  var isNested: Bool { constraints.contains { !$0.shapes.isEmpty } }
}

/// Where a shape finds focus nodes (SHACL §2.1.3).
enum Target: Hashable, Sendable {
  case node(TermID)
  /// Also the implicit class target of a shape that is a class (SHACL §2.1.3.3).
  case `class`(TermID)
  case subjects(of: TermID)
  case objects(of: TermID)
}
