import Entities

extension PostExtraction {
  /// How much an edit changed in one post.
  struct Change {
    var mentions = 0
    var facts = 0
  }

  /// Reads all that the post says of a thing as said of another; nil when the post does not name it.
  ///
  /// - Parameters:
  ///   - key: the other's key in the gazetteer.
  ///   - name: what the post's names shall stand behind.
  mutating func move(_ old: EntityID, to new: EntityID, key: String?, name: String? = nil) -> Change? {
    guard let from = entities.firstIndex(where: { $0.id == old }) else { return nil }
    var entity = entities[from]
    var change = Change(mentions: entity.mentions.count, facts: 0)
    if let name {
      entity.names.removeAll { $0 == name }
      entity.names.insert(name, at: 0)
    }
    if old != new {
      entity.id = new
      entity.gazetteerKey = key
      if old.type != new.type { entity.subtypes = [] }
      entities.remove(at: from)
      if let known = entities.firstIndex(where: { $0.id == new }) {
        entities[known].absorb(entity)
      } else {
        entities.append(entity)
        entities.sort { $0.id < $1.id }
      }
      change.facts = statements.count { $0.concerns(old) }
      statements = statements.compactMap { $0.moved(old, to: new) }.folded()
      mainEntities = mainEntities.replacing(old, with: new)
      for index in depictions.indices {
        depictions[index].entities = depictions[index].entities.replacing(old, with: new)
      }
    } else {
      entities[from] = entity
    }
    return change
  }

  /// Takes a thing and all that is said of it out; nil when the post does not name it.
  mutating func remove(_ id: EntityID) -> Change? {
    guard let at = entities.firstIndex(where: { $0.id == id }) else { return nil }
    let change = Change(mentions: entities[at].mentions.count, facts: statements.count { $0.concerns(id) })
    entities.remove(at: at)
    statements.removeAll { $0.concerns(id) }
    mainEntities.removeAll { $0 == id }
    for index in depictions.indices { depictions[index].entities.removeAll { $0 == id } }
    depictions.removeAll { $0.entities.isEmpty }
    return change
  }
}

extension Entity {
  /// Takes in what was another thing's: its own name stays the first.
  mutating func absorb(_ other: Entity) {
    for name in other.names where !names.contains(name) { names.append(name) }
    for mention in other.mentions where !mentions.contains(mention) { mentions.append(mention) }
    mentions.sort { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
    for subtype in other.subtypes where !subtypes.contains(subtype) { subtypes.append(subtype) }
    for url in other.urls where !urls.contains(url) { urls.append(url) }
    isUnnamed = isUnnamed && other.isUnnamed
    if other.confidence > confidence {
      confidence = other.confidence
      rule = other.rule
    }
  }
}

extension [EntityID] {
  /// In the same order, without doubles.
  func replacing(_ old: EntityID, with new: EntityID) -> [EntityID] {
    var seen: Set<EntityID> = []
    return map { $0 == old ? new : $0 }.filter { seen.insert($0).inserted }
  }
}
