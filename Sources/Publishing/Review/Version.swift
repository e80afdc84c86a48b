import Entities
import KnowledgeGraph
import RDFModel

/// What one version of a post states, by subject and predicate.
struct Version {
  let post: IRI
  private let assertions: [Assertion]
  private let named: Set<Term>

  init(_ post: IRI, _ assertions: [Assertion]) {
    self.post = post
    // In the order of the text.
    self.assertions = assertions.enumerated().sorted {
      ($0.element.quotations.first?.start ?? 0, $0.offset) < ($1.element.quotations.first?.start ?? 0, $1.offset)
    }.map(\.element)
    named = Set(assertions.flatMap { [$0.subject, $0.object] } + [.iri(post)])
  }

  /// The post says something of it.
  func names(_ term: Term) -> Bool { named.contains(term) }

  /// The mentions of things.
  var things: [Assertion] { facts(Schema.mentions) }

  func facts(_ predicate: IRI) -> [Assertion] { assertions.filter { $0.predicate == predicate } }

  func facts(_ subject: Term, _ predicate: IRI) -> [Assertion] {
    assertions.filter { $0.subject == subject && $0.predicate == predicate }
  }

  func subjects(of predicate: IRI) -> [Term] {
    var seen: Set<Term> = []
    return facts(predicate).map(\.subject).filter { seen.insert($0).inserted }
  }

  func objects(_ subject: Term, _ predicate: IRI) -> Set<Term> { Set(facts(subject, predicate).map(\.object)) }

  /// With some nodes under other names.
  func renamed(_ names: [Term: Term]) -> Version {
    Version(
      post,
      assertions.map { assertion in
        var renamed = assertion
        renamed.subject = names[assertion.subject] ?? assertion.subject
        renamed.object = names[assertion.object] ?? assertion.object
        return renamed
      })
  }
}

/// Which talks and events of two versions are the same, where title and name are translated: by who spoke, where, and when.
struct VersionAlignment {
  /// Nodes of the second version, and what they are in the first.
  private(set) var toFirst: [Term: Term] = [:]

  init(_ first: Version, _ second: Version) {
    toFirst[.iri(second.post)] = .iri(first.post)
    // Events first: a talk is told by its event.
    // First those on whose days both agree. Then a place alone will do: what is left may be told with different days.
    for (type, isStrict) in [(EntityType.event, true), (.event, false), (.talk, true)] {
      var free = Self.nodes(first, type).filter { !second.names($0) }
      free.removeAll { toFirst.values.contains($0) }
      for node in Self.nodes(second, type) where !first.names(node) && toFirst[node] == nil {
        guard let match = free.firstIndex(where: { isSame($0, node, type, isStrict, first, second) }) else { continue }
        toFirst[node] = free.remove(at: match)
      }
    }
  }

  /// A roadshow is known by its stops.
  private func sharesParts(_ a: Term, _ b: Term, _ first: Version, _ second: Version) -> Bool {
    let mine = Set(first.facts(Schema.superEvent).filter { $0.object == a }.map(\.subject))
    let theirs = second.facts(Schema.superEvent).filter { $0.object == b }.map { toFirst[$0.subject] ?? $0.subject }
    return !mine.isDisjoint(with: theirs)
  }

  private static func nodes(_ version: Version, _ type: EntityType) -> [Term] {
    version.things.map(\.object).filter { ExportIndex.id($0)?.type == type }
  }

  private func isSame(
    _ a: Term, _ b: Term, _ type: EntityType, _ isStrict: Bool, _ first: Version, _ second: Version
  ) -> Bool {
    func shared(_ predicate: IRI) -> Bool? {
      let mine = first.objects(a, predicate)
      let theirs = Set(second.objects(b, predicate).map { toFirst[$0] ?? $0 })
      return mine.isEmpty || theirs.isEmpty ? nil : !mine.isDisjoint(with: theirs)
    }
    switch type {
    case .event:
      if isStrict, shared(Schema.startDate) == false { return false }
      return shared(Schema.location) ?? sharesParts(a, b, first, second)
    case .talk:
      // The same slides may have been shown at several events.
      guard shared(Schema.superEvent) != false else { return false }
      return [Schema.performer, Schema.workFeatured, Schema.recordedIn].contains { shared($0) == true }
    default: return false
    }
  }
}
