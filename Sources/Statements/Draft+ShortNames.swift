import Entities
import Mentions

extension Draft {
  /// Organizations that no gazetteer knows, by a short form of their name: `Osprey` for `Osprey Security`, `Lemano` for
  /// `Lemano Systems`. What is left out must be words that firms are called by, or ordinary ones.
  mutating func uniteShortNames() {
    let generic = language.list("generic-term")
    let organizations = entities.keys.filter { $0.type == .organization && entities[$0]?.gazetteerKey == nil }.sorted()
    var words: [EntityID: [[String]]] = [:]
    for id in organizations {
      words[id] = entities[id]?.names.map { Folding.fold($0).split(separator: " ").map(String.init) }
    }
    func isShort(_ short: [String], of long: [String]) -> Bool {
      short.count < long.count && long.starts(with: short)
        && !short.allSatisfy { language.isOrdinary($0) || generic.contains($0) }
    }
    // Names of unknown kind that shorten an organization's, and those that an organization's shortens.
    for name in unknownNames.keys.sorted() {
      let parts = name.split(separator: " ").map(String.init)
      let owners = organizations.filter { id in
        words[id]?.contains { isShort(parts, of: $0) || isShort($0, of: parts) && isTail(parts.dropFirst($0.count)) }
          == true
      }
      guard owners.count == 1, var owner = owners.first, entities[owner] != nil else { continue }
      if let full = unknownNames[name]?.first, words[owner]?.contains(where: { isShort($0, of: parts) }) == true,
        let short = entities[owner]
      {
        // The text has the full name too: that is what the thing is called.
        let text = annotated.mentions[full].name
        let id = EntityID(.organization, Folding.slug(text))
        insert(Entity(id: id, names: [text], mentions: [], rule: short.rule, confidence: short.confidence))
        unite(owner, into: id)
        words[id] = [parts] + (words[owner] ?? [])
        owner = id
      }
      for mention in unknownNames[name] ?? [] where ofMention[mention] == nil {
        ofMention[mention] = owner
        let range = annotated.range(annotated.mentions[mention].tokens)
        insert(
          Entity(
            id: owner, names: [annotated.mentions[mention].name], mentions: [range], rule: "short-organization",
            confidence: 0.8))
        words[owner]?.append(parts)
      }
    }
    for id in organizations {
      let longer = organizations.filter { other in
        other != id
          && words[id]?.allSatisfy { short in words[other]?.contains { isShort(short, of: $0) } == true } == true
      }
      if longer.count == 1 { unite(id, into: longer[0]) }
    }
  }

  /// `City of Ottawa` and `Ville d'Ottawa` are one, in whatever language a post names it.
  mutating func uniteCities() {
    let cities = language.list("city-of")
    let tokenizer = Tokenizer(elisions: LanguageData.elisions)
    for id in entities.keys.sorted() where id.type == .organization && entities[id]?.gazetteerKey == nil {
      guard let entity = entities[id], let name = entity.names.first else { continue }
      let words = tokenizer.words(of: name)
      guard let length = (1...3).last(where: { $0 < words.count && cities.match(Array(words[..<$0])) }) else {
        continue
      }
      let place = words[length...].joined(separator: " ")
      guard
        let known = gazetteer.entries(named: place).first(where: { gazetteer.entries[$0].kind == .place })
      else { continue }
      let one = EntityID(.organization, "city-of-" + gazetteer.entries[known].key)
      guard one != id else { continue }
      let renamed = Entity(
        id: one, subtypes: entity.subtypes, names: entity.names, mentions: entity.mentions, rule: entity.rule,
        confidence: entity.confidence)
      insert(renamed)
      unite(id, into: one)
    }
  }

  /// `Systems`, `Cloud`, `Security Group`
  private func isTail(_ words: ArraySlice<String>) -> Bool {
    let heads = language.list("thing-head")
    let organizations = language.list("organization-head")
    return words.allSatisfy { heads.contains($0) || organizations.contains($0) }
  }
}
