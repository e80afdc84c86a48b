import Entities
import Mentions
import Posts

extension Draft {
  /// What the draft holds, in the contract's order.
  func finish(main: EntityID?) -> PostExtraction {
    let kept = entities.keys.sorted().compactMap { entities[$0] }.filter { !$0.mentions.isEmpty }
    let ids = Set(kept.map(\.id))
    func isKept(_ object: StatementObject) -> Bool {
      if case .entity(let id) = object { ids.contains(id) } else { true }
    }
    let sorted = statements.filter { statement in
      if case .entity(let id) = statement.subject, !ids.contains(id) { return false }
      return isKept(statement.object)
    }.sorted { $0.sortKey.lexicographicallyPrecedes($1.sortKey) }
    return PostExtraction(
      post: post, entities: kept, statements: sorted, mainEntities: mainEntities(kept, main),
      depictions: depictions(kept))
  }

  /// What the title names, then what the text names most.
  private func mainEntities(_ kept: [Entity], _ main: EntityID?) -> [EntityID] {
    let titles = post.text.blocks.filter { $0.kind == .frontMatter(key: "title") }.map(\.range)
    let inTitle = kept.filter { entity in
      entity.id.type != .talk && entity.mentions.contains { mention in titles.contains { $0.overlaps(mention) } }
    }.sorted { ($1.mentions.count, $0.id) < ($0.mentions.count, $1.id) }.map(\.id)
    return ([main].compactMap { $0 } + inTitle.filter { $0 != main }).prefix(5).map { $0 }
  }

  private func depictions(_ kept: [Entity]) -> [PostExtraction.Depiction] {
    post.pictures.enumerated().compactMap { index, picture in
      guard let block = picture.captionBlock, post.text.blocks.indices.contains(block) else { return nil }
      let range = post.text.blocks[block].range
      let shown = kept.filter { $0.mentions.contains { range.contains($0.lowerBound) } }.map(\.id)
      return shown.isEmpty ? nil : PostExtraction.Depiction(picture: index, entities: shown)
    }
  }
}

extension Statement {
  /// By subject, relation, object.
  var sortKey: [String] {
    let subject: String =
      switch self.subject {
      case .post: ""
      case .entity(let id): id.type.rawValue + "/" + id.slug
      }
    let object: String =
      switch self.object {
      case .entity(let id): id.type.rawValue + "/" + id.slug
      case .text(let text), .date(let text): text
      case .document(let url, _): url
      case .maturity(let level, _): level.rawValue
      case .version(let version, _): version
      }
    return [subject, relation.rawValue, object]
  }
}
