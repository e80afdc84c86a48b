import RDFModel
import RDFSyntax
import SPARQL

/// In which form an answer is written.
public enum ResultSyntax: String, Sendable, CaseIterable {
  /// For people: aligned columns; a graph as Turtle.
  case table
  case csv, tsv, json, xml
  /// Of a graph only.
  case ttl

  /// The engine's own name for what it must write, when the answer goes out as it comes.
  func direct(_ form: QueryForm) throws(StoreError) -> (fileExtension: String, mediaType: String)? {
    switch (self, form.givesGraph) {
    case (.csv, false): ("csv", "text/csv")
    case (.tsv, false): ("tsv", "text/tab-separated-values")
    case (.json, false): ("json", "application/sparql-results+json")
    case (.xml, false): ("xml", "application/sparql-results+xml")
    case (.table, false), (.table, true), (.ttl, true), (.json, true), (.xml, true): nil
    case (.ttl, false):
      throw StoreError(.refused, "\(form.rawValue.uppercased()) gives no graph: take csv, tsv, json or xml")
    case (.csv, true), (.tsv, true):
      throw StoreError(.refused, "\(form.rawValue.uppercased()) gives a graph: take ttl, json or xml")
    }
  }

  /// What a graph is written in, sorted and with prefixes.
  var graphFormat: RDFFormat {
    switch self {
    case .json: .jsonLD
    case .xml: .rdfXML
    default: .turtle
    }
  }
}
