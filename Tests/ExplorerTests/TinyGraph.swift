import Entities
import Foundation
import KnowledgeGraph
import RDFModel

@testable import Explorer

/// A graph written by hand, of posts at `https://b.example/<name>/` in files `<name>.md`.
struct TinyGraph {
  static let base = "https://b.example/"
  var content: [Quad] = []
  var evidence: [Assertion] = []
  var findings: [ExplorerInput.Finding] = []

  static func id(_ path: String) -> String { base + "id/" + path }
  static func post(_ name: String) -> String { base + name + "/" }

  mutating func add(_ subject: String, _ predicate: IRI, _ object: Term, in graph: String) {
    content.append(Quad(.iri(subject), predicate, object, graph: .iri(graph)))
  }

  mutating func post(_ name: String, title: String, language: String = "en", date: String = "2024-01-02") {
    let post = Self.post(name)
    for type in Classes.post { add(post, RDF.type, .iri(type), in: post) }
    add(post, Schema.headline, .literal(Literal(title, language: language)), in: post)
    add(post, Schema.inLanguage, .literal(Literal(language)), in: post)
    add(post, Schema.datePublished, .literal(Literal(date, datatype: XSD.date)), in: post)
    add(post, BG.sourceFile, .literal(Literal(name + ".md")), in: post)
  }

  /// `path` is `person/ada`; its kind is the class. A post that names it mentions it.
  mutating func thing(
    _ path: String, _ name: String, in post: String, language: String = "en", types: [IRI] = []
  ) {
    let classes: [String: [IRI]] = [
      "person": Classes.of(.person), "organization": Classes.of(.organization), "project": Classes.of(.project),
      "product": Classes.of(.product), "event": Classes.of(.event), "talk": Classes.of(.talk),
      "place": Classes.of(.place), "milestone": Classes.milestone, "release": Classes.release,
    ]
    let kind = String(path.prefix { $0 != "/" })
    let graph = Self.post(post)
    for type in (classes[kind] ?? []) + types { add(Self.id(path), RDF.type, .iri(type), in: graph) }
    add(Self.id(path), Schema.name, .literal(Literal(name, language: language)), in: graph)
    if kind != "milestone", kind != "release" {
      say(graph, Schema.mentions, .iri(Self.id(path)), in: post, words: name)
    }
  }

  /// A fact with the words it rests on.
  mutating func say(_ subject: String, _ predicate: IRI, _ object: Term, in post: String, words: String, line: Int = 7) {
    add(subject, predicate, object, in: Self.post(post))
    evidence.append(
      Assertion(
        post: IRI(Self.post(post)), subject: .iri(subject), predicate: predicate, object: object, rule: "test",
        confidence: 0.9, quotations: [.init(exact: words, prefix: "before ", suffix: " after", start: 3, line: line)]))
  }

  mutating func say(_ subject: String, _ predicate: IRI, _ object: String, in post: String, words: String) {
    say(Self.id(subject), predicate, .iri(Self.id(object)), in: post, words: words)
  }

  func explorer(graphviz: Graphviz? = nil, title: String? = "A blog") throws -> Explorer {
    try Explorer(
      ExplorerInput(content: content, evidence: evidence, findings: findings, base: Self.base, title: title),
      graphviz: graphviz)
  }

  /// Two posts, one in French, about a person, her talk at an event, and a project.
  static func sample() -> TinyGraph {
    var graph = TinyGraph()
    graph.post("sail", title: "Sails")
    graph.post("voile", title: "Voiles", language: "fr", date: "2024-03-01")
    graph.thing("person/ada", "Ada Example", in: "sail")
    graph.thing("person/ada", "Ada Exemple", in: "voile", language: "fr")
    graph.thing("organization/rigging", "Example Rigging", in: "sail")
    graph.thing("talk/ropes", "Ropes at Scale", in: "sail")
    graph.thing("event/con", "ExampleCon", in: "sail")
    graph.thing("place/ottawa", "Ottawa", in: "sail", types: [Schema.term("City")])
    graph.thing("place/canada", "Canada", in: "sail", types: [Schema.term("Country")])
    graph.thing("project/ropes", "Ropes", in: "sail")
    graph.thing("milestone/ropes-graduated", "Ropes: graduated", in: "sail")
    graph.say("person/ada", Schema.term("worksFor"), "organization/rigging", in: "sail", words: "Ada of Rigging")
    graph.say("person/ada", Schema.term("worksFor"), "organization/rigging", in: "voile", words: "Ada chez Rigging")
    graph.say("talk/ropes", Schema.performer, "person/ada", in: "sail", words: "Ropes, by Ada")
    graph.say("talk/ropes", Schema.superEvent, "event/con", in: "sail", words: "at ExampleCon")
    graph.say("event/con", Schema.location, "place/ottawa", in: "sail", words: "in Ottawa")
    graph.say(
      id("event/con"), Schema.startDate, .literal(Literal("2023-11-05", datatype: XSD.date)), in: "sail",
      words: "November 5th")
    graph.say("organization/rigging", BG.uses, "project/ropes", in: "sail", words: "Rigging uses Ropes")
    graph.say(
      id("milestone/ropes-graduated"), BG.maturity, .iri(BG.term("graduated")), in: "sail", words: "Ropes graduated")
    graph.add(id("milestone/ropes-graduated"), Schema.about, .iri(id("project/ropes")), in: post("sail"))
    graph.add(id("place/ottawa"), Schema.containedInPlace, .iri(id("place/canada")), in: id("gazetteer"))
    graph.add(id("project/ropes"), Schema.url, .iri("https://ropes.example/"), in: id("gazetteer"))
    return graph
  }
}

extension Explorer {
  func html(_ content: ExplorerPage.Content, _ language: String = "en") -> String {
    String(decoding: file(ExplorerPage(content, language: language)).bytes, as: UTF8.self)
  }

  /// The page of a thing, without tags and with single blanks.
  func text(_ path: String, _ language: String = "en") -> String {
    html(.thing(TinyGraph.id(path)), language).replacing(#/<[^>]*>/#, with: "").replacing(#/\s+/#, with: " ")
  }
}
