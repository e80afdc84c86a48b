/// Inverse context (JSON-LD 1.1 API §4.3): which term says an IRI, by container and by type or language.
final class InverseContext {
  /// Terms by type or language, one table for each way of asking.
  struct Selection {
    var language: [String: String] = [:]
    var type: [String: String] = [:]
    var any: String
  }

  private var entries: [ExactString: [String: Selection]] = [:]
  /// Terms that may stand as a prefix, with their IRIs, in the order of the names.
  let prefixes: [(term: String, iri: String)]

  init(of context: ActiveContext) {
    let terms = context.terms.map { ($0.key.string, $0.value) }.sorted {
      let (a, b) = ($0.0.utf8, $1.0.utf8)
      return a.count != b.count ? a.count < b.count : a.lexicographicallyPrecedes(b)
    }
    prefixes = terms.compactMap { term, definition in
      guard definition.isPrefix, let iri = definition.iri else { return nil }
      return (term, iri)
    }
    for (term, definition) in terms {
      guard let iri = definition.iri else { continue }
      let key = definition.container.key
      var selection = entries[ExactString(iri)]?[key] ?? Selection(any: term)
      Self.add(term, definition, context, to: &selection)
      entries[ExactString(iri), default: [:]][key] = selection
    }
  }

  private static func add(
    _ term: String, _ definition: TermDefinition, _ context: ActiveContext, to selection: inout Selection
  ) {
    func offer(_ table: inout [String: String], _ key: String) {
      if table[key] == nil { table[key] = term }
    }
    if definition.isReverse {
      offer(&selection.type, "@reverse")
    } else if definition.type == "@none" {
      offer(&selection.language, "@any")
      offer(&selection.type, "@any")
    } else if let type = definition.type {
      offer(&selection.type, type)
    } else if let language = definition.language {
      let direction = definition.direction ?? nil
      if definition.direction != nil {
        let key = (language ?? "").lowercased() + (direction.map { "_" + $0.rawValue } ?? "")
        offer(&selection.language, key.isEmpty ? "@null" : key)
      } else {
        offer(&selection.language, language?.lowercased() ?? "@null")
      }
    } else if let direction = definition.direction {
      offer(&selection.language, direction.map { "_" + $0.rawValue } ?? "@none")
    } else {
      offer(&selection.language, context.defaultLanguageKey)
      offer(&selection.language, "@none")
      offer(&selection.type, "@none")
    }
  }

  func contains(_ iri: String) -> Bool { entries[ExactString(iri)] != nil }

  /// Term Selection (§4.4).
  enum Table { case language, type, any }

  func term(_ iri: String, containers: [String], _ table: Table, preferred: [String]) -> String? {
    guard let byContainer = entries[ExactString(iri)] else { return nil }
    for container in containers {
      guard let selection = byContainer[container] else { continue }
      for value in preferred {
        let found: String? =
          switch table {
          case .language: selection.language[value]
          case .type: selection.type[value]
          case .any: value == "@none" ? selection.any : nil
          }
        if let found { return found }
      }
    }
    return nil
  }
}

extension ActiveContext {
  /// Default language and direction as the inverse context writes them.
  var defaultLanguageKey: String {
    if let defaultDirection { return (defaultLanguage ?? "").lowercased() + "_" + defaultDirection.rawValue }
    return defaultLanguage?.lowercased() ?? "@none"
  }
}
