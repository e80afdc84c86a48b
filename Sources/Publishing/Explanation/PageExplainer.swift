public import JSONLD
import KnowledgeGraph
import RDFModel

/// Says of every property on a page by what it is backed.
public struct PageExplainer: Sendable {
  private let records: PageRecords

  public init(_ export: ExportReader) { records = PageRecords(export) }

  /// - Parameter document: a page's structured data.
  /// - Returns: `nil` when its first node is no post of the export.
  public func explain(_ document: JSONValue) -> PageExplanation? {
    let nodes = document["@graph"]?.array ?? []
    guard let post = nodes.first?["@id"]?.string, let facts = PageEvidence(post: post, records) else {
      return nil
    }
    var titles: [String: String] = [:]
    for node in nodes {
      guard let id = node["@id"]?.string else { continue }
      titles[id] = Self.title(node, id)
    }
    return PageExplanation(
      file: facts.file,
      nodes: nodes.compactMap { node in
        guard let id = node["@id"]?.string, let object = node.object else { return nil }
        var statements: [BackedStatement] = []
        for (key, value) in zip(object.keys, object.values) where !key.hasPrefix("@") {
          for item in value.array ?? [value] {
            let text = item["@id"]?.string ?? item.string ?? item.number?.lexicalForm ?? ""
            statements.append(
              BackedStatement(
                property: key, value: item["@id"] != nil ? titles[text] ?? text : text,
                backing: facts.backing(of: id, key, text)))
          }
        }
        return PageExplanation.Node(title: titles[id] ?? id, id: id, statements: statements)
      })
  }

  /// The structured data in a file: a page's `index.jsonld`, or a built HTML page.
  /// - Throws: `OutputError` for a file that cannot be read, `JSONLDError` for one that is no JSON.
  public static func document(in file: String) throws -> JSONValue? {
    let bytes = try PageFiles.read(file)
    guard PageFiles.isHTML(file) else { return try JSONValue(parsing: bytes) }
    let page = HTMLPage(bytes)
    let own = page.scripts.first { $0.attributes.contains(PageScriptElement.mark) } ?? page.scripts.first
    return try own.map { try page.document(of: $0) }
  }

  /// The folder of the export that a file lies in; `nil` for a file of none.
  public static func export(around file: String) -> String? {
    var folder = file.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    while true {
      let path = folder.isEmpty ? "." : folder.joined(separator: "/")
      if FileSystem.kind(path + "/graph.nq") == .file { return path }
      guard !folder.isEmpty, folder != [""] else { return nil }
      folder = folder.dropLast()
    }
  }

  private static func title(_ node: JSONValue, _ id: String) -> String {
    let type = node["@type"]?.string ?? "Thing"
    guard let name = (node["headline"] ?? node["name"])?.string else { return "\(type) <\(id)>" }
    return "\(type) \"\(name)\""
  }
}
