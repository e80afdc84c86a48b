import RDFModel

/// A compiled shape (SHACL §2.1). Terms are numbers of the shapes' own table.
struct Shape: Sendable {
  let node: TermID
  /// The path of a property shape, nil for a node shape.
  let path: NumberedPath?
  let targets: [Target]
  let constraints: [any Constraint]
  let severity: IRI
  /// Values of `sh:message`, copied into each result.
  let messages: [Literal]
  /// Values of `sh:name`, which default messages use as a noun.
  let names: [Literal]
  let isDeactivated: Bool
}

/// Where a shape finds focus nodes (SHACL §2.1.3).
enum Target: Hashable, Sendable {
  case node(TermID)
  /// Also the implicit class target of a shape that is a class (SHACL §2.1.3.3).
  case `class`(TermID)
  case subjects(of: TermID)
  case objects(of: TermID)
}
