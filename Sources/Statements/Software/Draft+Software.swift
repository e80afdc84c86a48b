import Entities
import Mentions

extension Draft {
  /// Something was stated of it, or with it.
  func isStatedOf(_ id: EntityID) -> Bool {
    statements.contains { $0.subject == .entity(id) || $0.object == .entity(id) }
  }

  /// Takes the guess that an unknown name is an organization back: all its mentions name software.
  mutating func reread(_ index: Int, as type: EntityType) -> EntityID? {
    let mention = annotated.mentions[index]
    guard mention.entry == nil, let former = ofMention[index], let old = entities[former], old.gazetteerKey == nil
    else { return nil }
    let id = EntityID(type, Folding.slug(mention.name))
    let others = annotated.mentions.indices.filter { ofMention[$0] == former }
    remove(former)
    for other in others {
      ofMention[other] = id
      let known = annotated.mentions[other]
      insert(
        Entity(
          id: id, names: [known.name], mentions: [annotated.range(known.tokens)], rule: "slot", confidence: 0.85))
    }
    return id
  }
}
