import Entities
import Foundation
public import KnowledgeGraph
public import RDFModel

/// What an export says of one thing, with the words that each fact rests on.
public struct Explanation: Sendable {
  public let node: IRI
  /// `Person "Ada Example"`.
  public let title: String
  public let otherNames: [String]
  /// The talks about it: who gave each, at which event, where and when. Ascending by title.
  public let talks: [ExplainedTalk]
  /// Ascending by sentence.
  public let facts: [ExplainedFact]
  /// The posts that mention it, by file.
  public let mentions: [ExplainedFact]
  /// What the gazetteer adds: prefixed property and value.
  public let reference: [(property: String, value: String)]
}

public struct ExplainedTalk: Sendable {
  public var title: String
  /// What it is about, who gave it, at which event, that event's place and days, and where to see it.
  public var facts: [ExplainedFact]
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
  private let index: ExportIndex
  /// What each milestone and release is about.
  private let topics: [Term: Term]
  private let bySubject: [Term: [Assertion]]

  public init(_ export: ExportReader) {
    index = ExportIndex(export)
    var topics: [Term: Term] = [:]
    var bySubject: [Term: [Assertion]] = [:]
    for assertion in index.assertions {
      bySubject[assertion.subject, default: []].append(assertion)
      if assertion.predicate == BG.maturity || assertion.predicate == Schema.softwareVersion {
        topics[assertion.subject] = assertion.subject
      }
    }
    for assertion in index.assertions where assertion.predicate == Schema.about {
      if topics[assertion.subject] != nil { topics[assertion.subject] = assertion.object }
    }
    self.topics = topics
    self.bySubject = bySubject
  }

  /// The things that are called so (letters' case and accents aside), or the one with this IRI: those that are written just so
  /// first, then those whose own name it is, then those that have it as another name; by IRI among equals.
  public func find(_ nameOrIRI: String) -> [IRI] {
    if let exact = index.labels.first(where: { $0.node.string == nameOrIRI }) { return [exact.node] }
    let wanted = Self.fold(nameOrIRI)
    var ranks: [IRI: Int] = [:]
    for label in index.labels where Self.fold(label.name) == wanted {
      let isShown = index.name(.iri(label.node)).map { Self.fold($0) } == wanted
      let rank = label.isOther ? 3 : !isShown ? 2 : label.name == nameOrIRI ? 0 : 1
      ranks[label.node] = min(rank, ranks[label.node] ?? rank)
    }
    return ranks.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map(\.key)
  }

  /// Names that share words with the text, those with the same words first, then shorter ones: for who misspelt one.
  public func suggestions(for text: String, limit: Int = 5) -> [String] {
    let wanted = Self.fold(text).split(separator: " ").map(String.init)
    let ranked = Set(index.labels.map(\.name)).compactMap { name -> (Int, String)? in
      let folded = Self.fold(name)
      let words = folded.split(separator: " ").map(String.init)
      let rank = wanted.reduce(0) { $0 + (words.contains($1) ? 2 : folded.contains($1) ? 1 : 0) }
      return rank > 0 ? (-rank, name) : nil
    }
    return ranked.sorted { ($0.0, $0.1.count, $0.1) < ($1.0, $1.1.count, $1.1) }.prefix(limit).map(\.1)
  }

  public func explain(_ node: IRI) -> Explanation {
    let term = Term.iri(node)
    let own = Set(index.labels.filter { $0.node == node }.map(\.name))
    let title = index.title(term)
    var facts: [ExplainedFact] = []
    var mentions: [ExplainedFact] = []
    var talks: Set<IRI> = []
    for assertion in index.assertions {
      let isTopic = topics[assertion.subject] == term
      guard assertion.subject == term || assertion.object == term || isTopic else { continue }
      if assertion.predicate == Schema.mentions {
        if assertion.object == term { mentions.append(explained(assertion)) }
      } else if assertion.predicate == Schema.about, assertion.object == term, let talk = assertion.subject.iri,
        ExportIndex.id(talk)?.type == .talk
      {
        talks.insert(talk)
      } else {
        facts.append(explained(assertion))
      }
    }
    let skipped: Set<IRI> = [RDF.type, Schema.name]
    let reference = (index.reference[term] ?? []).filter { !skipped.contains($0.predicate) }
      .map { (property: index.text(.iri($0.predicate)), value: index.readable($0.object)) }
      .sorted { ($0.property, $0.value) < ($1.property, $1.value) }
    return Explanation(
      node: node, title: title, otherNames: own.filter { !title.contains("\"\($0)\"") }.sorted(),
      talks: talks.sorted().map { talk(.iri($0), about: term) }.sorted {
        ($0.title, $0.facts[0].file) < ($1.title, $1.facts[0].file)
      },
      facts: facts.sorted(by: Self.order), mentions: mentions.sorted { $0.file < $1.file }, reference: reference)
  }

  /// Who spoke about it, where and when: the talk's facts, and those of the event that it was part of.
  private func talk(_ talk: Term, about topic: Term) -> ExplainedTalk {
    let own = bySubject[talk] ?? []
    func facts(_ assertions: [Assertion], _ predicates: [IRI]) -> [ExplainedFact] {
      predicates.flatMap { predicate in
        assertions.filter { $0.predicate == predicate }.map { explained($0) }.sorted(by: Self.order)
      }
    }
    let about = own.filter { $0.predicate == Schema.about && $0.object == topic }.map { explained($0) }
    let events = Set(own.filter { $0.predicate == Schema.superEvent }.compactMap(\.object.iri)).sorted()
    return ExplainedTalk(
      title: index.title(talk),
      facts: about.sorted(by: Self.order) + facts(own, [Schema.performer, Schema.superEvent])
        + events.flatMap { facts(bySubject[.iri($0)] ?? [], [Schema.location, Schema.startDate, Schema.endDate]) }
        + facts(own, [Schema.workFeatured, Schema.recordedIn, Schema.url]))
  }

  private func explained(_ assertion: Assertion) -> ExplainedFact {
    index.explained(assertion, subject: topics[assertion.subject])
  }

  private static func order(_ a: ExplainedFact, _ b: ExplainedFact) -> Bool {
    (a.sentence, a.file) < (b.sentence, b.file)
  }

  private static func fold(_ text: String) -> String {
    text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
      .replacingOccurrences(of: "’", with: "'").trimmingCharacters(in: .whitespaces)
  }
}
