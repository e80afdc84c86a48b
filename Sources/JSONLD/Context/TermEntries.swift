/// The entries of a term's definition that need nothing of the other terms (JSON-LD 1.1 API §4.2.2 steps 19 to 25).
extension TermBuilder {
  /// Step 19.
  func setContainer(_ value: JSONValue, _ definition: TermDefinition) throws {
    let fault = JSONLDError(.invalidContainerMapping, "@container has no such value")
    if processor.is10 {
      switch value.string {
      case "@list", "@set", "@index", "@language": break
      default: throw fault
      }
    }
    var container = Container()
    for item in value.items {
      guard let one = item.string.flatMap({ Container(keyword: $0) }) else { throw fault }
      container.insert(one)
    }
    guard value.items.count == 1 || Self.isCombination(container) else { throw fault }
    definition.container = container
    if container.contains(.type) {
      switch definition.type {
      case nil: definition.type = "@id"
      case "@id", "@vocab": break
      default: throw JSONLDError(.invalidTypeMapping, "with @container: @type, @type is @id or @vocab")
      }
    }
  }

  private static func isCombination(_ container: Container) -> Bool {
    let others = container.subtracting(.set)
    switch others {
    case [.graph, .id], [.graph, .index]: return true
    case .index, .graph, .id, .type, .language: return container.contains(.set)
    default: return false
    }
  }

  /// Step 20.
  func setIndex(_ value: JSONValue, _ definition: TermDefinition) throws {
    guard !processor.is10, definition.container.contains(.index) else {
      throw JSONLDError(.invalidTermDefinition, "@index needs @container: @index")
    }
    guard let text = value.string, let iri = active.expandIRI(text, vocab: true), !Keyword.isKeyword(iri),
      IRIReference.isAbsolute(iri)
    else { throw JSONLDError(.invalidTermDefinition, "@index must be an IRI") }
    definition.index = text
  }

  /// Step 21.
  func setContext(_ value: JSONValue, _ definition: TermDefinition) throws {
    guard !processor.is10 else { throw JSONLDError(.invalidTermDefinition, "@context needs JSON-LD 1.1") }
    if remotes.count > processor.options.maximumRemoteContexts {
      throw JSONLDError(.contextOverflow, "scoped contexts refer to each other without end")
    }
    var flags = ContextProcessor.Flags()
    flags.overrideProtected = true
    flags.validateScoped = false
    do {
      _ = try processor.process(active, value, base: baseURL, remotes: remotes, flags: flags)
    } catch let error as JSONLDError {
      throw JSONLDError(.invalidScopedContext, error.message + " (\(error.code))", pointer: error.pointer)
        .inside("@context")
    }
    definition.context = value
    definition.baseURL = baseURL
  }

  /// Step 25.
  func setPrefix(_ value: JSONValue, _ term: String, _ definition: TermDefinition) throws {
    guard !processor.is10, !term.contains(":"), !term.contains("/") else {
      throw JSONLDError(.invalidTermDefinition, "@prefix goes with a term that has neither ':' nor '/'")
    }
    guard let isPrefix = value.bool else { throw JSONLDError(.invalidPrefixValue, "@prefix must be true or false") }
    if isPrefix, let iri = definition.iri, Keyword.isKeyword(iri) {
      throw JSONLDError(.invalidTermDefinition, "a keyword is no prefix")
    }
    definition.isPrefix = isPrefix
  }
}
