import KnowledgeGraph
import RDFModel

/// Turns the graph round: one walk over its triples in canonical order, a subject after the other.
struct CatalogueBuilder {
  private(set) var claims: [Claim] = []
  private(set) var drafts: [String: Thing.Draft] = [:]

  private let terms: TermTable
  private let quads: [IDQuad]
  private let evidence: EvidenceIndex
  private let gazetteer: TermID
  private let type: TermID
  private let url: TermID
  private let names: Set<TermID>
  private let attributes: Set<TermID>
  /// Terms that were decoded before, by number: predicates and things come again and again.
  private var decoded: [Term?]

  /// Told of a thing, and no statement about it that wants a sentence.
  private static let attributes: [IRI] = [
    Schema.headline, Schema.description, Schema.datePublished, Schema.dateModified, Schema.inLanguage,
    Schema.keywords, Schema.sameAs, Schema.codeRepository, Schema.latitude, Schema.longitude, Schema.caption,
    Schema.contentUrl, Schema.image, BG.sourceFile, Schema.url, Schema.workTranslation, Schema.translationOfWork,
  ]

  init(_ input: ExplorerInput) {
    terms = input.content.terms
    quads = CanonicalOrder(input.content).quads()
    evidence = input.evidence
    let terms = terms
    func id(_ iri: IRI) -> TermID { terms.find(.iri(iri)) ?? .none }
    gazetteer = id(GraphIRIs(base: input.base).gazetteer)
    type = id(RDF.type)
    url = id(Schema.url)
    names = [id(Schema.name), id(Schema.alternateName), id(Schema.headline)]
    attributes = Set(Self.attributes.map(id))
    decoded = Array(repeating: nil, count: terms.count + 1)
  }

  mutating func build() {
    claims.reserveCapacity(quads.count)
    var at = 0
    while at < quads.count {
      let subject = quads[at].triple.subject
      var end = at
      while end < quads.count, quads[end].triple.subject == subject { end += 1 }
      if case .iri(let iri) = term(subject) { drafts[iri.string] = draft(iri.string, at..<end) }
      at = end
    }
    for (index, claim) in claims.enumerated() {
      guard let target = claim.target, drafts[target] != nil else { continue }
      drafts[target]?.claimsTo.append(index)
      if claim.predicate == Schema.mentions { drafts[target]?.mentionCount += 1 }
    }
  }

  private mutating func draft(_ subject: String, _ range: Range<Int>) -> Thing.Draft {
    var draft = Thing.Draft()
    var at = range.lowerBound
    while at < range.upperBound {
      let triple = quads[at].triple
      var end = at
      while end < range.upperBound, quads[end].triple == triple { end += 1 }
      add(triple, in: quads[at..<end].map(\.graph), subject, to: &draft)
      at = end
    }
    return draft
  }

  private mutating func add(_ triple: IDTriple, in graphs: [TermID], _ subject: String, to draft: inout Thing.Draft) {
    let object = term(triple.object)
    if triple.predicate == type {
      if let type = object.iri { draft.classes.insert(type.string) }
      return
    }
    guard case .iri(let predicate) = term(triple.predicate) else { return }
    if names.contains(triple.predicate) {
      if let literal = object.literal {
        let label = Thing.Label(
          text: literal.lexicalForm, language: literal.language?.lowercased(),
          isAlternate: predicate == Schema.alternateName)
        // The gazetteer knows what a thing is called; of the posts the majority does.
        draft.labels[label, default: 0] += graphs.reduce(0) { $0 + ($1 == gazetteer ? 1_000_000 : 1) }
      }
      return
    }
    let sources = evidence.range(of: triple)
    // The page of a session is said by a post, the home page of a project is not.
    if attributes.contains(triple.predicate), triple.predicate != url || sources.isEmpty {
      draft.attributes[predicate.string, default: []].append(object)
      return
    }
    draft.claimsFrom.append(claims.count)
    claims.append(
      Claim(
        subject: subject, predicate: predicate, object: object, sources: sources,
        isReference: graphs.contains(gazetteer)))
  }

  private mutating func term(_ id: TermID) -> Term {
    let at = Int(id.rawValue)
    if let term = decoded[at] { return term }
    let term = terms[id]
    decoded[at] = term
    return term
  }
}
