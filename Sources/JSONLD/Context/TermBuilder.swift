/// Create Term Definition (JSON-LD 1.1 API §4.2.2), for the terms of one context map.
struct TermBuilder {
  let processor: ContextProcessor
  let active: ActiveContext
  let local: JSONObject
  let baseURL: String?
  let protected: Bool
  let overrideProtected: Bool
  let remotes: [String]
  let validateScoped: Bool
  /// True when a term is done, false while it is being defined.
  private var defined: [ExactString: Bool] = [:]

  init(
    processor: ContextProcessor, active: ActiveContext, local: JSONObject, baseURL: String?, protected: Bool,
    overrideProtected: Bool, remotes: [String], validateScoped: Bool
  ) {
    self.processor = processor
    self.active = active
    self.local = local
    self.baseURL = baseURL
    self.protected = protected
    self.overrideProtected = overrideProtected
    self.remotes = remotes
    self.validateScoped = validateScoped
  }

  private static let entries: Set<String> = [
    "@id", "@reverse", "@container", "@context", "@direction", "@index", "@language", "@nest", "@prefix",
    "@protected", "@type",
  ]

  mutating func define(_ term: String) throws {
    if let done = defined[ExactString(term)] {
      if done { return }
      throw JSONLDError(.cyclicIRIMapping, "the definition of \"\(term)\" leads back to itself")
    }
    if term.isEmpty { throw JSONLDError(.invalidTermDefinition, "a term may not be empty") }
    defined[ExactString(term)] = false
    let value = local[term] ?? .null
    if term == "@type" {
      try checkTypeKeyword(value)
    } else if Keyword.isKeyword(term) {
      throw JSONLDError(.keywordRedefinition, "\(term) may not be redefined")
    } else if Keyword.hasKeywordForm(term) {
      return
    }
    let previous = active[term]
    active[term] = nil
    let entries: JSONObject
    let isSimple: Bool
    switch value {
    case .null: (entries, isSimple) = (["@id": .null], false)
    case .string: (entries, isSimple) = (["@id": value], true)
    case .object(let object): (entries, isSimple) = (object, false)
    default: throw JSONLDError(.invalidTermDefinition, "a term's definition must be null, a string or a map")
    }
    guard let definition = try build(term, entries, isSimple) else { return }
    if !overrideProtected, let previous, previous.isProtected {
      guard definition.isSame(as: previous) else {
        throw JSONLDError(.protectedTermRedefinition, "\"\(term)\" is protected")
      }
      active[term] = previous
    } else {
      active[term] = definition
    }
    defined[ExactString(term)] = true
  }

  private func checkTypeKeyword(_ value: JSONValue) throws {
    let keys = value.object?.keys ?? []
    let isAllowed =
      !keys.isEmpty && keys.allSatisfy { $0 == "@container" || $0 == "@protected" }
      && (value["@container"].map { $0 == "@set" } ?? true)
    guard isAllowed, !processor.is10 else {
      throw JSONLDError(.keywordRedefinition, "@type may only be given @container: @set and @protected")
    }
  }

  /// Steps 10 to 26. Nil when the definition is to be ignored.
  private mutating func build(_ term: String, _ entries: JSONObject, _ isSimple: Bool) throws -> TermDefinition? {
    let definition = TermDefinition()
    definition.isProtected = protected
    if let value = entries["@protected"] {
      try require11("@protected")
      guard let isProtected = value.bool else {
        throw JSONLDError(.invalidProtectedValue, "@protected must be true or false")
      }
      definition.isProtected = isProtected
    }
    if let value = entries["@type"] { definition.type = try typeMapping(value) }
    if let value = entries["@reverse"] {
      guard try reverse(term, value, entries, definition) else { return nil }
      return definition
    }
    guard try identify(term, entries, isSimple, definition) else { return nil }
    if let value = entries["@container"] { try setContainer(value, definition) }
    if let value = entries["@index"] { try setIndex(value, definition) }
    if let value = entries["@context"] { try setContext(value, definition) }
    if let value = entries["@language"], !entries.contains("@type") {
      guard value.isNull || value.string != nil else {
        throw JSONLDError(.invalidLanguageMapping, "@language must be a string or null")
      }
      definition.language = .some(value.string)
    }
    if let value = entries["@direction"], !entries.contains("@type") {
      definition.direction = .some(try processor.direction(value))
    }
    if let value = entries["@nest"] {
      try require11("@nest")
      guard let nest = value.string, nest == "@nest" || !Keyword.isKeyword(nest) else {
        throw JSONLDError(.invalidNestValue, "@nest must be a term or @nest")
      }
      definition.nest = nest
    }
    if let value = entries["@prefix"] { try setPrefix(value, term, definition) }
    if let other = entries.keys.first(where: { !Self.entries.contains($0) }) {
      throw JSONLDError(.invalidTermDefinition, "a term's definition has no entry \"\(other)\"")
    }
    return definition
  }

  private func require11(_ entry: String) throws {
    if processor.is10 { throw JSONLDError(.invalidTermDefinition, "\(entry) needs JSON-LD 1.1") }
  }

  /// IRI expansion that defines the terms it meets (§5.2 steps 3 and 6.3), relative to the vocabulary.
  private mutating func expand(_ value: String) throws -> String? {
    if !Keyword.isKeyword(value), !Keyword.hasKeywordForm(value) {
      if local.contains(value), defined[ExactString(value)] != true { try define(value) }
      if let parts = CompactIRI(value), !parts.isAbsolute, local.contains(parts.prefix),
        defined[ExactString(parts.prefix)] != true
      {
        try define(parts.prefix)
      }
    }
    return active.expandIRI(value, vocab: true)
  }

  private mutating func typeMapping(_ value: JSONValue) throws -> String {
    guard let text = value.string, let type = try expand(text) else {
      throw JSONLDError(.invalidTypeMapping, "@type must be a string that is an IRI")
    }
    switch type {
    case "@id", "@vocab": return type
    case "@json", "@none":
      if processor.is10 { throw JSONLDError(.invalidTypeMapping, "\(type) needs JSON-LD 1.1") }
      return type
    default:
      guard IRIReference.isAbsolute(type), !type.hasPrefix("_:") else {
        throw JSONLDError(.invalidTypeMapping, "@type \"\(text)\" is no absolute IRI")
      }
      return type
    }
  }

  /// Step 13. False when the definition is to be ignored.
  private mutating func reverse(
    _ term: String, _ value: JSONValue, _ entries: JSONObject, _ definition: TermDefinition
  ) throws -> Bool {
    if entries.contains("@id") || entries.contains("@nest") {
      throw JSONLDError(.invalidReverseProperty, "@reverse goes with neither @id nor @nest")
    }
    guard let text = value.string else { throw JSONLDError(.invalidIRIMapping, "@reverse must be a string") }
    if Keyword.hasKeywordForm(text) { return false }
    guard let iri = try expand(text), iri.contains(":") else {
      throw JSONLDError(.invalidIRIMapping, "@reverse \"\(text)\" is no IRI")
    }
    definition.iri = iri
    if let container = entries["@container"], !container.isNull {
      switch container.string {
      case "@set": definition.container = .set
      case "@index":
        definition.container = .index
        if let value = entries["@index"] { try setIndex(value, definition) }
      default:
        throw JSONLDError(.invalidReverseProperty, "a reverse property's container is @set or @index")
      }
    }
    definition.isReverse = true
    return true
  }

  /// Steps 14 to 18. False when the definition is to be ignored.
  private mutating func identify(
    _ term: String, _ entries: JSONObject, _ isSimple: Bool, _ definition: TermDefinition
  ) throws -> Bool {
    if let id = entries["@id"], id.string != term {
      if id.isNull { return true }
      guard let text = id.string else { throw JSONLDError(.invalidIRIMapping, "@id must be a string") }
      if Keyword.hasKeywordForm(text), !Keyword.isKeyword(text) { return false }
      guard let iri = try expand(text), Keyword.isKeyword(iri) || iri.contains(":") else {
        throw JSONLDError(.invalidIRIMapping, "@id \"\(text)\" is no IRI")
      }
      if iri == "@context" { throw JSONLDError(.invalidKeywordAlias, "@context has no alias") }
      definition.iri = iri
      let colon = term.utf8.dropFirst().dropLast().contains(UInt8(ascii: ":"))
      if colon || term.contains("/"), !processor.is10 {
        defined[ExactString(term)] = true
        guard try expand(term) == iri else {
          throw JSONLDError(.invalidIRIMapping, "\"\(term)\" looks like an IRI and is defined as another")
        }
      }
      if !term.contains(":"), !term.contains("/"), isSimple {
        definition.isPrefix = iri.hasPrefix("_:") || iri.utf8.last.map(Self.isGenericDelimiter) == true
      }
    } else if let parts = CompactIRI(term) {
      if local.contains(parts.prefix) { try define(parts.prefix) }
      if let iri = active[parts.prefix]?.iri {
        definition.iri = iri + parts.suffix
      } else {
        definition.iri = term
      }
    } else if term.contains("/") {
      guard let iri = active.expandIRI(term, vocab: true), IRIReference.isAbsolute(iri) else {
        throw JSONLDError(.invalidIRIMapping, "\"\(term)\" is no IRI")
      }
      definition.iri = iri
    } else if term == "@type" {
      definition.iri = "@type"
    } else if let vocabulary = active.vocabulary {
      definition.iri = vocabulary + term
    } else {
      throw JSONLDError(.invalidIRIMapping, "\"\(term)\" has no @id, and there is no @vocab")
    }
    return true
  }

  /// gen-delims of RFC 3986 §2.2.
  private static func isGenericDelimiter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ":"), UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: "["),
      UInt8(ascii: "]"), UInt8(ascii: "@"):
      true
    default: false
    }
  }
}
