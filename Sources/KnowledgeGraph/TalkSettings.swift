import RDFModel

/// A talk takes place where its event does, and on its day if the event has one day: told of a talk whose post says nothing
/// closer, with the words behind both. A talk at an event of several days was given on one of them, and nobody knows which.
enum TalkSettings {
  /// - Parameter facts: of one post.
  static func facts(_ talks: [IRI], _ facts: [Fact]) -> [Fact] {
    let bySubject = Dictionary(grouping: facts, by: \.subject)
    func objects(_ node: IRI, _ predicate: IRI) -> [Fact] {
      (bySubject[node] ?? []).filter { $0.predicate == predicate }
    }
    var derived: [Fact] = []
    for talk in talks {
      let events = objects(talk, Schema.superEvent)
      guard events.count == 1, let part = events.first, let event = part.object.iri else { continue }
      func take(_ fact: Fact, _ rule: String) {
        derived.append(
          Fact(
            subject: talk, predicate: fact.predicate, object: fact.object, evidence: fact.evidence + part.evidence,
            rule: rule, confidence: min(fact.confidence, part.confidence)))
      }
      if objects(talk, Schema.location).isEmpty {
        for place in objects(event, Schema.location) { take(place, "talk/place-of-event") }
      }
      guard objects(talk, Schema.startDate).isEmpty else { continue }
      let (start, end) = (objects(event, Schema.startDate), objects(event, Schema.endDate))
      if start.count == 1, end.allSatisfy({ $0.object == start[0].object }), isDay(start[0], end) {
        take(start[0], "talk/day-of-event")
      }
    }
    return derived
  }

  /// An event without a last day may have had one.
  private static func isDay(_ start: Fact, _ end: [Fact]) -> Bool {
    start.object.literal?.datatype == XSD.date && !end.isEmpty
  }
}
