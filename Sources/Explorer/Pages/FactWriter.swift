import KnowledgeGraph
import RDFModel

/// The claims about a thing, as sentences of its page.
struct FactWriter {
  private let scope: PageScope
  /// When set, only what this post says.
  private let onlyPost: String?
  private let said: [Claim]

  /// - Parameter onlyPost: only what this post says, and of a thing only what is said of itself.
  init(scope: PageScope, onlyPost: String? = nil) {
    self.scope = scope
    self.onlyPost = onlyPost
    said = onlyPost.map { scope.catalogue.claims(saidBy: $0) } ?? []
  }

  private var catalogue: Inquiry { scope.catalogue }

  func facts(of iri: String) -> [PageFact] {
    let facts: [PageFact?]
    if onlyPost == nil {
      let incoming = catalogue.claims(to: iri)
      facts =
        catalogue.claims(from: iri).map { fact($0, from: iri) } + incoming.map { fact($0, to: iri) }
        + incoming.filter { $0.predicate == Schema.about }.map { step($0.subject) }
    } else {
      // Not by way of all claims about the thing: of a project those are the claims of half the blog.
      facts = saidClaims(from: iri).map { fact($0, from: iri) } + saidSteps(of: iri).map(step)
    }
    return facts.compactMap(\.self).sorted { a, b in
      a.phrase != b.phrase ? rank(a) < rank(b) : (b.date, a.plain) < (a.date, b.plain)
    }
  }

  private func saidClaims(from iri: String) -> [Claim] {
    let own = said.filter { $0.subject == iri }
    // An end is told with the beginning, whoever says that.
    guard own.contains(where: { $0.predicate == Schema.endDate }) else { return own }
    return own.filter { $0.predicate != Schema.startDate }
      + catalogue.claims(from: iri).filter { $0.predicate == Schema.startDate }
  }

  /// Milestones and releases of the thing that the post speaks of.
  private func saidSteps(of iri: String) -> [String] {
    var nodes: [String] = []
    for claim in said where claim.subject != nodes.last && catalogue[claim.subject]?.kind == nil {
      let isStep = catalogue.claims(from: claim.subject).contains {
        $0.predicate == Schema.about && $0.target == iri
      }
      if isStep { nodes.append(claim.subject) }
    }
    return nodes
  }

  private func rank(_ fact: PageFact) -> Int { Relations.ranks[fact.phrase] ?? Relations.order.count }

  private func fact(_ claim: Claim, from iri: String) -> PageFact? {
    guard var relation = Relations.outgoing[claim.predicate.string] else { return nil }
    var claims = [claim]
    var slots: [String: Inline] = [:]
    switch claim.predicate {
    case Schema.startDate:
      slots["date"] = claim.object.literal.map { Inline(text: scope.texts.onDate($0.lexicalForm)) }
      slots["start"] = claim.object.literal.map { Inline(text: scope.texts.date($0.lexicalForm)) }
      let ends = catalogue.claims(from: iri).filter { $0.predicate == Schema.endDate }
      if let end = ends.first, end.object != claim.object, let text = end.object.literal?.lexicalForm {
        relation.phrase = "dates"
        claims.append(end)
        slots["end"] = Inline(text: scope.texts.date(text))
      }
    case Schema.endDate:
      if catalogue.date(iri) != nil { return nil }
      slots["date"] = claim.object.literal.map { Inline(text: scope.texts.onDate($0.lexicalForm)) }
    case Schema.url, Schema.workFeatured, Schema.recordedIn:
      slots["thing"] = claim.target.map(scope.external)
    default:
      if let literal = claim.object.literal {
        let language = literal.language == scope.language ? nil : literal.language
        slots["value"] = Inline(Markup.name(literal.lexicalForm, language: language), plain: literal.lexicalForm)
      } else if let target = claim.target {
        slots["thing"] = scope.link(target)
        if claim.predicate == Schema.superEvent {
          relation.phrase += catalogue[iri]?.kind == .talk ? ".talk" : ""
          if catalogue[iri]?.kind == .talk { circumstances(of: target, &slots) }
        }
        if claim.predicate == Schema.performer, catalogue[iri]?.kind != .talk { relation.phrase += ".event" }
      }
    }
    return fact(relation, claims, slots, date: "")
  }

  private func fact(_ claim: Claim, to iri: String) -> PageFact? {
    guard var relation = Relations.incoming[claim.predicate.string], let kind = catalogue[claim.subject]?.kind else {
      return nil
    }
    var slots = ["thing": scope.link(claim.subject)]
    var date = ""
    switch claim.predicate {
    case Schema.superEvent, Schema.about, Schema.location:
      if kind == .post { return nil }
      if kind == .talk {
        relation.phrase += ".talk"
        relation.section = .talks
        slots["speakers"] = people(claim.subject, besides: iri)
      }
      if kind == .talk, claim.predicate == Schema.location { return nil }
      if claim.predicate != Schema.superEvent { circumstances(of: claim.subject, &slots) }
      if claim.predicate == Schema.location { slots["place"] = nil }
      date = scope.sortingDate(claim.subject)
    case Schema.performer:
      if kind != .talk { relation.phrase += ".event" }
      if let event = catalogue.target(claim.subject, Schema.superEvent) { slots["event"] = scope.link(event) }
      slots["others"] = people(claim.subject, besides: iri)
      circumstances(of: claim.subject, &slots)
      date = scope.sortingDate(claim.subject)
    case Schema.author:
      if let published = catalogue[claim.subject]?.text(Schema.datePublished) {
        slots["date"] = Inline(text: scope.texts.onDate(published))
        date = published
      }
    case BG.host, Schema.term("organizer"), Schema.term("sponsor"):
      circumstances(of: claim.subject, &slots)
      date = scope.sortingDate(claim.subject)
    default: break
    }
    return fact(relation, [claim], slots, date: date)
  }

  /// A milestone or a release of the thing.
  private func step(_ node: String) -> PageFact? {
    guard let thing = catalogue[node] else { return nil }
    let claims = catalogue.claims(from: node)
    let isMilestone = thing.classes.contains(BG.milestone.string)
    guard isMilestone || thing.classes.contains(BG.release.string),
      let main = claims.first(where: { $0.predicate == (isMilestone ? BG.maturity : Schema.softwareVersion) })
    else { return nil }
    var slots: [String: Inline] = [:]
    if isMilestone {
      let level = main.target?.split(separator: "#").last.map(String.init) ?? ""
      slots["level"] = Inline(text: scope.texts("level." + level))
    } else if let version = main.object.literal?.lexicalForm {
      slots["version"] = Inline(Markup.name(version), plain: version)
    }
    let date = catalogue.date(node) ?? ""
    if !date.isEmpty { slots["date"] = Inline(text: scope.texts.onDate(date)) }
    let relation = Relation(phrase: isMilestone ? "maturity" : "release", section: .milestones)
    return fact(relation, [main] + claims.filter { $0.predicate == Schema.startDate }, slots, date: date)
  }

  private func circumstances(of event: String, _ slots: inout [String: Inline]) {
    if let place = scope.places(event) { slots["place"] = scope.link(place) }
    if let date = scope.date(event) { slots["date"] = Inline(text: scope.texts.onDate(date)) }
  }

  private func people(_ talk: String, besides iri: String) -> Inline? {
    let others = catalogue.claims(from: talk).filter { $0.predicate == Schema.performer && $0.target != iri }
      .compactMap { $0.target.map(scope.link) }
    guard !others.isEmpty else { return nil }
    return Inline(
      Markup.joined(others.map(\.markup), separator: ", "), plain: others.map(\.plain).joined(separator: ", "))
  }

  private func fact(_ relation: Relation, _ claims: [Claim], _ slots: [String: Inline], date: String) -> PageFact? {
    guard let phrase = scope.texts.phrase(relation.phrase) else { return nil }
    var sources = claims.flatMap { Array($0.sources) }
    if let onlyPost { sources = sources.filter { catalogue.post(of: $0) == onlyPost } }
    if onlyPost != nil, sources.isEmpty { return nil }
    let sentence = phrase.filled(slots) { scope.texts.linking($0, before: $1) }
    let order = slots.sorted { $0.key > $1.key }.map(\.value.plain).joined(separator: " ")
    return PageFact(
      section: relation.section, phrase: relation.phrase, date: date, sentence: sentence, plain: order,
      sources: Quotations.sources(sources, catalogue), isReference: claims[0].isReference)
  }
}
