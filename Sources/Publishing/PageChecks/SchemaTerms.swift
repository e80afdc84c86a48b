import KnowledgeGraph
public import OntologyData
import RDFModel

/// schema.org's own terms, from `ontology/schema-terms.tsv`: what exists, what a type is a kind of, and where a property
/// belongs (`domainIncludes`, `rangeIncludes`).
public struct SchemaTerms: Sendable {
  struct Property: Sendable {
    var domains: [String]
    var ranges: [String]
  }

  /// All that a type is, itself too.
  private let kinds: [String: Set<String>]
  private let parents: [(type: String, parent: String)]
  private let properties: [String: Property]

  public init(_ ontology: OntologyFolder) throws(OntologyError) {
    let text = try ontology.text("schema-terms.tsv")
    var above: [String: [String]] = [:]
    var properties: [String: Property] = [:]
    var parents: [(String, String)] = []
    for line in text.split(separator: "\n").dropFirst() {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == 4 else { continue }
      let of = cells[2].split(separator: ",").map(String.init)
      switch cells[1] {
      case "type":
        above[cells[0]] = of
        parents += of.map { (cells[0], $0) }
      case "property":
        properties[cells[0]] = Property(domains: of, ranges: cells[3].split(separator: ",").map(String.init))
      // Members of enumerations: nothing asks for them.
      default: break
      }
    }
    var kinds: [String: Set<String>] = [:]
    for type in above.keys {
      var found: Set<String> = [type]
      var open = [type]
      while let next = open.popLast() {
        for parent in above[next] ?? [] where found.insert(parent).inserted { open.append(parent) }
      }
      kinds[type] = found
    }
    self.kinds = kinds
    self.properties = properties
    self.parents = parents
  }

  /// The name of a term in either of schema.org's namespaces; `nil` for a term of somebody else.
  static func name(_ iri: IRI) -> String? {
    for namespace in [Schema.namespace, "https://schema.org/"] where iri.string.hasPrefix(namespace) {
      return String(iri.string.dropFirst(namespace.count))
    }
    return nil
  }

  func kinds(of type: String) -> Set<String>? { kinds[type] }

  func property(_ name: String) -> Property? { properties[name] }

  /// A kind of data, not of things: `Text`, `URL`, `Date` and what is one of them; quantities and enumerations too, which
  /// schema.org counts among things and everybody writes as text (`PT1H`, `EventScheduled`).
  func isData(_ type: String) -> Bool {
    !(kinds[type] ?? []).isDisjoint(with: [
      "Text", "Number", "Boolean", "Date", "DateTime", "Time", "DataType", "Quantity", "Enumeration",
    ])
  }

  /// `rdfs:subClassOf` of every type, for shapes that aim at a type and mean its kinds.
  var hierarchy: Dataset {
    var dataset = Dataset()
    for (type, parent) in parents {
      dataset.insert(Quad(.iri(Schema.term(type)), RDFS.subClassOf, .iri(Schema.term(parent))))
    }
    return dataset
  }
}
