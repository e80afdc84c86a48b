/// The Graph Store HTTP Protocol (SPARQL 1.1 Graph Store HTTP Protocol §5). Graphs travel as N-Triples, which is Turtle.
extension StoreClient {
  /// The graph as N-Triples; nil when the store has none of that name (§5.2).
  public func graph(_ name: String) throws(SPARQLError) -> [UInt8]? {
    let response = try send(try request("GET", name, headers: ["Accept": Self.triples]), accepts: 404)
    return response.status == 404 ? nil : response.body
  }

  /// Puts the triples in the place of the graph's (§5.3).
  public func put(_ triples: [UInt8], graph name: String) throws(SPARQLError) {
    _ = try send(try request("PUT", name, headers: ["Content-Type": "application/n-triples"], body: triples))
  }

  /// Adds the triples to the graph (§5.5).
  public func post(_ triples: [UInt8], graph name: String) throws(SPARQLError) {
    _ = try send(try request("POST", name, headers: ["Content-Type": "application/n-triples"], body: triples))
  }

  /// Removes the graph (§5.4); that it is not there is fine.
  public func delete(graph name: String) throws(SPARQLError) {
    _ = try send(try request("DELETE", name), accepts: 404)
  }

  private func request(
    _ method: String, _ graph: String, headers: [String: String] = [:], body: [UInt8]? = nil
  ) throws(SPARQLError) -> HTTPRequest {
    guard let address = service.address(of: graph) else {
      throw SPARQLError(.unsupported, at: service.query, cause: "the store has no graph store")
    }
    return HTTPRequest(method, address, headers: headers, body: body)
  }
}
