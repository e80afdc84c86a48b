public import Entities
import RDFModel

/// What an editor adds to the reference data: it stands in the gazetteer's graph.
public struct CuratedReferences: Sendable, Equatable {
  /// Things that no post names any more, each with the one that stands for it (`dct:isReplacedBy`).
  public var replaced: [EntityID: EntityID]
  /// Other IRIs of the same things.
  public var sameAs: [EntityID: [String]]

  public init(replaced: [EntityID: EntityID] = [:], sameAs: [EntityID: [String]] = [:]) {
    self.replaced = replaced
    self.sameAs = sameAs
  }

  func quads(iris: GraphIRIs, mentioned: Set<EntityID>) -> [Quad] {
    var graph = GraphBuilder(iris.gazetteer)
    for old in replaced.keys.sorted() {
      // An address that somebody may have kept leads on, and never nowhere.
      guard let new = replaced[old], mentioned.contains(new), !mentioned.contains(old) else { continue }
      graph.add(iris.entity(old), DCTerms.term("isReplacedBy"), iris.entity(new))
    }
    for id in sameAs.keys.sorted() where mentioned.contains(id) {
      for url in (sameAs[id] ?? []).compactMap(IRIText.webAddress) {
        graph.add(iris.entity(id), Schema.sameAs, IRI(url))
      }
    }
    return graph.quads
  }
}
