/// schema.org's JSON-LD context in short: what it says of the terms that blogs use, in the words of the published
/// one. All other terms fall to `@vocab`, as they mean the same there.
enum SchemaOrgContext {
  /// The addresses under which pages name the context.
  static let names: [String] = [
    "https://schema.org", "http://schema.org", "https://www.schema.org", "http://www.schema.org",
  ]
  .flatMap { [$0, $0 + "/", $0 + "/docs/jsonldcontext.jsonld", $0 + "/docs/jsonldcontext.json"] }

  /// Properties with a URL, and no text, in their range: a string there is a reference.
  private static let references = [
    "acquireLicensePage", "archivedAt", "codeRepository", "contentUrl", "discussionUrl", "downloadUrl", "embedUrl",
    "image", "installUrl", "isBasedOn", "isBasedOnUrl", "license", "logo", "mainEntityOfPage", "paymentUrl",
    "publishingPrinciples", "relatedLink", "replyToUrl", "sameAs", "screenshot", "serviceUrl", "significantLink",
    "targetUrl", "thumbnailUrl", "url", "usageInfo",
  ]

  private static let dates = [
    "dateCreated", "dateModified", "datePosted", "datePublished", "dissolutionDate", "endDate", "expires",
    "foundingDate", "previousStartDate", "startDate", "uploadDate",
  ]

  static let document: JSONValue = {
    var terms: JSONObject = [
      "type": "@type", "id": "@id", "@vocab": "http://schema.org/", "schema": "http://schema.org/",
      "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
      "xsd": "http://www.w3.org/2001/XMLSchema#",
    ]
    for name in references { terms[name] = ["@id": .string("schema:" + name), "@type": "@id"] }
    for name in dates { terms[name] = ["@id": .string("schema:" + name), "@type": "Date"] }
    return .object(["@context": .object(terms)])
  }()

  static let documents: [String: JSONValue] = Dictionary(uniqueKeysWithValues: names.map { ($0, document) })
}
