import KnowledgeGraph
import Publishing
import RDFModel
import RDFSyntax

/// The manifest: a graph in the store that says which graphs of the store are an export's, and what was put there last.
/// It is in the store and not beside the export, so that every machine that syncs sees the same.
struct SyncManifest: Sendable {
  struct Entry: Sendable, Hashable {
    /// nil when it is not known what the graph holds: a run died in the midst of it, or two runs wrote at once.
    var hash: String?
    var statements: Int?
  }

  /// The manifest's own name.
  let graph: IRI
  var entries: [IRI: Entry] = [:]

  init(graph: IRI) { self.graph = graph }

  /// - Parameter triples: the manifest as N-Triples, as the store gives it.
  /// - Throws: `SyntaxError`.
  init(graph: IRI, triples: [UInt8]) throws {
    self.graph = graph
    var dataset = Dataset()
    try RDFReader(format: .nTriples, file: graph.string).read(triples, into: &dataset)
    let hash = dataset.terms.find(.iri(BG.contentHash)) ?? .none
    let count = dataset.terms.find(.iri(VoID.triples)) ?? .none
    // By numbers: a store may hold many thousand graphs.
    var hashes: [TermID: String?] = [:]
    var counts: [TermID: Int?] = [:]
    for quad in dataset.quads {
      let (subject, object) = (quad.triple.subject, quad.triple.object)
      if quad.triple.predicate == hash {
        let value = dataset.terms[object].literal?.lexicalForm
        hashes[subject] = .some(hashes[subject] == nil && value != Self.pending ? value : nil)
      } else if quad.triple.predicate == count {
        let value = dataset.terms[object].literal.flatMap { Int($0.lexicalForm) }
        counts[subject] = .some(counts[subject] == nil ? value : nil)
      }
    }
    for subject in Set(hashes.keys).union(counts.keys) {
      guard let name = dataset.terms[subject].iri else { continue }
      entries[name] = Entry(hash: hashes[subject] ?? nil, statements: counts[subject] ?? nil)
    }
  }

  /// What stands in the place of a hash while a graph is being written.
  static let pending = "pending"

  /// The entry of a graph that is in place.
  static func entry(_ graph: ExportGraphs.Graph) -> [(subject: IRI, predicate: IRI, object: String)] {
    [
      (graph.name, BG.contentHash, "\"\(graph.hash.hexadecimal)\""),
      (graph.name, VoID.triples, "\"\(graph.statements)\"^^<\(XSD.integer.string)>"),
    ]
  }

  /// The entry of a graph that is about to be written: this export owns it, whatever becomes of this run.
  static func claim(_ graph: IRI) -> [(subject: IRI, predicate: IRI, object: String)] {
    [(graph, BG.contentHash, "\"\(pending)\"")]
  }

  /// Entries as N-Triples lines, or with the manifest's name as N-Quads.
  static func lines(
    _ entries: [(subject: IRI, predicate: IRI, object: String)], graph: IRI? = nil, to bytes: inout [UInt8]
  ) {
    let end = graph.map { " <\($0.string)> .\n" } ?? " .\n"
    for entry in entries {
      bytes.append(contentsOf: "<\(entry.subject.string)> <\(entry.predicate.string)> \(entry.object)\(end)".utf8)
    }
  }
}
