import Entities
import Mentions

/// Which posts name which things, and how: kept up while a curation is applied.
struct EntityDirectory {
  private(set) var posts: [EntityID: Set<Int>] = [:]
  private var named: [String: Set<EntityID>] = [:]

  init(_ extractions: [PostExtraction]) {
    for (index, extraction) in extractions.enumerated() {
      for entity in extraction.entities { add(entity.id, names: entity.names, post: index) }
    }
  }

  mutating func add(_ id: EntityID, names: [String], post: Int) {
    posts[id, default: []].insert(post)
    for name in names { named[Folding.fold(name), default: []].insert(id) }
  }

  mutating func remove(_ id: EntityID, post: Int) { posts[id]?.remove(post) }

  func isNamed(_ id: EntityID) -> Bool { posts[id]?.isEmpty == false }

  /// The things that some post calls so (letters' case and accents aside), ascending.
  func things(called name: String) -> [EntityID] {
    (named[Folding.fold(name)] ?? []).filter { isNamed($0) }.sorted()
  }
}
