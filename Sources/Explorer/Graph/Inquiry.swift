import KnowledgeGraph
import RDFModel

/// The catalogue as the maker of one page sees it: what is asked is written down, and as long as all of that has the same
/// answers, the page is the same.
final class Inquiry: ClaimSource {
  /// Asked by who need not write it down.
  let all: Catalogue
  private var catalogue: Catalogue { all }
  private(set) var trace = PageTrace()

  init(_ catalogue: Catalogue) { all = catalogue }

  /// Of the thing its face: not its claims, nor how often it is mentioned, which is a matter of the claims to it.
  subscript(_ iri: String) -> Thing? {
    trace.faces.insert(iri)
    return catalogue[iri]
  }

  func claims(from iri: String) -> [Claim] {
    trace.claims.insert(iri)
    return catalogue.claims(from: iri)
  }

  func claims(to iri: String) -> [Claim] {
    trace.claims.insert(iri)
    return catalogue.claims(to: iri)
  }

  func claims(saidBy post: String) -> [Claim] {
    trace.claims.insert(post)
    return catalogue.claims(saidBy: post)
  }

  /// Sources belong to claims, which were asked for.
  func post(of source: Int) -> String { catalogue.post(of: source) }
  func quotations(of source: Int) -> [Assertion.Quotation] { catalogue.quotations(of: source) }

  /// Only the answer counts, not who else says what about it.
  func date(_ iri: String, _ predicate: IRI = Schema.startDate) -> String? {
    trace.answers.insert(.date(iri, predicate))
    return catalogue.date(iri, predicate)
  }

  func target(_ iri: String, _ predicate: IRI) -> String? {
    trace.answers.insert(.target(iri, predicate))
    // Whether a thing can be the answer is a matter of its kind.
    for claim in catalogue.claims(from: iri) where claim.predicate == predicate {
      if let target = claim.target { trace.faces.insert(target) }
    }
    return catalogue.target(iri, predicate)
  }

  // MARK: About everything

  /// The page shows its part of a list, which `ExplorerPage.Listing` tells.
  func lists() { trace.isListing = true }

  func things(of kind: ThingKind) -> [Thing] {
    trace.isWhole = true
    return catalogue.things(of: kind)
  }

  var things: [String: Thing] {
    trace.isWhole = true
    return catalogue.things
  }

  var claims: [Claim] {
    trace.isWhole = true
    return catalogue.claims
  }

  /// Told with the list of findings.
  func post(ofFile file: String) -> String? { catalogue.postOfFile[file] }

  /// What was found in a file.
  func findings(_ all: FindingIndex, in file: String) -> [ExplorerInput.Finding] {
    trace.files.insert(file)
    return all.findings(in: file)
  }

  /// Part of every page's setup, and written down there.
  func hasThings(of kind: ThingKind) -> Bool { !catalogue.things(of: kind).isEmpty }
}

/// What a page was made from.
struct PageTrace: Sendable {
  /// Things, by IRI: what they are called and what is told of them without being a claim.
  var faces: Set<String> = []
  /// Things that it tells claims from or to, and posts whose claims it tells.
  var claims: Set<String> = []
  var answers: Set<Question> = []
  /// Source files whose findings it shows.
  var files: Set<String> = []
  /// It shows a part of a list, which depends on much.
  var isListing = false
  /// It looks through the whole graph.
  var isWhole = false
}

/// What has one short answer, which stays the same though posts say more about it.
enum Question: Hashable, Sendable {
  case date(String, IRI)
  case target(String, IRI)

  func answer(_ catalogue: Catalogue) -> String? {
    switch self {
    case .date(let iri, let predicate): catalogue.date(iri, predicate)
    case .target(let iri, let predicate): catalogue.target(iri, predicate)
    }
  }

  /// Its answer follows from the claims from this thing, and from the kinds of what those lead to.
  var iri: String {
    switch self {
    case .date(let iri, _), .target(let iri, _): iri
    }
  }
}
