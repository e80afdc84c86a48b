import Entities
import KnowledgeGraph
import RDFModel
import Statements

/// An export as people look at it: names, files, and what each post states with which words.
public struct ExportIndex: Sendable {
  let assertions: [Assertion]
  /// Of the posts.
  let files: [Term: String]
  /// Every name that a node bears, with whether it is its own name or another.
  let labels: [(node: IRI, name: String, isOther: Bool)]
  /// What graphs other than the posts' say of a node.
  let reference: [Term: [Quad]]
  /// Translation and original.
  let translations: [(translation: IRI, original: IRI)]
  let languages: [Term: String]
  private let names: NodeNames
  private let display: [Term: String]

  public init(_ export: ExportReader) {
    names = NodeNames(export.content)
    assertions = Assertion.all(in: export.evidence)
    let decoded = export.content.quads.map(export.content.decode)
    var files: [Term: String] = [:]
    for quad in decoded where quad.predicate == BG.sourceFile { files[quad.subject] = quad.object.literal?.lexicalForm }
    var labels: [(node: IRI, name: String, isOther: Bool)] = []
    var reference: [Term: [Quad]] = [:]
    var translations: Set<[String]> = []
    var languages: [Term: String] = [:]
    var counts: [Term: [String: Int]] = [:]
    for quad in decoded {
      let isPost = quad.graph.map { files[$0] != nil } ?? false
      if !isPost, quad.graph != nil { reference[quad.subject, default: []].append(quad) }
      guard case .iri(let node) = quad.subject else { continue }
      switch (quad.predicate, quad.object) {
      case (Schema.name, .literal(let name)), (Schema.headline, .literal(let name)):
        labels.append((node, name.lexicalForm, false))
        // What the posts say counts before what the gazetteer says.
        counts[quad.subject, default: [:]][name.lexicalForm, default: 0] += isPost ? 1000 : 1
      case (Schema.alternateName, .literal(let name)): labels.append((node, name.lexicalForm, true))
      case (Schema.translationOfWork, .iri(let original)): translations.insert([node.string, original.string])
      case (Schema.inLanguage, .literal(let tag)): languages[quad.subject] = tag.lexicalForm
      default: break
      }
    }
    // A thing goes by what the text calls it most; of people, talks and events a post uses short forms that others share.
    for assertion in assertions where assertion.predicate == Schema.mentions {
      guard let type = Self.id(assertion.object)?.type, ![.person, .talk, .event].contains(type) else { continue }
      for quotation in assertion.quotations where counts[assertion.object] != nil {
        counts[assertion.object]?[quotation.exact, default: 0] += 10_000
      }
    }
    self.files = files
    self.labels = labels
    self.reference = reference
    self.translations = translations.sorted { $0.lexicographicallyPrecedes($1) }
      .map { (translation: IRI($0[0]), original: IRI($0[1])) }
    self.languages = languages
    // The commonest; of equally common ones the shorter, then the one that sorts first.
    display = counts.compactMapValues { counts in
      counts.min { ($1.value, $0.key.count, $0.key) < ($0.value, $1.key.count, $1.key) }?.key
    }
  }

  /// What the posts call it most often.
  func name(_ term: Term) -> String? { display[term] ?? names.name(term) }

  func kind(_ term: Term) -> String? { names.kind(term) }

  /// `Talk "Operators at Scale"`, or the term itself.
  func title(_ term: Term) -> String {
    guard let name = name(term) else { return names.text(term) }
    return (kind(term).map { $0 + " " } ?? "") + "\"\(name)\""
  }

  func text(_ term: Term) -> String { names.text(term) }

  /// As a sentence's part.
  func readable(_ term: Term) -> String {
    if let name = name(term) { return name }
    return switch term {
    case .literal(let literal): literal.lexicalForm
    case .iri(let iri): NodeNames.short(iri) ?? iri.string
    case .blankNode(let node): "_:" + node.label
    }
  }

  func file(_ post: IRI) -> String { files[.iri(post)] ?? post.string }

  /// The thing that an IRI of the export names; nil for posts, documents, milestones and releases.
  static func id(_ iri: IRI) -> EntityID? {
    if case .id(let id) = EntityReference(iri.string) { id } else { nil }
  }

  static func id(_ term: Term) -> EntityID? { term.iri.flatMap { id($0) } }

  func explained(_ assertion: Assertion, subject: Term? = nil) -> ExplainedFact {
    ExplainedFact(
      sentence: FactSentence.text(
        subject: readable(subject ?? assertion.subject), predicate: assertion.predicate,
        object: readable(assertion.object), node: readable(assertion.subject)),
      file: file(assertion.post), rule: assertion.rule, confidence: assertion.confidence,
      quotations: assertion.quotations)
  }
}
