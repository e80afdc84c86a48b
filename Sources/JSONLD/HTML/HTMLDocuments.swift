public import RDFModel

extension JSONLDProcessor {
  /// Reads JSON-LD text and adds its quads to the dataset.
  /// - Throws: `JSONLDError` with a line and column for what is not JSON, and a pointer for what is not JSON-LD.
  public func toRDF(parsing bytes: [UInt8], into dataset: inout Dataset) throws {
    try toRDF(JSONValue(parsing: bytes, maximumDepth: options.maximumDepth), into: &dataset)
  }

  /// Reads an HTML page and adds the quads of all its JSON-LD scripts, as one document, to the dataset (API option
  /// extractAllScripts). The options' base is the page's address.
  /// - Returns: how many scripts there were.
  @discardableResult
  public func toRDF(html bytes: [UInt8], into dataset: inout Dataset) throws -> Int {
    let page = try HTMLScripts(bytes, maximumDepth: options.maximumDepth)
    var processor = self
    processor.options.base = page.base(of: options.base)
    try processor.toRDF(page.document, into: &dataset)
    return page.scripts.count
  }
}

extension HTMLScripts {
  /// The base of the page's JSON-LD: its `<base href>`, resolved against the page's own address.
  public func base(of page: String?) -> String? {
    guard let base else { return page }
    if let page { return IRIReference.resolve(base, against: page) }
    return IRIReference.isAbsolute(base) ? base : nil
  }
}
