import Foundation
import OntologyData
import Publishing
import RDFModel
import RDFSyntax
import SHACL
import TestSupport
import Testing

/// Every constraint of `ontology/shapes.ttl` refuses something: a shape that nothing can violate is a defect.
@Suite struct ShapeFixtureTests {
  static let fixtures: [String] =
    (try? FileManager.default.contentsOfDirectory(atPath: Folders.fixture("PublishingTests", "shapes").path))?
    .filter { $0.hasSuffix(".ttl") && $0.contains("-") }.sorted() ?? []

  private static func read(_ path: String) throws -> Dataset {
    var input = GraphInput()
    try input.read(try OntologyFolder.builtIn.bytes(path), as: .turtle, name: path)
    return input.dataset
  }

  @Test(arguments: fixtures) func theFixtureIsRefusedByItsConstraint(_ name: String) throws {
    let parts = name.dropLast(4).split(separator: "-", maxSplits: 1).map(String.init)
    let found = Set(Self.keys(try Self.report(on: name).results))
    #expect(found.contains("\(parts[0])-\(parts[1])"), "found \(found.sorted())")
  }

  @Test func aGraphThatKeepsTheContractIsTaken() throws {
    #expect(try Self.report(on: "valid.ttl").results.map(\.explanation).isEmpty)
  }

  private static func report(on name: String) throws -> ValidationReport {
    var input = GraphInput()
    try input.read(Folders.fixture("PublishingTests", "shapes/" + name).path)
    return try Validator(shapes: ShapesGraph(read("shapes.ttl"))).validate(
      input.dataset, ontology: read("bloggraph.ttl"))
  }

  @Test func everyConstraintHasAFixture() throws {
    let shapes = try Self.read("shapes.ttl")
    let known = Set(Self.fixtures.map { String($0.dropLast(4)) })
    var missing: [String] = []
    for quad in shapes.quads.map(shapes.decode) {
      guard case .iri(let shape) = quad.subject, shape.string.hasPrefix(Self.namespace),
        quad.predicate.string.hasPrefix(SH.namespace)
      else { continue }
      let parameter = String(quad.predicate.string.dropFirst(SH.namespace.count))
      guard Self.constraints.contains(parameter) else { continue }
      let key = "\(shape.string.dropFirst(Self.namespace.count))-\(parameter)"
      if !known.contains(key) { missing.append(key) }
    }
    #expect(Set(missing).sorted() == [])
  }

  private static let namespace = "https://w3id.org/bloggraph/shapes#"

  /// The parameters that name a fixture; `sh:flags` only qualifies another, `sh:property` leads to a shape of its own.
  private static let constraints: Set<String> = [
    "class", "datatype", "nodeKind", "minCount", "maxCount", "minExclusive", "minInclusive", "maxExclusive",
    "maxInclusive", "minLength", "maxLength", "pattern", "languageIn", "uniqueLang", "equals", "disjoint", "lessThan",
    "lessThanOrEquals", "not", "and", "or", "xone", "node", "closed", "hasValue", "in", "qualifiedMinCount",
    "qualifiedMaxCount",
  ]

  /// `Shape-constraint` for each result, as the fixtures' names have it.
  private static func keys(_ results: [ValidationResult]) -> [String] {
    results.map { result in
      let shape = result.sourceShape.iri?.string.dropFirst(namespace.count) ?? ""
      let component = result.sourceConstraintComponent.string.dropFirst(SH.namespace.count)
      let parameter = component.replacingOccurrences(of: "ConstraintComponent", with: "")
      return "\(shape)-\(parameter.prefix(1).lowercased())\(parameter.dropFirst())"
    }
  }
}
