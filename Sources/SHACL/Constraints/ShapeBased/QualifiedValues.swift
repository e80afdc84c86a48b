import RDFModel

/// What the two components of `sh:qualifiedValueShape` share (SHACL §4.7.3): how many value nodes conform to a shape
/// and, when `sh:qualifiedValueShapesDisjoint` is true, to none of its sibling shapes.
struct QualifiedValues {
  let shape: Int
  let siblings: [Int]

  var shapes: [Int] { [shape] + siblings }

  static let shared: [IRI] = [SH.qualifiedValueShape, SH.qualifiedValueShapesDisjoint]

  /// The shape and the count, when both parameters are there. A count alone is no constraint.
  static func read(_ count: IRI, from shape: inout ShapeReader) -> (values: QualifiedValues, count: Int)? {
    let disjoint = shape.isTrue(SH.qualifiedValueShapesDisjoint)
    let bound = shape.integer(count)
    guard let value = shape.single(SH.qualifiedValueShape) else { return nil }
    shape.requireProperty(SH.qualifiedValueShape)
    guard let bound, let number = shape.shape(value, SH.qualifiedValueShape) else { return nil }
    let siblings = disjoint ? shape.siblings(of: value) : []
    return (QualifiedValues(shape: number, siblings: siblings), bound)
  }

  func count(_ values: [TermID], _ run: inout Run) -> Int {
    values.count { value in
      run.conforms(value, to: shape) && !siblings.contains { run.conforms(value, to: $0) }
    }
  }
}

extension ShapeReader {
  /// The sibling shapes: what `sh:property/sh:qualifiedValueShape` reaches from the shapes that have this one as
  /// `sh:property`, less the qualified value shape itself.
  fileprivate func siblings(of qualified: TermID) -> [Int] {
    let parents = source.triples(SH.property).filter { $0.object == node }.map(\.subject)
    var found: Set<TermID> = []
    for parent in parents {
      for property in source.objects(parent, SH.property) {
        found.formUnion(source.objects(property, SH.qualifiedValueShape))
      }
    }
    found.remove(qualified)
    return found.sorted().compactMap { numbers[$0] }
  }
}
