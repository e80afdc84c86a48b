import Entities
import KnowledgeGraph
import Mentions
public import OntologyData
import RDFModel

/// Finds the most doubtful decisions of an export.
public struct Reviewer {
  private let index: ExportIndex
  private let things: [ReviewedThing]
  private let gazetteer: Gazetteer
  /// Facts that are less sure are worth a look.
  private static let sureEnough = 0.85

  /// - Throws: when the ontology's gazetteer cannot be read.
  public init(_ export: ExportReader, ontology: OntologyFolder = .builtIn) throws {
    index = ExportIndex(export)
    gazetteer = try Gazetteer(ontology: ontology)
    things = Self.things(index)
  }

  /// The greatest doubt first.
  public func doubts() -> [Doubt] {
    let all =
      unsureFacts() + unsureThings() + NearNames(things).doubts() + nearGazetteer() + sameNameOtherType()
      + severalEmployers() + undatedEvents()
    return all.enumerated().sorted { a, b in
      (-a.element.weight, a.element.sentence, a.offset) < (-b.element.weight, b.element.sentence, b.offset)
    }.map(\.element)
  }

  private static func things(_ index: ExportIndex) -> [ReviewedThing] {
    var mentions: [IRI: [Assertion]] = [:]
    for assertion in index.assertions where assertion.predicate == Schema.mentions {
      if let node = assertion.object.iri { mentions[node, default: []].append(assertion) }
    }
    var names: [IRI: Set<String>] = [:]
    for label in index.labels where mentions[label.node] != nil { names[label.node, default: []].insert(label.name) }
    return mentions.keys.sorted().compactMap { node in
      guard let id = ExportIndex.id(node), let all = mentions[node] else { return nil }
      return ReviewedThing(
        iri: node, reference: "\(id.type.rawValue)/\(id.slug)", type: id.type.rawValue, slug: id.slug,
        name: index.name(.iri(node)) ?? id.slug, names: (names[node] ?? []).sorted(),
        isKnown: index.reference[.iri(node)] != nil,
        mentions: all.map { index.explained($0) }.sorted { $0.file < $1.file },
        confidence: all.map(\.confidence).max() ?? 0)
    }
  }

  // MARK: Single decisions

  private func unsureFacts() -> [Doubt] {
    let bookkeeping: Set<IRI> = [Schema.mentions]
    return index.assertions.compactMap { assertion in
      guard assertion.confidence < Self.sureEnough, !bookkeeping.contains(assertion.predicate) else { return nil }
      let fact = index.explained(assertion)
      return Doubt(
        1 - assertion.confidence,
        "\(fact.sentence)? The rule \(assertion.rule) is right \(Self.percent(assertion.confidence)) of the time",
        grounds: [fact], entries: Self.ignore(assertion, file: fact.file).map { [$0] } ?? [])
    }
  }

  private static func percent(_ confidence: Double) -> String { "\(Int((confidence * 100).rounded())) %" }

  private static func ignore(_ assertion: Assertion, file: String) -> [String]? {
    let relation = assertion.predicate.string.split { $0 == "/" || $0 == "#" }.last.map(String.init) ?? ""
    let object =
      ExportIndex.id(assertion.object).map { "\($0.type.rawValue)/\($0.slug)" }
      ?? assertion.object.literal?.lexicalForm
    // Milestones, releases and documents have nodes of their own, which no entry names.
    guard let object,
      [
        "worksFor", "jobTitle", "memberOf", "contributesTo", "performer", "superEvent", "about",
        "location", "startDate", "endDate", "organizer", "host", "sponsor", "uses", "produces", "author",
      ].contains(relation)
    else { return nil }
    let subject: String
    if let id = ExportIndex.id(assertion.subject) {
      subject = "\(id.type.rawValue)/\(id.slug)"
    } else if assertion.subject == .iri(assertion.post), relation == "author" {
      subject = "post"
    } else {
      return nil
    }
    return [
      "- ignore: {subject: \(YAMLText.scalar(subject)), relation: \(relation), object: \(YAMLText.scalar(object))}",
      "  posts: \(YAMLText.scalar(file))",
    ]
  }

  private func unsureThings() -> [Doubt] {
    things.filter { $0.confidence < Self.sureEnough }.map { thing in
      Doubt(
        1 - thing.confidence, "Is \"\(thing.name)\" \(Self.article(thing.type))", grounds: thing.mentions,
        entries: [["- ignore: \(thing.reference)"]])
    }
  }

  private static func article(_ type: String) -> String {
    (type.first.map { "aeiou".contains($0) } == true ? "an " : "a ") + type + "?"
  }

  // MARK: Things against each other

  /// What no gazetteer knows, but for a letter, an accent or a space.
  private func nearGazetteer() -> [Doubt] {
    let unknown = things.filter { !$0.isKnown && ["organization", "project", "product", "place"].contains($0.type) }
    var near: [String: [ReviewedThing]] = [:]
    for thing in unknown where thing.slug.count >= 5 {
      for key in EditDistance.deletions(thing.slug) { near[key, default: []].append(thing) }
    }
    var found: [String: Doubt] = [:]
    for entry in gazetteer.entries {
      for name in [entry.name] + entry.aliases.map(\.text) {
        let slug = Folding.slug(name)
        guard slug.count >= 5 else { continue }
        for key in EditDistance.deletions(slug) {
          for thing in near[key] ?? [] where EditDistance.isOne(thing.slug, slug) {
            let target = "\(entry.kind.rawValue)/\(entry.key)"
            guard target != thing.reference, found[thing.reference] == nil else { continue }
            found[thing.reference] = Doubt(
              0.55, "\"\(thing.name)\" is one letter from \"\(name)\" of the gazetteer: the same?",
              grounds: thing.mentions,
              entries: [["- merge: \(thing.reference)", "  into: \(target)"]])
          }
        }
      }
    }
    return found.keys.sorted().compactMap { found[$0] }
  }

  private func sameNameOtherType() -> [Doubt] {
    let named = things.filter { !["talk", "event"].contains($0.type) }
    let groups = Dictionary(grouping: named) { Folding.slug($0.name) }
    return groups.keys.sorted().compactMap { key in
      guard let group = groups[key], Set(group.map(\.type)).count > 1 else { return nil }
      // A firm and what it makes may well share a name when both are known.
      let weight = group.allSatisfy(\.isKnown) ? 0.2 : 0.5
      let types = group.map(\.type).sorted().joined(separator: " and ")
      return Doubt(
        weight, "\"\(group[0].name)\" is \(types): two things?", grounds: group.flatMap { $0.mentions.prefix(3) },
        entries: group.map { thing in
          ["- retype: \(thing.reference)", "  to: \(group.first { $0.type != thing.type }?.type ?? thing.type)"]
        })
    }
  }

  private func severalEmployers() -> [Doubt] {
    let jobs = Dictionary(grouping: index.assertions.filter { $0.predicate == Schema.term("worksFor") }) { $0.subject }
    return things.filter { $0.type == "person" }.compactMap { person in
      let all = jobs[.iri(person.iri)] ?? []
      guard Set(all.map(\.object)).count > 1 else { return nil }
      let isOnePost = Dictionary(grouping: all) { $0.post }.values.contains { Set($0.map(\.object)).count > 1 }
      let second = all.last?.object
      let posts = all.filter { $0.object == second }.map { YAMLText.scalar(index.file($0.post)) }
      let employer = second.flatMap { ExportIndex.id($0)?.slug } ?? "other"
      return Doubt(
        isOnePost ? 0.45 : 0.3, "\(person.name) works for several: one person, at one time?",
        grounds: all.map { index.explained($0) },
        entries: isOnePost
          ? []
          : [
            [
              "- split: \(person.reference)", "  into: \(person.reference)-\(employer)",
              "  posts: [\(Set(posts).sorted().joined(separator: ", "))]",
            ]
          ])
    }
  }

  private func undatedEvents() -> [Doubt] {
    let dated = Set(index.assertions.filter { $0.predicate == Schema.startDate }.map(\.subject))
    let withTalks = Set(index.assertions.filter { $0.predicate == Schema.superEvent }.map(\.object))
    return things.filter { thing in
      thing.type == "event" && !dated.contains(.iri(thing.iri)) && index.kind(.iri(thing.iri)) != "Series"
    }.map { event in
      // Where people spoke, the day is missed more.
      Doubt(
        withTalks.contains(.iri(event.iri)) ? 0.25 : 0.1, "No post says when \"\(event.name)\" was",
        grounds: Array(event.mentions.prefix(3)), entries: [["- ignore: \(event.reference)"]])
    }
  }
}
