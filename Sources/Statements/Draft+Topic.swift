import Entities
import Mentions
import Posts

extension Draft {
  /// The project that the post is about: named in its title, or far more often than any other.
  var mainProject: EntityID? {
    let titles = post.text.blocks.filter { $0.kind == .frontMatter(key: "title") }.map(\.range)
    var ranked: [(id: EntityID, count: Int, titled: Bool)] = []
    for id in entities.keys.sorted() where id.type == .project {
      guard let entity = entities[id] else { continue }
      let titled = entity.mentions.contains { mention in titles.contains { $0.overlaps(mention) } }
      ranked.append((id, entity.mentions.count, titled))
    }
    let best = ranked.max { ($0.titled ? 1 : 0, $0.count, $1.id) < ($1.titled ? 1 : 0, $1.count, $0.id) }
    guard let best else { return nil }
    let second = ranked.filter { $0.id != best.id }.map(\.count).max() ?? 0
    return best.titled && best.count >= 3 || best.count >= 5 && best.count >= 2 * second ? best.id : nil
  }

  /// The project whose news a section tells: the only one that its heading names, with a version.
  func project(ofHeading words: Range<Int>) -> EntityID? {
    guard words.contains(where: { annotated.tokens[$0].shape.contains(.digit) }) else { return nil }
    let named = Set(mentions(in: words, [.project]).compactMap { ofMention[$0] })
    return named.count == 1 ? named.first : nil
  }

  /// The software that a title names; in `Falco's Nest` it is the owner.
  func topics(ofTitle words: Range<Int>) -> [EntityID] {
    var found: [EntityID] = []
    var owner: Range<Int>?
    for mention in mentions(in: words, [.project, .product]) {
      let own = annotated.mentions[mention].tokens
      defer { owner = own }
      if let owner, own.lowerBound - owner.upperBound <= 1, annotated.mentions[mention].tokens.count == 1,
        annotated.text.string(annotated.range(owner).lowerBound..<annotated.range(own).lowerBound).isPossessive
      {
        continue
      }
      if let id = ofMention[mention], !found.contains(id) { found.append(id) }
    }
    return found
  }

  /// In a post about one project at one event, a talk that names no software is about the project: if it has no title of its own,
  /// is by the project's people, or its title is of what projects tell of themselves (`Meet the Maintainers`).
  mutating func topicOfTalks(_ topic: EntityID?, main: EntityID?) {
    guard let topic, let title = post.text.blocks.first(where: { $0.kind == .frontMatter(key: "title") })?.range,
      entities[topic]?.mentions.contains(where: { $0.overlaps(title) }) == true || names(topic, in: title),
      let main, entities[main]?.mentions.contains(where: { $0.overlaps(title) }) == true
    else { return }
    let projects = language.list("project-talk")
    for id in entities.keys.sorted() where id.type == .talk && !has(id, .about) {
      guard let talk = entities[id], let told = talk.mentions.first else { continue }
      let events = objects(of: id, .superEvent)
      if !events.isEmpty, !events.contains(.entity(main)) { continue }
      let isByItsPeople = objects(of: id, .performer).contains { object in
        guard case .entity(let person) = object else { return false }
        return objects(of: person, .contributesTo).contains(.entity(topic))
      }
      guard talk.isUnnamed || isByItsPeople || contains(projects, in: annotated.tokens(in: told)) != nil else {
        continue
      }
      state(.entity(id), .about, .entity(topic), bytes: told, rule: "topic-of-post", 0.75)
      state(.entity(id), .about, .entity(topic), bytes: title, rule: "topic-of-post", 0.75)
    }
  }

  /// The words of the title hold the project's name, if only inside an event's (`June Linkerd Community Meeting`).
  private func names(_ topic: EntityID, in title: Range<Int>) -> Bool {
    let words = annotated.tokens(in: title).map { annotated.tokens[$0].folded }
    return entities[topic]?.names.contains { words.contains(Folding.fold($0)) } == true
  }

  /// The same talk given again is about the same. Without a title it is the same if the same people gave it.
  mutating func shareTopics() {
    var told: [String: [Statement]] = [:]
    for statement in statements where statement.relation == .about {
      guard case .entity(let talk) = statement.subject, let key = sameTalk(talk) else { continue }
      told[key, default: []].append(statement)
    }
    for id in entities.keys.sorted() where id.type == .talk {
      for known in sameTalk(id).flatMap({ told[$0] }) ?? [] {
        state(
          .entity(id), .about, known.object, bytes: known.evidence[0], rule: "topic-of-same-talk",
          known.confidence * 0.95)
      }
    }
  }

  private func sameTalk(_ id: EntityID) -> String? {
    guard id.type == .talk, let talk = entities[id], let name = talk.names.first else { return nil }
    guard talk.isUnnamed else { return Folding.fold(name) }
    let people = objects(of: id, .performer).compactMap { object -> String? in
      if case .entity(let person) = object { person.slug } else { nil }
    }
    return ([Folding.fold(name)] + people.sorted()).joined(separator: "|")
  }

  /// A part of an event takes place where the whole does, unless the text says otherwise.
  mutating func inheritFromWhole() {
    for statement in statements where statement.relation == .superEvent {
      guard case .entity(let part) = statement.subject, part.type == .event, case .entity(let whole) = statement.object
      else { continue }
      guard !has(part, .location), entities[part]?.subtypes.contains(.meetup) != true,
        let told = statements.first(where: { $0.subject == .entity(whole) && $0.relation == .location })
      else { continue }
      state(.entity(part), .location, told.object, bytes: told.evidence[0], rule: "from-whole", told.confidence * 0.9)
    }
  }
}

extension String {
  fileprivate var isPossessive: Bool {
    let bare = split(separator: " ").last ?? ""
    return bare.hasSuffix("'s") || bare.hasSuffix("’s")
  }
}
