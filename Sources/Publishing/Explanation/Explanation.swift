import Foundation
public import KnowledgeGraph
public import RDFModel

/// What an export says of one thing, with the words that each fact rests on.
public struct Explanation: Sendable {
  public let node: IRI
  /// `Person "Ada Example"`.
  public let title: String
  public let otherNames: [String]
  /// Ascending by sentence.
  public let facts: [ExplainedFact]
  /// The posts that mention it, by file.
  public let mentions: [ExplainedFact]
  /// What the gazetteer adds: prefixed property and value.
  public let reference: [(property: String, value: String)]
}

public struct ExplainedFact: Sendable {
  /// Without a full stop.
  public var sentence: String
  public var file: String
  public var rule: String
  public var confidence: Double
  public var quotations: [Assertion.Quotation]
}

/// Finds things in an export by name or IRI, and explains them.
public struct Explainer: Sendable {
  private let names: NodeNames
  private let assertions: [Assertion]
  private let files: [Term: String]
  private let labels: [(node: IRI, name: String)]
  private let gazetteer: [Term: [Quad]]
  /// What a milestone or a release is about.
  private let topics: [Term: Term]

  public init(_ export: ExportReader) {
    names = NodeNames(export.content)
    assertions = Assertion.all(in: export.evidence)
    var files: [Term: String] = [:]
    var labels: [(node: IRI, name: String)] = []
    var gazetteer: [Term: [Quad]] = [:]
    var topics: [Term: Term] = [:]
    let naming: Set<IRI> = [Schema.name, Schema.alternateName, Schema.headline]
    let decoded = export.content.quads.map(export.content.decode)
    for quad in decoded where quad.predicate == BG.sourceFile { files[quad.subject] = quad.object.literal?.lexicalForm }
    for quad in decoded {
      if naming.contains(quad.predicate), case .iri(let node) = quad.subject, let name = quad.object.literal {
        labels.append((node, name.lexicalForm))
      }
      if quad.predicate == Schema.about, files[quad.subject] == nil { topics[quad.subject] = quad.object }
      // Graphs that are no post's hold reference data.
      if let graph = quad.graph, files[graph] == nil { gazetteer[quad.subject, default: []].append(quad) }
    }
    self.files = files
    self.labels = labels
    self.gazetteer = gazetteer
    self.topics = topics
  }

  /// The things that are called so (letters' case and accents aside), or the one with this IRI; by IRI, ascending.
  public func find(_ nameOrIRI: String) -> [IRI] {
    if let exact = labels.first(where: { $0.node.string == nameOrIRI }) { return [exact.node] }
    let wanted = Self.fold(nameOrIRI)
    return Set(labels.filter { Self.fold($0.name) == wanted }.map(\.node)).sorted()
  }

  /// Names that share words with the text, those with the same words first, then shorter ones: for who misspelt one.
  public func suggestions(for text: String, limit: Int = 5) -> [String] {
    let wanted = Self.fold(text).split(separator: " ").map(String.init)
    let ranked = Set(labels.map(\.name)).compactMap { name -> (Int, String)? in
      let folded = Self.fold(name)
      let words = folded.split(separator: " ").map(String.init)
      let rank = wanted.reduce(0) { $0 + (words.contains($1) ? 2 : folded.contains($1) ? 1 : 0) }
      return rank > 0 ? (-rank, name) : nil
    }
    return ranked.sorted { ($0.0, $0.1.count, $0.1) < ($1.0, $1.1.count, $1.1) }.prefix(limit).map(\.1)
  }

  public func explain(_ node: IRI) -> Explanation {
    let term = Term.iri(node)
    let own = Set(labels.filter { $0.node == node }.map(\.name))
    let title = names.title(term)
    var facts: [ExplainedFact] = []
    var mentions: [ExplainedFact] = []
    for assertion in assertions {
      guard assertion.subject == term || assertion.object == term || topics[assertion.subject] == term else { continue }
      if assertion.predicate == Schema.mentions {
        if assertion.object == term { mentions.append(explained(assertion)) }
      } else {
        facts.append(explained(assertion))
      }
    }
    func order(_ a: ExplainedFact, _ b: ExplainedFact) -> Bool { (a.sentence, a.file) < (b.sentence, b.file) }
    let skipped: Set<IRI> = [RDF.type, Schema.name]
    let reference = (gazetteer[term] ?? []).filter { !skipped.contains($0.predicate) }
      .map { (property: names.text(.iri($0.predicate)), value: readable($0.object)) }
      .sorted { ($0.property, $0.value) < ($1.property, $1.value) }
    return Explanation(
      node: node, title: title, otherNames: own.filter { !title.contains("\"\($0)\"") }.sorted(),
      facts: facts.sorted(by: order), mentions: mentions.sorted { $0.file < $1.file }, reference: reference)
  }

  private func explained(_ assertion: Assertion) -> ExplainedFact {
    let subject = topics[assertion.subject] ?? assertion.subject
    return ExplainedFact(
      sentence: FactSentence.text(
        subject: readable(subject), predicate: assertion.predicate, object: readable(assertion.object),
        node: readable(assertion.subject)),
      file: files[.iri(assertion.post)] ?? assertion.post.string, rule: assertion.rule,
      confidence: assertion.confidence, quotations: assertion.quotations)
  }

  private func readable(_ term: Term) -> String {
    if let name = names.name(term) { return name }
    return switch term {
    case .literal(let literal): literal.lexicalForm
    case .iri(let iri): NodeNames.short(iri) ?? iri.string
    case .blankNode(let node): "_:" + node.label
    }
  }

  private static func fold(_ text: String) -> String {
    text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
      .replacingOccurrences(of: "’", with: "'").trimmingCharacters(in: .whitespaces)
  }
}
