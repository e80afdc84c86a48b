import RDFModel

/// A constraint: a component with the values that a shape gives its parameters (SHACL §4).
protocol Constraint: Sendable {
  /// The constraint component's IRI.
  static var component: IRI { get }
  /// The component's parameters. A node with one of them is a shape.
  static var parameters: [IRI] { get }

  /// The constraints that a shape declares with this component.
  static func read(from shape: inout ShapeReader) -> [Self]

  /// The shapes that it refers to, by number.
  var shapes: [Int] { get }

  /// The same constraint with the numbers of the data's terms.
  func bound(to data: inout Binding) -> Self

  /// Reports what breaks the constraint. `values` are the value nodes of `focus`, in
  /// ascending order.
  func check(_ focus: TermID, _ values: [TermID], _ site: Site, _ run: inout Run)

  /// What a person reads when the shape has no message of its own.
  func explanation(_ facts: ResultFacts) -> ResultMessage
}

extension Constraint {
  var shapes: [Int] { [] }
  func bound(to data: inout Binding) -> Self { self }
}

/// Where a result comes from: a shape and one of its constraints.
struct Site: Hashable, Sendable {
  let shape: Int
  let constraint: Int
}

/// The core constraint components in the specification's order (SHACL §4.1–4.8).
enum CoreComponents {
  static let all: [any Constraint.Type] = [
    ClassConstraint.self, DatatypeConstraint.self, NodeKindConstraint.self,
    MinCountConstraint.self, MaxCountConstraint.self,
    MinExclusiveConstraint.self, MinInclusiveConstraint.self, MaxExclusiveConstraint.self,
    MaxInclusiveConstraint.self,
    MinLengthConstraint.self, MaxLengthConstraint.self, PatternConstraint.self, LanguageInConstraint.self,
    UniqueLangConstraint.self,
    EqualsConstraint.self, DisjointConstraint.self, LessThanConstraint.self, LessThanOrEqualsConstraint.self,
    NotConstraint.self, AndConstraint.self, OrConstraint.self, XoneConstraint.self,
    NodeConstraint.self, PropertyConstraint.self, QualifiedMinCountConstraint.self,
    QualifiedMaxCountConstraint.self,
    ClosedConstraint.self, HasValueConstraint.self, InConstraint.self,
  ]

  static let parameters: [IRI] = {
    var seen: Set<IRI> = []
    return all.flatMap { $0.parameters }.filter { seen.insert($0).inserted }
  }()
}
