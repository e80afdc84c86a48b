import RDFModel
import SPARQLClient

/// How many statements graphs have in a store.
struct GraphCounts {
  let client: StoreClient
  /// Names in one query: an update of some stores' limits on the length of a query is not asked for.
  private static let batch = 400

  init(_ client: StoreClient) { self.client = client }

  /// - Returns: by graph; one that is empty or not there is missing.
  func count(_ graphs: [IRI]) throws(SPARQLError) -> [IRI: Int] {
    var counts: [IRI: Int] = [:]
    for start in stride(from: 0, to: graphs.count, by: Self.batch) {
      let names = graphs[start..<min(start + Self.batch, graphs.count)].map { "<\($0.string)>" }
      let results = try client.select(
        "SELECT ?g (COUNT(*) AS ?n) WHERE { VALUES ?g { \(names.joined(separator: " ")) } GRAPH ?g { ?s ?p ?o } } "
          + "GROUP BY ?g")
      for solution in results.solutions {
        guard let graph = solution["g"]?.iri, let count = solution["n"]?.literal.flatMap({ Int($0.lexicalForm) }) else {
          continue
        }
        if count > 0 { counts[graph] = count }
      }
    }
    return counts
  }
}
