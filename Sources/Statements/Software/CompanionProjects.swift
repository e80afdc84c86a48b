import Entities
import Mentions

extension Draft {
  /// `P Operator`, `P Exporter`: what is called after a project and serves it builds on it.
  mutating func stateCompanions() {
    let suffixes = language.list("companion-suffix")
    for id in entities.keys.sorted() where id.type == .project || id.type == .product {
      guard let entity = entities[id], let name = entity.names.first, let place = entity.mentions.first else {
        continue
      }
      let words = name.split { $0 == " " || $0 == "-" }.map { Folding.fold($0) }
      guard words.count == 2, suffixes.contains(words[1]) else { continue }
      let base = entities.keys.sorted().first { other in
        other.type == .project && other != id
          && entities[other]?.names.contains { Folding.fold($0) == words[0] } == true
      }
      guard let base else { continue }
      state(.entity(id), .uses, .entity(base), bytes: place, rule: "companion-name", 0.85)
    }
  }
}
