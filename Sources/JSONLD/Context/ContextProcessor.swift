/// Context processing (JSON-LD 1.1 API §4.1.2).
final class ContextProcessor {
  let options: JSONLDProcessor.Options
  private var loaded: [String: (context: JSONValue, url: String)] = [:]
  /// Scoped contexts are processed at every use; most uses are of the same pair of contexts.
  private var scoped: [ScopedKey: (result: ActiveContext, active: ActiveContext)] = [:]

  private struct ScopedKey: Hashable {
    let active: ObjectIdentifier
    let local: JSONValue
    let base: String?
    let flags: [Bool]
  }

  init(options: JSONLDProcessor.Options) { self.options = options }

  var is10: Bool { options.processingMode == .jsonLD10 }

  struct Flags {
    var overrideProtected = false
    var propagate = true
    var validateScoped = true
  }

  /// Processes a context at its use in a document, and remembers the result.
  func process(
    _ active: ActiveContext, _ local: JSONValue, base: String?, overrideProtected: Bool = false, propagate: Bool = true
  ) throws -> ActiveContext {
    let key = ScopedKey(
      active: ObjectIdentifier(active), local: local, base: base, flags: [overrideProtected, propagate])
    if let known = scoped[key] { return known.result }
    let flags = Flags(overrideProtected: overrideProtected, propagate: propagate)
    let result = try process(active, local, base: base, remotes: [], flags: flags)
    // The active context is kept beside, so that its identity stays its own.
    if scoped.count > 4096 { scoped = [:] }
    scoped[key] = (result, active)
    return result
  }

  func process(_ active: ActiveContext, _ local: JSONValue, base: String?, remotes: [String], flags: Flags) throws
    -> ActiveContext
  {
    var flags = flags
    var result = active.copy()
    if let propagate = local["@propagate"] {
      guard let value = propagate.bool else {
        throw JSONLDError(.invalidPropagateValue, "@propagate must be true or false")
      }
      flags.propagate = value
    }
    if !flags.propagate, result.previous == nil { result.previous = active }
    for context in local.items {
      switch context {
      case .null:
        if !flags.overrideProtected, result.terms.values.contains(where: \.isProtected) {
          throw JSONLDError(.invalidContextNullification, "null would remove protected terms")
        }
        let cleared = ActiveContext(originalBase: active.originalBase, is10: is10)
        if !flags.propagate { cleared.previous = result.previous ?? result }
        result = cleared
      case .string(let reference):
        result = try processRemote(result, reference, base: base, remotes: remotes, flags: flags)
      case .object(let object):
        try processMap(&result, object, base: base, remotes: remotes, flags: flags)
      case .bool, .number, .array:
        throw JSONLDError(.invalidLocalContext, "a context must be null, a string, or a map")
      }
    }
    return result
  }

  /// Step 5.2: a reference to a context.
  private func processRemote(
    _ result: ActiveContext, _ reference: String, base: String?, remotes: [String], flags: Flags
  ) throws -> ActiveContext {
    let url = try resolve(reference, base)
    if !flags.validateScoped, remotes.contains(url) { return result }
    if remotes.count >= options.maximumRemoteContexts {
      throw JSONLDError(.contextOverflow, "more than \(options.maximumRemoteContexts) contexts refer to each other")
    }
    if is10, remotes.contains(url) {
      throw JSONLDError(.recursiveContextInclusion, "the context <\(url)> includes itself")
    }
    let remote = try load(url)
    var inner = Flags()
    inner.validateScoped = flags.validateScoped
    inner.overrideProtected = flags.overrideProtected
    return try process(result, remote.context, base: remote.url, remotes: remotes + [url], flags: inner)
  }

  private func resolve(_ reference: String, _ base: String?) throws -> String {
    if IRIReference.isAbsolute(reference) { return reference }
    guard let base else {
      throw JSONLDError(
        .loadingDocumentFailed, "the relative context reference \"\(reference)\" has no base to stand against")
    }
    return IRIReference.resolve(reference, against: base)
  }

  private func load(_ url: String) throws -> (context: JSONValue, url: String) {
    if let known = loaded[url] { return known }
    let document: RemoteDocument
    do { document = try options.documentLoader.load(url) } catch let error as JSONLDError {
      throw JSONLDError(.loadingRemoteContextFailed, "context <\(url)>: \(error.message)")
    }
    guard let context = document.document["@context"] else {
      throw JSONLDError(.invalidRemoteContext, "<\(url)> is no map with an @context entry")
    }
    loaded[url] = (context, document.documentURL)
    return (context, document.documentURL)
  }

  /// Steps 5.5 to 5.13: a context map.
  private func processMap(
    _ result: inout ActiveContext, _ given: JSONObject, base: String?, remotes: [String], flags: Flags
  ) throws {
    var context = given
    if let version = context["@version"] {
      guard version.number?.double == 1.1 else { throw JSONLDError(.invalidVersionValue, "@version must be 1.1") }
      if is10 { throw JSONLDError(.processingModeConflict, "@version 1.1 in processing mode json-ld-1.0") }
    }
    if let value = context["@import"] { context = try importing(value, into: context, base) }
    if let value = context["@base"], remotes.isEmpty { try setBase(value, result) }
    if let value = context["@vocab"] { try setVocabulary(value, result) }
    if let value = context["@language"] {
      guard value.isNull || value.string != nil else {
        throw JSONLDError(.invalidDefaultLanguage, "@language must be a string or null")
      }
      result.defaultLanguage = value.string
    }
    if let value = context["@direction"] {
      if is10 { throw JSONLDError(.invalidContextEntry, "@direction needs JSON-LD 1.1") }
      result.defaultDirection = try direction(value)
    }
    if context.contains("@propagate"), is10 {
      throw JSONLDError(.invalidContextEntry, "@propagate needs JSON-LD 1.1")
    }
    if let value = context["@propagate"], value.bool == nil {
      throw JSONLDError(.invalidPropagateValue, "@propagate must be true or false")
    }
    if let value = context["@protected"], value.bool == nil {
      throw JSONLDError(.invalidProtectedValue, "@protected must be true or false")
    }
    var builder = TermBuilder(
      processor: self, active: result, local: context, baseURL: base,
      protected: context["@protected"]?.bool ?? false, overrideProtected: flags.overrideProtected,
      remotes: remotes, validateScoped: flags.validateScoped)
    for key in context.keys {
      switch key {
      case "@base", "@direction", "@import", "@language", "@propagate", "@protected", "@version", "@vocab": continue
      default:
        do { try builder.define(key) } catch let error as JSONLDError { throw error.inside(key) }
      }
    }
  }

  private func importing(_ value: JSONValue, into context: JSONObject, _ base: String?) throws -> JSONObject {
    if is10 { throw JSONLDError(.invalidContextEntry, "@import needs JSON-LD 1.1") }
    guard let reference = value.string else { throw JSONLDError(.invalidImportValue, "@import must be a string") }
    let url = try resolve(reference, base)
    guard var imported = try load(url).context.object else {
      throw JSONLDError(.invalidRemoteContext, "<\(url)>: an imported context must be one map")
    }
    if imported.contains("@import") {
      throw JSONLDError(.invalidContextEntry, "<\(url)>: an imported context may not import")
    }
    for (key, value) in zip(context.keys, context.values) { imported[key] = value }
    imported["@import"] = nil
    return imported
  }

  private func setBase(_ value: JSONValue, _ result: ActiveContext) throws {
    switch value {
    case .null: result.base = nil
    case .string(let reference):
      if IRIReference.isAbsolute(reference) {
        result.base = reference
      } else if let base = result.base {
        result.base = IRIReference.resolve(reference, against: base)
      } else {
        throw JSONLDError(.invalidBaseIRI, "the relative @base \"\(reference)\" has nothing to stand against")
      }
    default: throw JSONLDError(.invalidBaseIRI, "@base must be a string or null")
    }
  }

  private func setVocabulary(_ value: JSONValue, _ result: ActiveContext) throws {
    if value.isNull {
      result.vocabulary = nil
      return
    }
    guard let reference = value.string else {
      throw JSONLDError(.invalidVocabMapping, "@vocab must be a string or null")
    }
    if is10, !IRIReference.isAbsolute(reference), !reference.hasPrefix("_:") {
      throw JSONLDError(.invalidVocabMapping, "@vocab must be an absolute IRI")
    }
    guard let iri = result.expandIRI(reference, documentRelative: true, vocab: true), !Keyword.isKeyword(iri),
      !Keyword.hasKeywordForm(iri)
    else {
      throw JSONLDError(.invalidVocabMapping, "@vocab must be an IRI, not \"\(reference)\"")
    }
    result.vocabulary = iri
  }

  func direction(_ value: JSONValue) throws -> Direction? {
    if value.isNull { return nil }
    guard let direction = value.string.flatMap({ Direction(rawValue: $0) }) else {
      throw JSONLDError(.invalidBaseDirection, "@direction must be \"ltr\", \"rtl\" or null")
    }
    return direction
  }
}
