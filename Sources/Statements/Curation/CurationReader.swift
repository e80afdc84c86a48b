import Entities
public import Posts

/// Reads the `curation:` of a `bloggraph.yaml`: `docs/curation.md` describes it.
public struct CurationReader {
  /// Top-level keys of the file that others read.
  private static let otherKeys: Set<String> = ["site"]
  private let file: String
  private let bytes: [UInt8]
  private var problems: [Problem] = []

  private init(_ bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
  }

  /// What the file says, without the entries that cannot be understood, each of which is an error with its line.
  ///
  /// - Parameter file: as messages shall name it.
  public static func read(_ bytes: [UInt8], file: String) -> (curation: Curation, problems: [Problem]) {
    var reader = CurationReader(bytes, file: file)
    let entries = reader.read()
    return (Curation(file: file, entries: entries), reader.problems)
  }

  private mutating func read() -> [CurationEntry] {
    let root: MarkedValue
    do { root = try MarkedValue.read(bytes, file: file) } catch {
      problems.append(error)
      return []
    }
    switch root.content {
    case .null: return []
    case .map(let keys):
      for key in keys where key.key != "curation" && !Self.otherKeys.contains(key.key) {
        problem(.warning, "the key \(key.key) means nothing here; known are curation and site", key.line)
      }
    default:
      problem(.error, "the file is no list of keys and values", root.line)
      return []
    }
    guard let list = root["curation"] else { return [] }
    switch list.content {
    case .null: return []
    case .list(let items): return items.compactMap { entry($0) }
    default:
      problem(.error, "curation is a list: each entry begins with a hyphen", list.line)
      return []
    }
  }

  mutating func problem(_ severity: Problem.Severity, _ message: String, _ line: Int) {
    let source = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    problems.append(
      Problem(
        .curation, severity, message, file: file, line: line,
        sourceLine: source.indices.contains(line - 1) ? String(source[line - 1].prefix(160)) : nil))
  }
}

extension CurationReader {
  private enum Kind: String, CaseIterable { case merge, split, rename, retype, ignore, alias, aliases, sameAs }

  private static let companions: [Kind: Set<String>] = [
    .merge: ["into"], .split: ["into"], .rename: ["to"], .retype: ["to"], .ignore: [], .alias: ["names", "type"],
    .aliases: ["names", "type"], .sameAs: ["urls"],
  ]

  private mutating func entry(_ item: MarkedValue) -> CurationEntry? {
    guard case .map(let keys) = item.content, let first = keys.first else {
      problem(.error, "an entry names what to do first (merge, split, rename …)", item.line)
      return nil
    }
    guard let kind = Kind(rawValue: first.key) else {
      let known = Kind.allCases.map(\.rawValue).joined(separator: ", ")
      problem(.error, "nobody knows how to \(first.key); an entry begins with one of \(known)", first.line)
      return nil
    }
    let allowed = Self.companions[kind, default: []].union(["posts", "note"])
    for key in keys.dropFirst() where !allowed.contains(key.key) {
      problem(.error, "\(kind.rawValue) takes no \(key.key)", key.line)
      return nil
    }
    let before = problems.count
    guard let action = action(kind, first.value, item, first.line), problems.count == before else {
      // Every way of not understanding says which.
      if problems.count == before { problem(.error, "\(kind.rawValue) lacks what it is about", first.line) }
      return nil
    }
    return CurationEntry(action, posts: item["posts"].map(texts) ?? [], line: first.line)
  }

  private mutating func action(_ kind: Kind, _ value: MarkedValue, _ item: MarkedValue, _ line: Int)
    -> CurationEntry.Action?
  {
    if kind == .ignore, case .map = value.content { return fact(value).map { .ignoreFact($0) } }
    let things = texts(value).map { EntityReference($0) }
    guard let thing = things.first else { return nil }
    if kind != .merge, things.count > 1 {
      problem(.error, "\(kind.rawValue) is about one thing", line)
      return nil
    }
    switch kind {
    case .merge: return need("into", of: item, kind, line).map { .merge(things, into: EntityReference($0)) }
    case .rename: return need("to", of: item, kind, line).map { .rename(thing, to: $0) }
    case .split:
      if texts(item["posts"]).isEmpty { problem(.error, "split lacks the posts in which it is another thing", line) }
      return need("into", of: item, kind, line).map { .split(thing, into: EntityReference($0)) }
    case .retype:
      return need("to", of: item, kind, line).flatMap { type($0, item["to"]?.line ?? line) }
        .map { .retype(thing, to: $0) }
    case .ignore: return .ignore(thing)
    case .alias, .aliases:
      let names = texts(item["names"])
      if names.isEmpty { problem(.error, "\(kind.rawValue) lacks names", line) }
      let named = item["type"]?.text.flatMap { type($0, item["type"]?.line ?? line) }
      return .alias(thing, names: names, type: named)
    case .sameAs:
      let urls = texts(item["urls"])
      if urls.isEmpty { problem(.error, "sameAs lacks urls", line) }
      for url in urls where !(url.hasPrefix("http://") || url.hasPrefix("https://")) || url.contains(" ") {
        problem(.error, "\(url) is no absolute web address", item["urls"]?.line ?? line)
      }
      return .sameAs(thing, urls)
    }
  }

  private mutating func fact(_ value: MarkedValue) -> FactReference? {
    guard case .map(let keys) = value.content else { return nil }
    var fact = FactReference()
    for key in keys {
      guard let text = key.value.text else {
        problem(.error, "\(key.key) has no value", key.line)
        return nil
      }
      switch key.key {
      case "subject":
        fact.isOfPost = text == "post"
        fact.subject = fact.isOfPost ? nil : EntityReference(text)
      case "relation":
        fact.relation = Relation(rawValue: text)
        if fact.relation == nil {
          let known = Relation.allCases.map(\.rawValue).joined(separator: ", ")
          problem(.error, "there is no relation \(text); known are \(known)", key.line)
        }
      case "object": fact.object = text
      default: problem(.error, "a fact has subject, relation and object, and no \(key.key)", key.line)
      }
    }
    if keys.isEmpty { problem(.error, "a fact needs subject, relation or object", value.line) }
    return fact
  }

  private mutating func need(_ key: String, of item: MarkedValue, _ kind: Kind, _ line: Int) -> String? {
    if let text = item[key]?.text { return text }
    problem(.error, "\(kind.rawValue) lacks \(key)", line)
    return nil
  }

  private mutating func type(_ text: String, _ line: Int) -> EntityType? {
    if let type = EntityType(rawValue: text) { return type }
    let known = EntityType.allCases.map(\.rawValue).joined(separator: ", ")
    problem(.error, "there is no type \(text); known are \(known)", line)
    return nil
  }

  /// A scalar, or a list's scalars.
  private func texts(_ value: MarkedValue?) -> [String] {
    guard let value else { return [] }
    if case .list(let items) = value.content { return items.compactMap(\.text) }
    return value.text.map { [$0] } ?? []
  }
}

extension Problem.Code {
  /// A `bloggraph.yaml` that cannot be used as it is, or an entry of it that does nothing.
  public static let curation = Problem.Code(rawValue: "curation")
}
