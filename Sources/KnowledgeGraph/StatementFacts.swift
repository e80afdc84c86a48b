import Entities
import Posts
import RDFModel
import Statements

/// What one statement becomes: facts, and the nodes that they need beside the entities.
struct StatementFacts {
  var facts: [Fact] = []
  /// Triples that hold because a node exists, not because the text says so: its types and its name.
  var structure: [(IRI, IRI, Term)] = []
  /// Milestones and releases.
  private(set) var nodes: Set<IRI> = []

  private let iris: GraphIRIs
  private let language: String
  private let names: [EntityID: String]

  init(iris: GraphIRIs, language: String, names: [EntityID: String]) {
    self.iris = iris
    self.language = language
    self.names = names
  }

  /// `post` is the IRI of the post. A statement that cannot be written (an address that is none, a day that no calendar
  /// has, a thing that was not kept) adds nothing.
  mutating func add(_ statement: Statement, post: IRI) {
    let subject: IRI
    switch statement.subject {
    case .post: subject = post
    case .entity(let id):
      guard names[id] != nil else { return }
      subject = iris.entity(id)
    }
    switch statement.object {
    case .entity(let id):
      guard names[id] != nil else { return }
      state(subject, Self.property(statement.relation), .iri(iris.entity(id)), statement)
    case .text(let text):
      state(subject, Self.property(statement.relation), .literal(.text(text, language: language)), statement)
    case .date(let date):
      guard let literal = Literal.date(date) else { return }
      state(subject, Self.property(statement.relation), .literal(literal), statement)
    case .document(let url, let kind): addDocument(subject, url, kind, statement)
    case .maturity(let maturity, let since): addMilestone(maturity, since, statement)
    case .version(let version, let date): addRelease(version, date, statement)
    }
  }

  private mutating func addDocument(_ subject: IRI, _ url: String, _ kind: DocumentKind, _ statement: Statement) {
    guard let address = IRIText.webAddress(url).map({ IRI($0) }) else { return }
    switch kind {
    case .page: state(subject, Schema.url, .iri(address), statement)
    case .slides:
      state(subject, Schema.workFeatured, .iri(address), statement)
      declare(address, Classes.slides)
      structure.append((address, Schema.url, .iri(address)))
    case .recording:
      state(subject, Schema.recordedIn, .iri(address), statement)
      declare(address, Classes.recording)
    }
  }

  private mutating func addMilestone(_ maturity: Maturity, _ since: String?, _ statement: Statement) {
    guard case .entity(let id) = statement.subject, let name = names[id] else { return }
    let node = iris.milestone(project: id.slug, level: maturity.rawValue)
    declare(node, Classes.milestone)
    nodes.insert(node)
    state(node, Schema.about, .iri(iris.entity(id)), statement)
    structure.append((node, Schema.name, .literal(.text("\(name): \(maturity.rawValue)", language: "en"))))
    state(node, BG.maturity, .iri(BG.term(maturity.rawValue)), statement)
    if let since, let date = Literal.date(since) { state(node, Schema.startDate, .literal(date), statement) }
  }

  private mutating func addRelease(_ version: String, _ date: String?, _ statement: Statement) {
    guard case .entity(let id) = statement.subject, let name = names[id] else { return }
    let node = iris.release(software: id.slug, version: version)
    declare(node, Classes.release)
    nodes.insert(node)
    state(node, Schema.about, .iri(iris.entity(id)), statement)
    structure.append((node, Schema.name, .literal(.text("\(name) \(version)", language: language))))
    state(node, Schema.softwareVersion, .literal(.plain(version)), statement)
    if let date, let literal = Literal.date(date) { state(node, Schema.startDate, .literal(literal), statement) }
  }

  private mutating func declare(_ node: IRI, _ types: [IRI]) {
    for type in types { structure.append((node, RDF.type, .iri(type))) }
  }

  private mutating func state(_ subject: IRI, _ predicate: IRI, _ object: Term, _ statement: Statement) {
    facts.append(
      Fact(
        subject: subject, predicate: predicate, object: object, evidence: statement.evidence, rule: statement.rule,
        confidence: statement.confidence))
  }

  static func property(_ relation: Relation) -> IRI {
    switch relation {
    case .contributesTo: BG.contributesTo
    case .host: BG.host
    case .uses: BG.uses
    case .produces: BG.produces
    case .maturity: BG.maturity
    case .release: Schema.softwareVersion
    case .worksFor, .jobTitle, .memberOf, .performer, .superEvent, .about, .url, .location, .startDate, .endDate,
      .organizer, .sponsor, .author:
      Schema.term(relation.rawValue)
    }
  }
}
