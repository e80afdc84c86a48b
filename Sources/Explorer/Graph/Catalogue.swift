import KnowledgeGraph
import RDFModel

/// The graph, turned round for pages: by thing, with who says what.
struct Catalogue: Sendable {
  let things: [String: Thing]
  let claims: [Claim]
  /// Things with a page of their own, by IRI, ascending.
  let pages: [String]
  /// By IRI, ascending; posts newest first, those without a date last.
  private var byKind: [ThingKind: [Thing]] = [:]
  /// By post: where the claims that it makes stand.
  private(set) var claimsOfPost: [String: [Int]] = [:]
  /// By file: its post.
  private(set) var postOfFile: [String: String] = [:]

  /// Told of a thing, and no statement about it that wants a sentence.
  private static let attributes: Set<String> = Set(
    [
      Schema.headline, Schema.description, Schema.datePublished, Schema.dateModified, Schema.inLanguage,
      Schema.keywords, Schema.sameAs, Schema.codeRepository, Schema.latitude, Schema.longitude, Schema.caption,
      Schema.contentUrl, Schema.image, BG.sourceFile, Schema.url, Schema.workTranslation, Schema.translationOfWork,
    ].map(\.string))

  init(_ input: ExplorerInput, paths: PagePaths) {
    let gazetteer = GraphIRIs(base: input.base).gazetteer.string
    let quads = input.content.map { (quad: $0, key: Self.key($0)) }.sorted { $0.key.lexicographicallyPrecedes($1.key) }
    let evidence = Dictionary(grouping: input.evidence, by: { Self.key($0.subject, $0.predicate, $0.object) })
    var drafts: [String: Thing.Draft] = [:]
    var claims: [Claim] = []
    var last: [UInt8]?
    for (quad, key) in quads {
      guard case .iri(let iri) = quad.subject else { continue }
      let subject = iri.string
      let isReference = quad.graph?.iri?.string == gazetteer
      switch quad.predicate {
      case RDF.type:
        if let type = quad.object.iri { drafts[subject, default: .init()].classes.insert(type.string) }
      case Schema.name, Schema.alternateName, Schema.headline:
        if let literal = quad.object.literal {
          let label = Thing.Label(
            text: literal.lexicalForm, language: literal.language?.lowercased(),
            isAlternate: quad.predicate == Schema.alternateName)
          // The gazetteer knows what a thing is called; of the posts the majority does.
          drafts[subject, default: .init()].labels[label, default: 0] += isReference ? 1_000_000 : 1
        }
      case _ where Self.attributes.contains(quad.predicate.string) && !Self.isClaim(quad, evidence[key]):
        if last != key { drafts[subject, default: .init()].attributes[quad.predicate.string, default: []].append(quad.object) }
      case _ where last == key: claims[claims.count - 1].isReference = claims[claims.count - 1].isReference || isReference
      default:
        drafts[subject, default: .init()].claimsFrom.append(claims.count)
        claims.append(
          Claim(
            subject: subject, predicate: quad.predicate, object: quad.object,
            sources: (evidence[key] ?? []).sorted { $0.post < $1.post }, isReference: isReference))
      }
      last = key
    }
    for (index, claim) in claims.enumerated() {
      if let target = claim.target, drafts[target] != nil {
        drafts[target]?.claimsTo.append(index)
        if claim.predicate == Schema.mentions { drafts[target]?.mentionCount += 1 }
      }
      for post in Set(claim.sources.map(\.post.string)) { claimsOfPost[post, default: []].append(index) }
    }
    self.claims = claims
    var things: [String: Thing] = [:]
    for (iri, draft) in drafts { things[iri] = Thing(iri, draft, paths: paths) }
    self.things = things
    let withPages = things.values.filter { $0.kind != nil }.sorted {
      $0.iri.utf8.lexicographicallyPrecedes($1.iri.utf8)
    }
    pages = withPages.map(\.iri)
    byKind = Dictionary(grouping: withPages) { $0.kind ?? .post }
    // A post that some graph only refers to has no file, and no place among the posts.
    byKind[.post] = byKind[.post]?.filter { $0.text(BG.sourceFile) != nil }
      .map { (date: $0.text(Schema.datePublished) ?? "", post: $0) }
      .sorted { ($1.date, $0.post.iri) < ($0.date, $1.post.iri) }.map(\.post)
    for post in byKind[.post] ?? [] {
      if let file = post.text(BG.sourceFile) { postOfFile[file] = post.iri }
    }
  }

  /// The page of a session is said by a post, the home page of a project is not.
  private static func isClaim(_ quad: Quad, _ evidence: [Assertion]?) -> Bool {
    quad.predicate == Schema.url && evidence?.isEmpty == false
  }

  private static func key(_ quad: Quad) -> [UInt8] { key(quad.subject, quad.predicate, quad.object) }

  private static func key(_ subject: Term, _ predicate: IRI, _ object: Term) -> [UInt8] {
    CanonicalForm.bytes(of: subject) + [0x20] + Array(predicate.string.utf8) + [0x20] + CanonicalForm.bytes(of: object)
  }

  subscript(_ iri: String) -> Thing? { things[iri] }

  func claims(from iri: String) -> [Claim] { (things[iri]?.claimsFrom ?? []).map { claims[$0] } }
  func claims(to iri: String) -> [Claim] { (things[iri]?.claimsTo ?? []).map { claims[$0] } }

  /// Things of a kind; a series is an event.
  func things(of kind: ThingKind) -> [Thing] { byKind[kind] ?? [] }

  /// When something was: the day that most sources name, the more precise one of two, the earlier one.
  func date(_ iri: String, _ predicate: IRI = Schema.startDate) -> String? {
    let dates = claims(from: iri).filter { $0.predicate == predicate }
    return dates.min { a, b in
      let (first, second) = (a.object.literal?.lexicalForm ?? "", b.object.literal?.lexicalForm ?? "")
      return (-a.sources.count, -first.count, first) < (-b.sources.count, -second.count, second)
    }?.object.literal?.lexicalForm
  }

  /// The one thing that a relation leads to; the best supported of several.
  func target(_ iri: String, _ predicate: IRI) -> String? {
    claims(from: iri).filter { $0.predicate == predicate && $0.target.flatMap { things[$0]?.kind } != nil }
      .max { ($0.sources.count, $1.subject) < ($1.sources.count, $0.subject) }?.target
  }

  /// How many events, milestones and releases have a date.
  var datedCount: Int {
    things.values.count { thing in
      let isStep = thing.classes.contains(BG.milestone.string) || thing.classes.contains(BG.release.string)
      return (thing.kind == .event || (isStep && target(thing.iri, Schema.about) != nil)) && date(thing.iri) != nil
    }
  }

  /// How many places some event took place in.
  var eventPlaceCount: Int {
    Set(
      claims.filter { $0.predicate == Schema.location && things[$0.subject]?.kind == .event }.compactMap(\.target)
        .filter { things[$0]?.kind == .place }
    ).count
  }
}
