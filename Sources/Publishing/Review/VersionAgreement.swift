import Entities
import KnowledgeGraph
public import RDFModel

/// What two versions of one post, in two languages, do not both say.
public struct Disagreement: Sendable {
  public enum Kind: String, Sendable {
    /// Both say something, and not the same.
    case differs
    /// One says what the other does not.
    case lacks
  }
  public var kind: Kind
  /// What it is about: a relation's name, or a type's (`talk`).
  public var topic: String
  /// Ascending by source file; of `lacks`, one of the two is empty.
  public var first: [ExplainedFact]
  public var second: [ExplainedFact]
}

/// Two versions of one post, and where they disagree.
public struct VersionComparison: Sendable {
  public var first: IRI
  public var second: IRI
  public var firstFile: String
  public var secondFile: String
  /// What differs before what one lacks, then in the order of the first's text.
  public var disagreements: [Disagreement]
}

/// Compares the versions of posts: a report for editors, who find slips of the translation by it, and for whoever writes rules,
/// who finds what is understood in one language only.
public struct VersionAgreement {
  private let index: ExportIndex

  public init(_ export: ExportReader) { index = ExportIndex(export) }

  /// One comparison for each pair of versions, by the original's file.
  public func comparisons() -> [VersionComparison] {
    var byPost: [IRI: [Assertion]] = [:]
    for assertion in index.assertions { byPost[assertion.post, default: []].append(assertion) }
    return index.translations.filter {
      index.files[.iri($0.original)] != nil && index.files[.iri($0.translation)] != nil
    }
    .map { pair in
      compare(
        Version(pair.original, byPost[pair.original] ?? []), Version(pair.translation, byPost[pair.translation] ?? []))
    }.sorted { ($0.firstFile, $0.secondFile) < ($1.firstFile, $1.secondFile) }
  }

  /// A relation whose values two versions must agree on when both give one.
  private static let single: [IRI] = [
    Schema.startDate, Schema.endDate, Schema.location, Schema.term("worksFor"), BG.maturity,
    Schema.workFeatured, Schema.recordedIn,
  ]
  /// Those whose lack in one version is worth a line, when both know subject and object.
  private static let plural: [IRI] = [
    Schema.performer, Schema.superEvent, Schema.about, Schema.author, Schema.term("organizer"), Schema.term("sponsor"),
    BG.host, Schema.term("memberOf"), BG.contributesTo, BG.uses, BG.produces, Schema.softwareVersion,
  ]

  private func compare(_ first: Version, _ second: Version) -> VersionComparison {
    let alignment = VersionAlignment(first, second)
    let second = second.renamed(alignment.toFirst)
    var found: [Disagreement] = []
    for predicate in Self.single { found += differences(predicate, first, second) }
    found += missingThings(first, second) + Self.plural.flatMap { missingFacts($0, first, second) }
    return VersionComparison(
      first: first.post, second: second.post, firstFile: index.file(first.post), secondFile: index.file(second.post),
      disagreements: found.filter { $0.kind == .differs } + found.filter { $0.kind == .lacks })
  }

  private func differences(_ predicate: IRI, _ first: Version, _ second: Version) -> [Disagreement] {
    first.subjects(of: predicate).compactMap { subject in
      let (mine, theirs) = (first.facts(subject, predicate), second.facts(subject, predicate))
      guard !mine.isEmpty else { return nil }
      if theirs.isEmpty {
        guard second.names(subject) else { return nil }
        return Disagreement(kind: .lacks, topic: topic(predicate), first: mine.map(explained), second: [])
      }
      guard !mine.contains(where: { a in theirs.contains { Self.agree(a.object, $0.object) } }) else { return nil }
      return Disagreement(
        kind: .differs, topic: topic(predicate), first: mine.map(explained), second: theirs.map(explained))
    }
      + second.subjects(of: predicate).compactMap { subject in
        guard first.facts(subject, predicate).isEmpty, first.names(subject) else { return nil }
        return Disagreement(
          kind: .lacks, topic: topic(predicate), first: [], second: second.facts(subject, predicate).map(explained))
      }
  }

  /// Equal, or one date as part of the other (`2019-05`, `2019-05-20`).
  private static func agree(_ a: Term, _ b: Term) -> Bool {
    if a == b { return true }
    guard let a = a.literal, let b = b.literal else { return false }
    return a.lexicalForm.hasPrefix(b.lexicalForm) || b.lexicalForm.hasPrefix(a.lexicalForm)
  }

  private func missingThings(_ first: Version, _ second: Version) -> [Disagreement] {
    func missing(_ a: Version, _ b: Version) -> [(topic: String, fact: ExplainedFact)] {
      a.things.compactMap { assertion in
        guard let type = ExportIndex.id(assertion.object)?.type, [.talk, .person, .event].contains(type),
          !b.names(assertion.object)
        else { return nil }
        var fact = index.explained(assertion)
        fact.sentence = index.title(assertion.object)
        fact.quotations = Array(fact.quotations.prefix(1))
        return (type.rawValue, fact)
      }
    }
    return missing(first, second).map { Disagreement(kind: .lacks, topic: $0.topic, first: [$0.fact], second: []) }
      + missing(second, first).map { Disagreement(kind: .lacks, topic: $0.topic, first: [], second: [$0.fact]) }
  }

  private func missingFacts(_ predicate: IRI, _ first: Version, _ second: Version) -> [Disagreement] {
    func missing(_ a: Version, _ b: Version) -> [ExplainedFact] {
      a.facts(predicate).filter { fact in
        b.names(fact.subject) && (fact.object.iri == nil || b.names(fact.object))
          && !b.facts(fact.subject, predicate).contains { $0.object == fact.object }
      }.map(explained)
    }
    return missing(first, second).map {
      Disagreement(kind: .lacks, topic: topic(predicate), first: [$0], second: [])
    }
      + missing(second, first).map { Disagreement(kind: .lacks, topic: topic(predicate), first: [], second: [$0]) }
  }

  private func explained(_ assertion: Assertion) -> ExplainedFact { index.explained(assertion) }

  private func topic(_ predicate: IRI) -> String {
    predicate.string.split { $0 == "/" || $0 == "#" }.last.map(String.init) ?? predicate.string
  }
}
