import Foundation
import RDFModel
import RDFSyntax
import SHACL
import TestSupport

/// The W3C data-shapes suite, driven by its manifests.
struct W3CSuite {
  struct Case: Sendable, CustomStringConvertible {
    let name: String
    let document: URL
    let data: URL
    let shapes: URL
    /// Nil where the suite expects a failure instead of a report.
    let expected: Set<Quad>?
    var description: String { name }
  }

  static var folder: URL? { Folders.shared("w3c/shacl") }

  static func vocabulary(_ name: String) -> IRI {
    IRI("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#" + name)
  }

  static func read(_ file: URL) throws -> Dataset {
    var dataset = Dataset()
    let reader = RDFReader(format: .turtle, base: IRI(file.absoluteString), file: file.lastPathComponent)
    try reader.read(Array(try Data(contentsOf: file)), into: &dataset)
    return dataset
  }

  /// All cases that a manifest and those that it includes list, in their order.
  static func cases(_ manifest: URL) throws -> [Case] {
    let document = Document(try read(manifest))
    let head = Term.iri(manifest.absoluteString)
    var cases: [Case] = []
    for include in document.objects(head, vocabulary("include")) {
      guard let iri = include.iri, let url = URL(string: iri.string) else { continue }
      cases += try Self.cases(url)
    }
    for list in document.objects(head, vocabulary("entries")) {
      for entry in document.list(list) {
        if let found = document.testCase(entry, manifest) { cases.append(found) }
      }
    }
    return cases
  }

  /// One document's triples, looked up by terms.
  struct Document {
    let quads: [Quad]
    private let bySubject: [Term: [Quad]]

    init(_ dataset: Dataset) {
      quads = dataset.quads.map(dataset.decode)
      bySubject = Dictionary(grouping: quads, by: \.subject)
    }

    func objects(_ subject: Term, _ predicate: IRI) -> [Term] {
      (bySubject[subject] ?? []).filter { $0.predicate == predicate }.map(\.object)
    }

    func list(_ head: Term) -> [Term] {
      var members: [Term] = []
      var node = head
      while let first = objects(node, RDF.first).first, let rest = objects(node, RDF.rest).first {
        members.append(first)
        node = rest
      }
      return members
    }

    fileprivate func testCase(_ entry: Term, _ document: URL) -> Case? {
      guard let action = objects(entry, vocabulary("action")).first,
        let result = objects(entry, vocabulary("result")).first,
        let data = file(action, "dataGraph"), let shapes = file(action, "shapesGraph"), let name = entry.iri
      else { return nil }
      let folder = document.deletingLastPathComponent()
      let short = folder.lastPathComponent + "/" + (name.string.split(separator: "/").last.map(String.init) ?? "")
      return Case(
        name: short, document: document, data: data, shapes: shapes,
        expected: result.iri == nil ? report(result) : nil)
    }

    private func file(_ action: Term, _ property: String) -> URL? {
      objects(action, IRI("http://www.w3.org/ns/shacl-test#" + property)).first?.iri.flatMap { URL(string: $0.string) }
    }

    /// What of a report the suite compares: the results with their properties, and paths as trees.
    func report(_ node: Term) -> Set<Quad> {
      var found: Set<Quad> = []
      for quad in bySubject[node] ?? [] where [SH.conforms, SH.result, RDF.type].contains(quad.predicate) {
        found.insert(quad)
        guard quad.predicate == SH.result else { continue }
        for property in bySubject[quad.object] ?? [] where property.predicate != SH.detail {
          found.insert(property)
          if property.predicate == SH.resultPath { found.formUnion(tree(property.object)) }
        }
      }
      return found
    }

    private func tree(_ node: Term) -> Set<Quad> {
      guard case .blankNode = node else { return [] }
      let quads = bySubject[node] ?? []
      return quads.reduce(into: Set(quads)) { $0.formUnion(tree($1.object)) }
    }
  }
}
