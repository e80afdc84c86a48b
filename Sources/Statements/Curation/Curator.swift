import Entities
public import Mentions
import Posts

/// Applies a curation to what was taken from the posts, entry after entry, each to what the former ones left.
public struct Curator {
  private let curation: Curation
  private let gazetteer: Gazetteer
  private var result: CurationResult
  private var directory: EntityDirectory
  /// The entry that is being applied, and what it did.
  private var effect = CurationEffect(line: 0, action: "", posts: 0, mentions: 0, facts: 0)
  private var changed: Set<Int> = []

  /// - Parameter gazetteer: the extractor's, with the curation's own names in it.
  public static func apply(_ curation: Curation, to extractions: [PostExtraction], gazetteer: Gazetteer)
    -> CurationResult
  {
    guard !curation.entries.isEmpty else { return CurationResult(extractions: extractions) }
    var curator = Curator(curation, extractions, gazetteer)
    for entry in curation.entries { curator.apply(entry) }
    return curator.finish()
  }

  private init(_ curation: Curation, _ extractions: [PostExtraction], _ gazetteer: Gazetteer) {
    self.curation = curation
    self.gazetteer = gazetteer
    result = CurationResult(extractions: extractions)
    directory = EntityDirectory(extractions)
  }

  private mutating func apply(_ entry: CurationEntry) {
    effect = CurationEffect(line: entry.line, action: entry.description, posts: 0, mentions: 0, facts: 0)
    changed = []
    let before = result.problems.count
    perform(entry)
    effect.posts = changed.count
    if !changed.isEmpty {
      result.effects.append(effect)
    } else if result.problems.count == before {
      warn("\(entry.description): nothing in the posts is meant by it")
    }
  }

  private mutating func perform(_ entry: CurationEntry) {
    switch entry.action {
    case .merge(let things, let target):
      guard let into = self.target(target, like: things, entry) else { return }
      for thing in things {
        guard let id = resolve(thing), id != into.id else { continue }
        move(id, to: into.id, name: into.name, entry)
      }
    case .rename(let thing, let name):
      guard let id = resolve(thing) else { return }
      let slug = Folding.slug(name)
      // The gazetteer's key stays: it is the same thing under another name.
      move(id, to: EntityID(id.type, slug), name: name, entry, keepsKey: true)
    case .split(let thing, let target):
      guard let id = resolve(thing), let into = self.target(target, like: [thing], entry), into.id != id else { return }
      move(id, to: into.id, entry)
    case .retype(let thing, let type):
      guard let id = resolve(thing) else { return }
      move(id, to: EntityID(type, id.slug), entry)
    case .ignore(let thing):
      guard let id = resolve(thing) else { return }
      edit(id, entry) { $0.remove(id) }
    case .ignoreFact(let fact): ignore(fact, entry)
    case .alias(let thing, let names, let type): alias(thing, names, type, entry)
    case .sameAs(let thing, let urls):
      guard let id = resolve(thing), directory.isNamed(id) else { return }
      for url in urls where !(result.sameAs[id]?.contains(url) ?? false) { result.sameAs[id, default: []].append(url) }
      changed = directory.posts[id] ?? []
    }
  }

  // MARK: Things

  private mutating func resolve(_ thing: EntityReference) -> EntityID? {
    switch thing {
    case .id(let id): return id
    case .name(let name):
      let found = directory.things(called: name)
      guard found.count > 1 else { return found.first }
      warn(
        "\"\(name)\" is the name of \(found.count) things: write "
          + found.map { EntityReference.id($0).description }.joined(separator: " or "))
      return nil
    }
  }

  /// What a merge or a split leads to: a thing that is named so, or a new one.
  private mutating func target(_ target: EntityReference, like things: [EntityReference], _ entry: CurationEntry)
    -> (id: EntityID, name: String?)?
  {
    switch target {
    case .id(let id): return (id, nil)
    case .name(let name):
      let types = Set(things.compactMap { thing -> EntityType? in resolve(thing)?.type })
      let found = directory.things(called: name).filter { types.contains($0.type) }
      if found.count == 1, let id = found.first {
        // Named so by those that it is to be split from: then a new thing is meant.
        if case .split = entry.action {} else { return (id, nil) }
      }
      guard types.count == 1, let type = types.first, found.count <= 1 else {
        if !types.isEmpty { warn("\"\(name)\" may be several things: write its type and slug (person/ada-example)") }
        return nil
      }
      return (EntityID(type, Folding.slug(name)), name)
    }
  }

  private func key(of id: EntityID) -> String? {
    GazetteerEntry.Kind(rawValue: id.type.rawValue).flatMap { gazetteer.entry($0, id.slug) }?.key
  }

  // MARK: Edits

  private mutating func move(
    _ old: EntityID, to new: EntityID, name: String? = nil, _ entry: CurationEntry, keepsKey: Bool = false
  ) {
    let target = key(of: new)
    edit(old, entry) { extraction in
      let own = extraction.entities.first { $0.id == old }?.gazetteerKey
      return extraction.move(old, to: new, key: keepsKey ? own ?? target : target, name: name)
    }
    guard old != new, !changed.isEmpty, !directory.isNamed(old) else { return }
    result.replaced[old] = new
    if let urls = result.sameAs.removeValue(forKey: old) { result.sameAs[new, default: []] += urls }
  }

  /// Changes the posts of the entry that name a thing.
  private mutating func edit(
    _ id: EntityID, _ entry: CurationEntry, _ change: (inout PostExtraction) -> PostExtraction.Change?
  ) {
    for post in (directory.posts[id] ?? []).sorted()
    where entry.isFor(result.extractions[post].post.sourceFile) {
      guard let done = change(&result.extractions[post]) else { continue }
      count(done, post)
      for entity in result.extractions[post].entities { directory.add(entity.id, names: entity.names, post: post) }
      if !result.extractions[post].entities.contains(where: { $0.id == id }) { directory.remove(id, post: post) }
    }
  }

  private mutating func count(_ change: PostExtraction.Change, _ post: Int) {
    changed.insert(post)
    effect.mentions += change.mentions
    effect.facts += change.facts
  }

  private mutating func ignore(_ fact: FactReference, _ entry: CurationEntry) {
    let subject = fact.subject.flatMap { resolve($0) }
    if fact.subject != nil, subject == nil { return }
    // An object may be a thing's name or a literal's text.
    let object = fact.object.map { EntityReference($0) }
    var objects: Set<EntityID> = []
    switch object {
    case .id(let id): objects = [id]
    case .name(let name): objects = Set(directory.things(called: name))
    case nil: break
    }
    for post in result.extractions.indices where entry.isFor(result.extractions[post].post.sourceFile) {
      let before = result.extractions[post].statements.count
      result.extractions[post].statements.removeAll { statement in
        if fact.isOfPost, statement.subject != .post { return false }
        if let subject, statement.subjectID != subject { return false }
        if let relation = fact.relation, statement.relation != relation { return false }
        guard let text = fact.object else { return true }
        if let id = statement.objectID { return objects.contains(id) }
        return statement.sortKey.last == text
      }
      let gone = before - result.extractions[post].statements.count
      if gone > 0 { count(.init(mentions: 0, facts: gone), post) }
    }
  }

  /// The gazetteer had the names before the posts were read, where it has a place for them; people, talks and what only posts
  /// know are joined here.
  private mutating func alias(_ thing: EntityReference, _ names: [String], _ type: EntityType?, _ entry: CurationEntry)
  {
    var id: EntityID?
    if let added = curation.gazetteerAlias(entry, gazetteer), let kind = EntityType(rawValue: added.kind.rawValue) {
      id = EntityID(kind, added.key)
    } else {
      id = resolve(thing)
    }
    guard let id else { return }
    for name in names {
      for other in directory.things(called: name) where other.type == id.type && other != id {
        move(other, to: id, entry)
      }
    }
    let wanted = Set(names.map { Folding.fold($0) })
    for post in (directory.posts[id] ?? []).sorted() where entry.isFor(result.extractions[post].post.sourceFile) {
      let text = result.extractions[post].post.text
      let mentions = result.extractions[post].entities.first { $0.id == id }?.mentions ?? []
      let meant = mentions.count { wanted.contains(Folding.fold(text.string($0))) }
      if meant > 0, !changed.contains(post) { count(.init(mentions: meant, facts: 0), post) }
    }
  }

  private mutating func warn(_ message: String) {
    result.problems.append(Problem(.curation, .warning, message, file: curation.file, line: effect.line))
  }

  private func finish() -> CurationResult {
    var result = result
    // A chain of merges leads to its end; what is named again is not replaced.
    for old in result.replaced.keys.sorted() {
      var seen: Set<EntityID> = [old]
      while let now = result.replaced[old], let next = result.replaced[now], seen.insert(now).inserted {
        result.replaced[old] = next
      }
    }
    result.replaced = result.replaced.filter { !directory.isNamed($0.key) && $0.key != $0.value }
    return result
  }
}
