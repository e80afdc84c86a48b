public import Mentions

/// Which thing each mention of a post names.
///
/// An entity of the gazetteer keeps the gazetteer's slug; another is known by its folded name, a person by the fullest form of the
/// name that the post uses. Events are linked by `EventResolver`.
public struct Linker: Sendable {
  let gazetteer: Gazetteer

  public init(gazetteer: Gazetteer) { self.gazetteer = gazetteer }

  /// Entities in the order of their first mention, and for each mention its entity, or nil for names whose kind nobody knows and for
  /// events.
  public func link(_ annotated: AnnotatedText) -> (entities: [Entity], ofMention: [EntityID?]) {
    var entities: [EntityID: Entity] = [:]
    var order: [EntityID] = []
    var ofMention: [EntityID?] = []
    let fullNames = Self.fullNames(annotated.mentions)
    for mention in annotated.mentions {
      guard let id = id(of: mention, fullNames) else {
        ofMention.append(nil)
        continue
      }
      ofMention.append(id)
      let range = annotated.range(mention.tokens)
      if var known = entities[id] {
        known.mentions.append(range)
        if !known.names.contains(mention.name) { known.names.append(mention.name) }
        known.confidence = max(known.confidence, mention.confidence)
        entities[id] = known
      } else {
        order.append(id)
        entities[id] = Entity(
          id: id, subtypes: subtypes(mention), names: [mention.name],
          gazetteerKey: mention.entry.map { gazetteer.entries[$0].key }, mentions: [range], rule: mention.rule,
          confidence: mention.confidence)
      }
    }
    var out: [Entity] = []
    for id in order {
      guard var entity = entities[id] else { continue }
      // The fullest form first; forms of equal length in the order of the text.
      entity.names = entity.names.enumerated().sorted {
        ($0.element.count, -$0.offset) > ($1.element.count, -$1.offset)
      }.map(\.element)
      out.append(entity)
    }
    return (out, ofMention)
  }

  private func id(of mention: Mention, _ fullNames: [String: String]) -> EntityID? {
    let type: EntityType
    switch mention.kind {
    case .person:
      let folded = Folding.fold(mention.name)
      return EntityID(.person, Folding.slug(fullNames[folded] ?? mention.name))
    case .organization: type = .organization
    case .project: type = .project
    case .product: type = .product
    case .place: type = .place
    case .event, .name: return nil
    }
    if let entry = mention.entry { return EntityID(type, gazetteer.entries[entry].key) }
    return EntityID(type, Folding.slug(mention.name))
  }

  private func subtypes(_ mention: Mention) -> [EntitySubtype] {
    guard let entry = mention.entry.map({ gazetteer.entries[$0] }) else { return [] }
    let name = entry.kind == .place ? entry["kind"] : entry["subtype"]
    return name.flatMap(EntitySubtype.init(rawValue:)).map { [$0] } ?? []
  }

  /// What a name holds between quotation marks, folded.
  private static func nicknames(_ name: String) -> [String] {
    let marks: Set<Character> = ["\"", "“", "”", "«", "»", "‘", "’", "„", "'"]
    let parts = name.split(omittingEmptySubsequences: false) { marks.contains($0) }
    guard parts.count == 3 else { return [] }
    return [Folding.fold(String(parts[1].filter { !$0.isWhitespace }))].filter { $0.count > 1 }
  }

  /// Whether one letter makes the difference, the first two left alone.
  private static func isOneEdit(_ a: String, _ b: String) -> Bool {
    let (short, long) = a.count <= b.count ? (Array(a), Array(b)) : (Array(b), Array(a))
    guard long.count - short.count <= 1, short.count >= 5, short[..<2] == long[..<2] else { return false }
    var at = 0
    while at < short.count, short[at] == long[at] { at += 1 }
    return long.count == short.count
      ? short[(min(at + 1, short.count))...] == long[(min(at + 1, long.count))...] : short[at...] == long[(at + 1)...]
  }

  /// Short form of a person's name → the one full form of the post that it belongs to.
  private static func fullNames(_ mentions: [Mention]) -> [String: String] {
    var full: [String] = []
    for mention in mentions where mention.kind == .person && mention.name.contains(" ") {
      if !full.contains(where: { Folding.fold($0) == Folding.fold(mention.name) }) { full.append(mention.name) }
    }
    var owners: [String: Set<String>] = [:]
    for name in full {
      let words = Folding.fold(name).split(separator: " ").map(String.init)
      for word in [words.first, words.last].compactMap({ $0 }) + nicknames(name) {
        owners[word, default: []].insert(name)
      }
    }
    var out: [String: String] = [:]
    for (word, names) in owners where names.count == 1 { out[word] = names.first }
    // `Frederik` for the one `Fredrik`: a letter more, less or other.
    for mention in mentions where mention.kind == .person && !mention.name.contains(" ") {
      let word = Folding.fold(mention.name)
      guard word.count >= 6, owners[word] == nil, out[word] == nil else { continue }
      let near = owners.keys.filter { isOneEdit($0, word) }
      if near.count == 1, let name = near.first, owners[name]?.count == 1 { out[word] = owners[name]?.first }
    }
    // `Khayretdninov` for the one `Khayretdinov` of that given name.
    for name in full {
      let words = Folding.fold(name).split(separator: " ").map(String.init)
      let near = full.filter { other in
        let others = Folding.fold(other).split(separator: " ").map(String.init)
        return other != name && words.count > 1 && others.count == words.count && others.dropLast() == words.dropLast()
          && others[others.count - 1].count >= 8 && isOneEdit(others[others.count - 1], words[words.count - 1])
      }
      if near.count == 1, let other = near.first, full.firstIndex(of: other) ?? 0 < full.firstIndex(of: name) ?? 0 {
        out[Folding.fold(name)] = other
        for word in [words[0], words[words.count - 1]] { out[word] = out[word] ?? other }
      }
    }
    // A longer form that begins and ends alike is the same person (`Chuck Mountz`, `Chuck Mountz Jr`).
    for name in full {
      let folded = Folding.fold(name)
      if let longer = full.first(where: { Folding.fold($0).hasPrefix(folded + " ") }) { out[folded] = longer }
    }
    return out
  }
}
