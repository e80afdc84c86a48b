import KnowledgeGraph

/// The catalogue as the maker of one page sees it: what is asked is written down, and as long as all of that has the same
/// answers, the page is the same.
final class Inquiry: ClaimSource {
  private let catalogue: Catalogue
  private(set) var trace = PageTrace()

  init(_ catalogue: Catalogue) { self.catalogue = catalogue }

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

  // MARK: About everything

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

  func post(ofFile file: String) -> String? {
    trace.isWhole = true
    return catalogue.postOfFile[file]
  }

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
  /// Source files whose findings it shows.
  var files: Set<String> = []
  /// It looks through the whole graph.
  var isWhole = false
}
