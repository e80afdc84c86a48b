/// A document that a loader found (JSON-LD 1.1 API §9.4).
public struct RemoteDocument: Sendable {
  public var document: JSONValue
  /// The absolute IRI that relative references in it stand against.
  public var documentURL: String

  public init(_ document: JSONValue, documentURL: String) {
    self.document = document
    self.documentURL = documentURL
  }
}

/// Finds the contexts that documents refer to.
public protocol DocumentLoader: Sendable {
  /// - Parameter url: absolute.
  /// - Throws: `JSONLDError` with `.loadingDocumentFailed` when there is no such document.
  func load(_ url: String) throws -> RemoteDocument
}

/// Knows the documents that it was given and nothing else: no file, no network.
public struct BundledDocuments: DocumentLoader {
  private var documents: [String: JSONValue]

  /// - Parameter documents: by absolute URL. schema.org's context is there unless `withSchemaOrg` is false.
  public init(_ documents: [String: JSONValue] = [:], withSchemaOrg: Bool = true) {
    self.documents = withSchemaOrg ? SchemaOrgContext.documents : [:]
    self.documents.merge(documents) { _, given in given }
  }

  public func load(_ url: String) throws -> RemoteDocument {
    guard let document = documents[url] else {
      throw JSONLDError(
        .loadingDocumentFailed, "<\(url)> is not bundled, and nothing is fetched from the network")
    }
    return RemoteDocument(document, documentURL: url)
  }
}
