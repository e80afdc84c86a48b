import Foundation
import RDFModel
import SHACL
import TestSupport
import Testing

/// The W3C data-shapes suite. It is no part of the project: without it these tests are skipped, and the same things are
/// shown on the project's own shapes by the other tests of this target.
@Suite(.enabled(if: W3CSuite.folder != nil, "the W3C suite is not at ../shared/w3c/shacl"))
struct W3CConformanceTests {
  /// Cases that do not pass, each with its reason. A case that starts to pass must leave the list.
  static let knownFailures: [String: String] = [:]

  @Test("core: every report is the expected one")
  func core() throws {
    let folder = try #require(W3CSuite.folder)
    let cases = try W3CSuite.cases(folder.appending(path: "core/manifest.ttl"))
    var passed = 0
    for test in cases {
      let outcome = outcome(of: test)
      if outcome == nil { passed += 1 }
      let isKnown = Self.knownFailures[test.name] != nil
      if let outcome, !isKnown { Issue.record("\(test.name): \(outcome)") }
      if outcome == nil, isKnown { Issue.record("\(test.name) passes, and must leave the list of known failures") }
    }
    print("conformance: SHACL core: passed \(passed), known failures \(Self.knownFailures.count), of \(cases.count)")
    #expect(cases.count == 98)
  }

  @Test("SPARQL: every case is recognised as unsupported")
  func sparql() throws {
    let folder = try #require(W3CSuite.folder)
    let cases = try W3CSuite.cases(folder.appending(path: "sparql/manifest.ttl"))
    var recognised = 0
    for test in cases {
      let shapes = try ShapesGraph(try W3CSuite.read(test.shapes))
      let report = Validator(shapes: shapes).validate(try W3CSuite.read(test.data))
      if report.unchecked.isEmpty { Issue.record("\(test.name): nothing is reported as unchecked") }
      recognised += report.unchecked.isEmpty ? 0 : 1
    }
    print("conformance: SHACL SPARQL: recognised as unsupported \(recognised), of \(cases.count)")
    #expect(cases.count > 0)
  }

  /// Nil when the case passes, else what is different.
  private func outcome(of test: W3CSuite.Case) -> String? {
    do {
      let shapes = try W3CSuite.read(test.shapes)
      let data = try W3CSuite.read(test.data)
      let report = Validator(shapes: try ShapesGraph(shapes)).validate(data)
      var written = Dataset()
      report.write(into: &written, explained: false)
      let document = W3CSuite.Document(written)
      let head = document.quads.first { $0.object == .iri(SH.validationReport) }?.subject
      var actual = document.report(try #require(head))
      guard var expected = test.expected else { return "the suite expects a failure" }
      if !expected.contains(where: { $0.predicate == SH.resultMessage }) {
        actual = actual.filter { $0.predicate != SH.resultMessage }
      }
      if test.document == test.data, test.document == test.shapes {
        // One document: blank nodes of data and shapes must be the very ones that it names.
        actual = Set(actual.map { grounded($0) })
        expected = Set(expected.map { grounded($0) })
      }
      if try dataset(actual).isIsomorphic(to: dataset(expected)) { return nil }
      return "expected \(shown(expected.subtracting(actual))) but got \(shown(actual.subtracting(expected)))"
    } catch {
      return "\(error)"
    }
  }

  private func grounded(_ quad: Quad) -> Quad {
    guard [SH.focusNode, SH.value, SH.sourceShape].contains(quad.predicate), case .blankNode(let node) = quad.object
    else { return quad }
    return Quad(quad.subject, quad.predicate, .iri("urn:node:" + node.label.replacing("report-shape-", with: "")))
  }

  private func shown(_ quads: Set<Quad>) -> [String] {
    quads.map { "\($0.subject) \($0.predicate) \($0.object)" }.sorted()
  }
}
