import KnowledgeGraph

/// What else a thing is called: in the languages of the site, in others, and by other names.
struct NamesView {
  let scope: PageScope

  func rows(_ thing: Thing) -> [[String: Any]] {
    let shown = thing.name(scope.language)
    var seen: Set<String> = [shown.text]
    var rows: [(String, [Thing.Label])] = []
    for (language, key) in [("en", "names.english"), ("fr", "names.french")] {
      let names = thing.labels.filter { !$0.isAlternate && $0.language == language && seen.insert($0.text).inserted }
      rows.append((key, names))
    }
    let others = thing.labels.filter {
      !$0.isAlternate && !["en", "fr"].contains($0.language) && seen.insert($0.text).inserted
    }
    rows.append(("names.other", others))
    rows.append(("names.also", thing.labels.filter { $0.isAlternate && seen.insert($0.text).inserted }))
    return rows.filter { !$0.1.isEmpty }.map { key, labels in
      [
        "term": scope.texts(key),
        "values": labels.prefix(12).map { label in
          ["value": Markup.name(label.text, language: label.language == scope.language ? nil : label.language)]
        },
      ]
    }
  }
}
