extension JSONLDWriter {
  /// A context that changes names and nothing else: prefixes and a vocabulary. Values keep their types beside them.
  public struct Context: Sendable {
    public private(set) var prefixes: [(name: String, namespace: String)]
    public private(set) var vocabulary: String?

    /// - Throws: `JSONLDError` for a prefix that is empty, a keyword or holds `:` or `/`, and for a namespace that is
    ///   no absolute IRI.
    public init(prefixes: [(name: String, namespace: String)] = [], vocabulary: String? = nil) throws {
      for (name, namespace) in prefixes {
        guard !name.isEmpty, !name.hasPrefix("@"), !name.contains(":"), !name.contains("/"), name != "_" else {
          throw JSONLDError(.invalidTermDefinition, "\"\(name)\" cannot be a prefix")
        }
        guard RDFDeserializer.iri(namespace) != nil else {
          throw JSONLDError(.invalidIRIMapping, "prefix \"\(name)\": <\(namespace)> is no absolute IRI")
        }
      }
      if let vocabulary, RDFDeserializer.iri(vocabulary) == nil {
        throw JSONLDError(.invalidVocabMapping, "<\(vocabulary)> is no absolute IRI")
      }
      var byName: [String: String] = [:]
      for (name, namespace) in prefixes { byName[name] = namespace }
      self.prefixes = byName.map { ($0.key, $0.value) }
        .sorted { $0.name.precedes($1.name) }
      self.vocabulary = vocabulary
    }

    /// The prefixes and the vocabulary of a context document; what it says of other terms is left out.
    public init(of document: JSONValue) throws {
      guard let entries = (document["@context"] ?? document).object else {
        throw JSONLDError(.invalidLocalContext, "a context of prefixes is one map")
      }
      var prefixes: [(name: String, namespace: String)] = []
      for (name, value) in zip(entries.keys, entries.values) where !name.hasPrefix("@") {
        let namespace = value.string ?? (value["@prefix"] == true ? value["@id"]?.string : nil)
        guard let namespace, Self.endsAsPrefix(namespace) || value["@prefix"] == true,
          RDFDeserializer.iri(namespace) != nil
        else { continue }
        prefixes.append((name, namespace))
      }
      try self.init(prefixes: prefixes, vocabulary: entries["@vocab"]?.string)
    }

    /// Whether a simple term may be a prefix: the IRI ends with one of gen-delims.
    private static func endsAsPrefix(_ namespace: String) -> Bool {
      namespace.last.map { ":/?#[]@".contains($0) } ?? false
    }

    var json: JSONValue {
      var entries = JSONObject()
      if let vocabulary { entries["@vocab"] = .string(vocabulary) }
      for (name, namespace) in prefixes {
        entries[name] =
          Self.endsAsPrefix(namespace)
          ? .string(namespace) : ["@id": .string(namespace), "@prefix": true]
      }
      return .object(entries)
    }

    /// The shortest name that expands to the IRI relative to the vocabulary.
    func name(of iri: String) -> String {
      if let vocabulary, let local = iri.dropping(prefix: vocabulary) {
        if !local.isEmpty, !local.contains(":"), !local.hasPrefix("@"),
          !prefixes.contains(where: { $0.name == local })
        {
          return local
        }
      }
      var best: String?
      for (name, namespace) in prefixes {
        guard let suffix = iri.dropping(prefix: namespace), !suffix.utf8.starts(with: "//".utf8) else { continue }
        let candidate = name + ":" + suffix
        if best.map({ candidate.utf8.count < $0.utf8.count }) ?? true { best = candidate }
      }
      return best ?? iri
    }

    /// Whether a processor would take the IRI for a compact one.
    func misreads(_ iri: String) -> Bool {
      guard let parts = CompactIRI(iri), !parts.isAbsolute else { return false }
      return prefixes.contains { $0.name == parts.prefix }
    }
  }
}
