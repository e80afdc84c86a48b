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
  /// By post: where the claims that it makes stand, ascending.
  private let claimsOfPost: [String: [Int]]
  /// By file: its post.
  private(set) var postOfFile: [String: String] = [:]
  private let evidence: EvidenceIndex

  init(_ input: ExplorerInput, paths: PagePaths) {
    var builder = CatalogueBuilder(input)
    builder.build()
    claims = builder.claims
    evidence = input.evidence
    var claimsOfPost: [String: [Int]] = [:]
    for (index, claim) in claims.enumerated() {
      for entry in claim.sources {
        let post = evidence.entries[entry].post.string
        if claimsOfPost[post]?.last != index { claimsOfPost[post, default: []].append(index) }
      }
    }
    self.claimsOfPost = claimsOfPost
    var things: [String: Thing] = [:]
    things.reserveCapacity(builder.drafts.count)
    for (iri, draft) in builder.drafts { things[iri] = Thing(iri, draft, paths: paths) }
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

  subscript(_ iri: String) -> Thing? { things[iri] }

  func claims(from iri: String) -> [Claim] { (things[iri]?.claimsFrom ?? []).map { claims[$0] } }
  func claims(to iri: String) -> [Claim] { (things[iri]?.claimsTo ?? []).map { claims[$0] } }

  /// What a post says, with nobody's words but its own.
  func claims(saidBy post: String) -> [Claim] {
    (claimsOfPost[post] ?? []).map { index in
      var claim = claims[index]
      let first = claim.sources.first { evidence.entries[$0].post.string == post } ?? claim.sources.upperBound
      let end = claim.sources[first...].first { evidence.entries[$0].post.string != post } ?? claim.sources.upperBound
      claim.sources = first..<end
      return claim
    }
  }

  /// Who says a claim.
  func post(of source: Int) -> String { evidence.entries[source].post.string }

  /// In which words.
  func quotations(of source: Int) -> [Assertion.Quotation] { evidence.quotations(of: source) }

  /// Things of a kind; a series is an event.
  func things(of kind: ThingKind) -> [Thing] { byKind[kind] ?? [] }

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
      things(of: .event).flatMap { claims(from: $0.iri) }.filter { $0.predicate == Schema.location }
        .compactMap(\.target).filter { things[$0]?.kind == .place }
    ).count
  }
}

/// What follows from claims and things.
protocol ClaimSource {
  subscript(_ iri: String) -> Thing? { get }
  func claims(from iri: String) -> [Claim]
}

extension ClaimSource {
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
    claims(from: iri).filter { $0.predicate == predicate && $0.target.flatMap { self[$0]?.kind } != nil }
      .max { ($0.sources.count, $1.subject) < ($1.sources.count, $0.subject) }?.target
  }
}

extension Catalogue: ClaimSource {}
