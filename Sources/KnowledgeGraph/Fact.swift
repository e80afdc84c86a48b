import Entities
import Posts
import RDFModel
import Statements

/// One triple of a post's graph that rests on the post's words.
struct Fact {
  var subject: IRI
  var predicate: IRI
  var object: Term
  /// Byte ranges of the plain text.
  var evidence: [Range<Int>]
  var rule: String
  var confidence: Double
  /// Where it stands in the file, for what is in no words of the text (a date of the front matter, a video).
  var line: Int?

  /// What makes two facts one, in the order in which they are written.
  var key: [String] {
    [subject.string, predicate.string, String(decoding: CanonicalForm.bytes(of: object), as: UTF8.self)]
  }

  /// Facts that say the same become one: all evidence, and the rule that is surest of it.
  static func merged(_ facts: [Fact]) -> [Fact] {
    let sorted = facts.map { (key: $0.key, fact: $0) }.sorted { a, b in
      if a.key != b.key { return a.key.lexicographicallyPrecedes(b.key) { $0.utf8.lexicographicallyPrecedes($1.utf8) } }
      if a.fact.confidence != b.fact.confidence { return a.fact.confidence > b.fact.confidence }
      return a.fact.rule < b.fact.rule
    }
    var out: [(key: [String], fact: Fact)] = []
    for item in sorted {
      if let last = out.last, last.key == item.key {
        out[out.count - 1].fact.evidence += item.fact.evidence
      } else {
        out.append(item)
      }
    }
    return out.map { item in
      var fact = item.fact
      fact.evidence = unique(fact.evidence)
      return fact
    }
  }

  /// Without dates that only say less than another date of the same thing (`2023-03` beside `2023-03-14`).
  static func mostPreciseDates(_ facts: [Fact]) -> [Fact] {
    func date(_ fact: Fact) -> String? {
      fact.predicate == Schema.startDate || fact.predicate == Schema.endDate ? fact.object.literal?.lexicalForm : nil
    }
    return facts.filter { fact in
      guard let text = date(fact) else { return true }
      return !facts.contains { other in
        other.subject == fact.subject && other.predicate == fact.predicate && date(other)?.hasPrefix(text + "-") == true
      }
    }
  }

  private static func unique(_ ranges: [Range<Int>]) -> [Range<Int>] {
    var out: [Range<Int>] = []
    let sorted = ranges.sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
    for range in sorted where range != out.last && !range.isEmpty { out.append(range) }
    return out
  }
}

/// Quads of one graph, in the making.
struct GraphBuilder {
  let graph: Term
  private(set) var quads: [Quad] = []

  init(_ graph: IRI) { self.graph = .iri(graph) }

  mutating func add(_ subject: IRI, _ predicate: IRI, _ object: Term) {
    quads.append(Quad(.iri(subject), predicate, object, graph: graph))
  }
  mutating func add(_ subject: IRI, _ predicate: IRI, _ object: IRI) { add(subject, predicate, .iri(object)) }
  mutating func add(_ subject: IRI, _ predicate: IRI, _ object: Literal) { add(subject, predicate, .literal(object)) }
  mutating func add(_ subject: IRI, types: [IRI]) { for type in types { add(subject, RDF.type, type) } }
}
