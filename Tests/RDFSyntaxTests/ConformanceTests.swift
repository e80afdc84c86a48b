import Foundation
import RDFModel
import RDFSyntax
import TestSupport
import Testing

/// The W3C's suites for the four text formats, and what our own writers make of their cases.
///
/// They lie outside the repository (`../shared/w3c/rdf11`): without them these tests are skipped, and the tests on our
/// own fixtures remain.
@Suite(.enabled(if: W3CSuite.isPresent, "the W3C suites are absent: ../shared/w3c/rdf11"))
struct ConformanceTests {
  /// Cases that fail, with the reason. A case that begins to pass must leave the list.
  private static let knownFailures: [String: String] = [:]

  @Test(arguments: W3CSuite.all) func suite(_ suite: W3CSuite) throws {
    let cases = try suite.cases()
    #expect(cases.count == suite.expectedCount)
    var passed = 0
    var known = 0
    for testCase in cases {
      let failure = suite.failure(testCase)
      if failure == nil { passed += 1 } else if Self.knownFailures[testCase.name] != nil { known += 1 }
      if let reason = Self.knownFailures[testCase.name] {
        #expect(failure != nil, "\(testCase.name) passes: take it off the list (\(reason))")
      } else {
        #expect(failure == nil, "\(testCase.name): \(failure ?? "")")
      }
    }
    // The line that a conformance run shows.
    print("W3C \(suite.folder): \(passed) passed, \(known) known failures, \(cases.count) total")
  }

  /// Each case that is valid, written in each format that can hold it and read back, is the same dataset.
  @Test(arguments: W3CSuite.all) func roundTrips(_ suite: W3CSuite) throws {
    for testCase in try suite.cases() where !testCase.isNegative {
      var dataset = Dataset()
      let outcome = try suite.reader(testCase).read(suite.bytes(testCase.action), into: &dataset)
      let hasNamedGraphs = dataset.quads.contains { $0.graph != .none }
      for format in [RDFFormat.turtle, .triG, .nTriples, .nQuads] where format.hasNamedGraphs || !hasNamedGraphs {
        for sorted in [true, false] {
          let bytes = try write(dataset, format, prefixes: outcome.prefixes, sorted: sorted)
          var again = Dataset()
          do {
            try RDFReader(format: format).read(bytes, into: &again)
            #expect(
              try dataset.isIsomorphic(to: again),
              "\(testCase.name) as \(format.name):\n\(String(decoding: bytes, as: UTF8.self))")
          } catch let error as SyntaxError {
            Issue.record("\(testCase.name) as \(format.name): \(error)")
          }
        }
      }
    }
  }
}

/// One suite's folder, with its manifest.
struct W3CSuite: Sendable, CustomTestStringConvertible {
  let folder: String
  let format: RDFFormat
  let expectedCount: Int

  static let all = [
    W3CSuite(folder: "rdf-turtle", format: .turtle, expectedCount: 313),
    W3CSuite(folder: "rdf-trig", format: .triG, expectedCount: 356),
    W3CSuite(folder: "rdf-n-triples", format: .nTriples, expectedCount: 70),
    W3CSuite(folder: "rdf-n-quads", format: .nQuads, expectedCount: 87),
  ]

  static let isPresent = Folders.shared("w3c/rdf11") != nil

  var testDescription: String { folder }

  struct Case {
    let name: String
    let type: String
    let action: IRI
    let result: IRI?
    var isNegative: Bool { type.hasSuffix("NegativeSyntax") || type.hasSuffix("NegativeEval") }
  }

  func cases() throws -> [Case] {
    var dataset = Dataset()
    let manifest = IRI(base + "manifest.ttl")
    try RDFReader(format: .turtle, base: manifest).read(bytes(manifest), into: &dataset)
    let manifestNamespace = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#"
    var properties: [Term: [String: Term]] = [:]
    var order: [(Term, String)] = []
    for quad in dataset.quads.map(dataset.decode) {
      properties[quad.subject, default: [:]][quad.predicate.string] = quad.object
      if quad.predicate == RDF.type, let type = quad.object.iri?.string, type.contains("/rdftest#Test") {
        order.append((quad.subject, type))
      }
    }
    return try order.map { subject, type in
      let values = properties[subject] ?? [:]
      return Case(
        name: try #require(subject.iri?.string.split(separator: "#").last.map(String.init)), type: type,
        action: try #require(values[manifestNamespace + "action"]?.iri),
        result: values[manifestNamespace + "result"]?.iri)
    }
  }

  private var base: String { "https://w3c.github.io/rdf-tests/rdf/rdf11/\(folder)/" }

  func reader(_ testCase: Case) -> RDFReader { RDFReader(format: format, base: testCase.action, file: testCase.name) }

  func bytes(_ iri: IRI) throws -> [UInt8] {
    let url = try #require(Folders.shared("w3c/rdf11/\(folder)")).appending(
      path: String(iri.string.dropFirst(base.count)))
    return [UInt8](try Data(contentsOf: url))
  }

  /// Why the case fails, or nil when it passes.
  func failure(_ testCase: Case) -> String? {
    do {
      var dataset = Dataset()
      try reader(testCase).read(try bytes(testCase.action), into: &dataset)
      if testCase.isNegative { return "accepted" }
      guard testCase.type.hasSuffix("Eval") else { return nil }
      guard let result = testCase.result else { return "the manifest names no result" }
      var expected = Dataset()
      try RDFReader(format: format.hasNamedGraphs ? .nQuads : .nTriples).read(try bytes(result), into: &expected)
      return try dataset.isIsomorphic(to: expected) ? nil : "another dataset than expected"
    } catch let error as SyntaxError {
      return testCase.isNegative ? nil : "\(error)"
    } catch {
      return "\(error)"
    }
  }
}
