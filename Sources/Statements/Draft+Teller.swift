import Entities
import Mentions
import Posts

extension Draft {
  /// The organization whose story the post tells: the only one in its title that neither signs it nor is a foundation.
  func teller(author: EntityID?) -> EntityID? {
    guard let title = post.text.blocks.first(where: { $0.kind == .frontMatter(key: "title") })?.range else {
      return nil
    }
    let titled = entities.keys.sorted().filter { id in
      id.type == .organization && id != author && entities[id]?.mentions.contains { title.overlaps($0) } == true
        && entities[id]?.subtypes.contains(.ngo) != true
        // `the Rook Ambassador Program`
        && !language.list("program-noun").contains(String(id.slug.split(separator: "-").last ?? ""))
    }
    return titled.count == 1 ? titled[0] : nil
  }

  /// The person who signs the post; nil when several do, or a firm.
  var postAuthor: EntityID? {
    let signed = statements.filter { $0.subject == .post && $0.relation == .author }
    guard signed.count == 1, case .entity(let id) = signed[0].object, id.type == .person else { return nil }
    return id
  }
}
