import KnowledgeGraph
import RDFModel

/// A node of the graph, as all posts and the gazetteer describe it together.
final class Thing: Sendable {
  let iri: String
  let kind: ThingKind?
  let classes: Set<String>
  /// Best first.
  let labels: [Label]
  /// Where its claims stand in the catalogue, by what it is in them.
  let claimsFrom: [Int]
  let claimsTo: [Int]
  /// Texts and addresses that are no claims: a post's headline, a home page, coordinates; by predicate, each list sorted.
  let attributes: [String: [Term]]
  /// How many posts mention it: a matter of the claims to it, and no part of its face.
  let mentionCount: Int
  /// Its page below a language's folder; empty when it has none.
  let path: String
  /// The same as an address.
  let address: String

  struct Label: Sendable, Hashable {
    var text: String
    /// BCP 47; nil for a name that is the same in every language.
    var language: String?
    var isAlternate: Bool

    /// Among labels that are used equally often.
    var order: (String, String, Int) { (text, language ?? "", isAlternate ? 1 : 0) }
  }

  /// A thing in the making.
  struct Draft {
    var classes: Set<String> = []
    var labels: [Label: Int] = [:]
    var claimsFrom: [Int] = []
    var claimsTo: [Int] = []
    var attributes: [String: [Term]] = [:]
    var mentionCount = 0
  }

  init(_ iri: String, _ draft: Draft, paths: PagePaths) {
    self.iri = iri
    let kind = ThingKind.of(draft.classes)
    self.kind = kind
    classes = draft.classes
    labels = draft.labels.sorted { a, b in a.value != b.value ? a.value > b.value : a.key.order < b.key.order }.map(
      \.key)
    claimsFrom = draft.claimsFrom
    claimsTo = draft.claimsTo
    attributes = draft.attributes
    mentionCount = draft.mentionCount
    path = kind.map { paths.thing(iri, $0) } ?? ""
    address = PagePaths.address(path)
  }

  /// The name that a page in this language shows.
  func name(_ language: String) -> Label {
    let main = labels.filter { !$0.isAlternate }
    return main.first { $0.language == language } ?? main.first { $0.language == nil }
      ?? main.first { $0.language == "en" } ?? main.first ?? labels.first
      ?? Label(text: Self.tail(iri), language: nil, isAlternate: false)
  }

  func text(_ predicate: IRI) -> String? { attributes[predicate.string]?.first?.literal?.lexicalForm }
  func texts(_ predicate: IRI) -> [String] {
    var out: [String] = []
    for text in (attributes[predicate.string] ?? []).compactMap({ $0.literal?.lexicalForm }) where !out.contains(text) {
      out.append(text)
    }
    return out
  }
  func addresses(_ predicate: IRI) -> [String] { (attributes[predicate.string] ?? []).compactMap { $0.iri?.string } }

  private static func tail(_ iri: String) -> String {
    iri.split { $0 == "/" || $0 == "#" }.last.map(String.init) ?? iri
  }
}

/// A triple that somebody says, with everybody who says it.
struct Claim: Sendable {
  var subject: String
  var predicate: IRI
  var object: Term
  /// Entries of the evidence, by post, ascending; empty when only the gazetteer says it.
  var sources: Range<Int>
  /// The gazetteer says it.
  var isReference: Bool

  var target: String? { object.iri?.string }
}
