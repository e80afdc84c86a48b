import Entities
import Mentions

extension Draft {
  /// The organization that a mention stands for where the sentence needs one: a name of unknown kind becomes one, a product
  /// that is also a company's name is read as the company.
  mutating func asOrganization(_ mention: Int) -> EntityID? {
    retype(mention, to: .organization)
  }

  /// Reads a mention as a thing of the kind that its place in the sentence asks for; nil when it cannot be.
  mutating func retype(_ index: Int, to kind: Mention.Kind) -> EntityID? {
    let mention = annotated.mentions[index]
    if mention.kind == kind { return ofMention[index] }
    let wanted: GazetteerEntry.Kind
    let type: EntityType
    switch kind {
    case .organization: (wanted, type) = (.organization, .organization)
    case .project: (wanted, type) = (.project, .project)
    case .product: (wanted, type) = (.product, .product)
    default: return nil
    }
    if let known = ofMention[index], known.type == type { return known }
    let entry = mention.alternatives.first { gazetteer.entries[$0].kind == wanted }
    // Only a name that nothing is known of may become anything; another needs an entry of that kind.
    guard mention.kind == .name || entry != nil || (kind == .organization && mention.kind == .product) else {
      return nil
    }
    if mention.kind == .name, kind == .organization, !mayNameFirm(mention) { return nil }
    let id = EntityID(type, entry.map { gazetteer.entries[$0].key } ?? Folding.slug(mention.name))
    insert(
      Entity(
        id: id, names: [mention.name], gazetteerKey: entry.map { gazetteer.entries[$0].key },
        mentions: [annotated.range(mention.tokens)], rule: "slot", confidence: 0.85))
    if mention.kind == .name {
      // The same unknown name elsewhere in the post is the same thing.
      for other in unknownNames[Folding.fold(mention.name)] ?? [] {
        let candidate = annotated.mentions[other]
        ofMention[other] = id
        insert(
          Entity(
            id: id, names: [candidate.name], mentions: [annotated.range(candidate.tokens)], rule: "slot",
            confidence: 0.85))
      }
    } else {
      if let former = ofMention[index] { withdraw(former, annotated.range(mention.tokens)) }
      ofMention[index] = id
    }
    return id
  }

  /// No single ordinary word or letter, no term of the field, no phrase of ordinary words, no file.
  private func mayNameFirm(_ mention: Mention) -> Bool {
    let generic = language.list("generic-term")
    let words = mention.tokens.map { annotated.tokens[$0] }
    let ordinary = words.filter { language.isOrdinary($0.folded) || generic.contains($0.folded) }.count
    if let hyphen = words[0].folded.firstIndex(of: "-"),
      language.list("former").contains(String(words[0].folded[..<hyphen]))
    {
      return false
    }
    if words.count == 1 {
      let word = words[0]
      if gazetteer.givenNames.contains(word.folded), !gazetteer.ambiguousGivenNames.contains(word.folded) {
        return false
      }
      if language.list("weekday").contains(word.folded) || language.list("month").contains(word.folded) { return false }
      return ordinary == 0 && word.folded.count > 1 && !word.folded.contains(".") && !word.shape.contains(.handle)
    }
    return ordinary < words.count || words.count == 2
  }
}
