import Entities
import RDFModel
import Statements

/// `{base}id/gazetteer`: reference data about the things that the posts mention, and about what those hang on (a maker,
/// the places that a place lies in).
struct GazetteerGraph {
  private let iris: GraphIRIs
  private let reference: any ReferenceData

  init(iris: GraphIRIs, reference: any ReferenceData) {
    self.iris = iris
    self.reference = reference
  }

  func quads(about entities: [Entity]) -> [Quad] {
    var graph = GraphBuilder(iris.gazetteer)
    var done: Set<EntityID> = []
    var open: [ReferenceEntry] = []
    // An entity keeps the IRI that its posts gave it, whatever slug the entry would have.
    for entity in entities.sorted(by: { $0.id < $1.id }) {
      guard let key = entity.gazetteerKey, var entry = reference.entry(key, type: entity.id.type) else { continue }
      entry.id = entity.id
      open.append(entry)
    }
    while let entry = open.popLast() {
      guard done.insert(entry.id).inserted else { continue }
      open += describe(entry, in: &graph)
    }
    return graph.quads
  }

  /// Returns the entries that this one hangs on.
  private func describe(_ entry: ReferenceEntry, in graph: inout GraphBuilder) -> [ReferenceEntry] {
    let node = iris.entity(entry.id)
    var related: [ReferenceEntry] = []
    graph.add(node, types: Classes.of(entry.id.type, entry.subtypes))
    for (index, label) in entry.labels.enumerated() {
      graph.add(
        node, index == 0 ? Schema.name : Schema.alternateName,
        label.language.map { .text(label.text, language: $0) } ?? .plain(label.text))
    }
    if let page = entry.homePage.flatMap(IRIText.webAddress) { graph.add(node, Schema.url, IRI(page)) }
    if let repository = entry.repository.flatMap(IRIText.webAddress) {
      graph.add(node, Schema.codeRepository, IRI(repository))
    }
    for same in entry.sameAs.compactMap(IRIText.webAddress) { graph.add(node, Schema.sameAs, IRI(same)) }
    for level in entry.levels { describe(level, of: entry, in: &graph) }
    for maker in entry.makers.compactMap({ reference.entry($0, type: .organization) }) {
      graph.add(iris.entity(maker.id), BG.produces, node)
      related.append(maker)
    }
    if let container = entry.container.flatMap({ reference.entry($0, type: .place) }) {
      graph.add(node, Schema.containedInPlace, iris.entity(container.id))
      related.append(container)
    }
    if let coordinates = entry.coordinates {
      graph.add(node, Schema.latitude, .decimal(coordinates.latitude))
      graph.add(node, Schema.longitude, .decimal(coordinates.longitude))
    }
    return related
  }

  private func describe(_ level: ReferenceEntry.Level, of entry: ReferenceEntry, in graph: inout GraphBuilder) {
    let node = iris.milestone(project: entry.id.slug, level: level.maturity.rawValue)
    graph.add(node, types: Classes.milestone)
    graph.add(node, Schema.about, iris.entity(entry.id))
    if let name = entry.labels.first?.text {
      graph.add(node, Schema.name, .text("\(name): \(level.maturity.rawValue)", language: "en"))
    }
    graph.add(node, BG.maturity, BG.term(level.maturity.rawValue))
    if let date = level.since.flatMap({ Literal.date($0) }) { graph.add(node, Schema.startDate, date) }
  }
}
