import Entities
import Mentions
import Posts

/// What is known of a post while it is being read: entities and statements as they come, doubles folded together.
struct Draft {
  let post: Post
  var annotated: AnnotatedText
  let gazetteer: Gazetteer
  let language: LanguageData
  let anchor: CalendarDate?
  private(set) var entities: [EntityID: Entity] = [:]
  private(set) var statements: [Statement] = []
  private var index: [Key: Int] = [:]
  private var bySubject: [StatementSubject: [Int]] = [:]
  /// Software of which the post says that somebody in it made it.
  private(set) var made: Set<EntityID> = []
  /// Folded name → mentions whose kind nobody knows.
  private(set) var unknownNames: [String: [Int]] = [:]
  /// A fact that a post repeats shows this many of its places at most.
  private static let mostEvidence = 20
  /// When events are, as the text tells it.
  var toldDates: [EntityID: [ToldDate]] = [:]
  /// The years that events' names tell.
  var eventYears: [EntityID: Int] = [:]
  /// The entity of each mention.
  var ofMention: [EntityID?] = []

  private struct Key: Hashable {
    var subject: StatementSubject
    var relation: Relation
    var object: StatementObject
  }

  init(post: Post, annotated: AnnotatedText, gazetteer: Gazetteer, language: LanguageData, anchor: CalendarDate?) {
    self.post = post
    self.annotated = annotated
    self.gazetteer = gazetteer
    self.language = language
    self.anchor = anchor
    for (index, mention) in annotated.mentions.enumerated() where mention.kind == .name {
      unknownNames[Folding.fold(mention.name), default: []].append(index)
    }
  }

  mutating func insert(_ entity: Entity) {
    if var known = entities[entity.id] {
      for name in entity.names where !known.names.contains(name) { known.names.append(name) }
      for mention in entity.mentions { known.mentions.insertInOrder(mention) }
      for subtype in entity.subtypes where !known.subtypes.contains(subtype) { known.subtypes.append(subtype) }
      entities[entity.id] = known
    } else {
      entities[entity.id] = entity
      entities[entity.id]?.mentions.sort { $0.lowerBound < $1.lowerBound }
    }
  }

  func isAt(_ talk: EntityID, _ event: EntityID?) -> Bool {
    (bySubject[.entity(talk)] ?? []).contains { index in
      statements[index].relation == .superEvent && event.map { statements[index].object == .entity($0) } ?? true
    }
  }

  /// Takes an entity and what was stated of it back.
  mutating func remove(_ id: EntityID) {
    entities[id] = nil
    statements.removeAll { $0.subject == .entity(id) || $0.object == .entity(id) }
    index = [:]
    bySubject = [:]
    for (position, statement) in statements.enumerated() {
      bySubject[statement.subject, default: []].append(position)
      index[Key(subject: statement.subject, relation: statement.relation, object: statement.object)] = position
    }
  }

  /// Two names turned out to be one thing's: what was said of the one is said of the other.
  mutating func unite(_ id: EntityID, into other: EntityID) {
    guard let gone = entities.removeValue(forKey: id), var kept = entities[other] else { return }
    for mention in gone.mentions { kept.mentions.insertInOrder(mention) }
    for name in gone.names where !kept.names.contains(name) { kept.names.append(name) }
    kept.names = kept.names.enumerated().sorted { ($0.element.count, -$0.offset) > ($1.element.count, -$1.offset) }.map(
      \.element)
    entities[other] = kept
    for mention in ofMention.indices where ofMention[mention] == id { ofMention[mention] = other }
    let said = statements
    statements = []
    index = [:]
    bySubject = [:]
    for var statement in said {
      if statement.subject == .entity(id) { statement.subject = .entity(other) }
      if statement.object == .entity(id) { statement.object = .entity(other) }
      for (number, bytes) in statement.evidence.enumerated() {
        state(
          statement.subject, statement.relation, statement.object, bytes: bytes, rule: statement.rule,
          number == 0 ? statement.confidence : 0)
      }
    }
  }

  /// The mention turned out to name another thing.
  mutating func withdraw(_ id: EntityID, _ range: Range<Int>) {
    entities[id]?.mentions.removeAll { $0 == range }
  }

  mutating func state(
    _ subject: StatementSubject, _ relation: Relation, _ object: StatementObject, tokens: Range<Int>, rule: String,
    _ confidence: Double
  ) {
    // A clause begins with its first word, not with the comma before it.
    let first = tokens.first { ![",", ";", ":", ".", ")", "]"].contains(annotated.tokens[$0].folded) }
    let words = (first ?? tokens.lowerBound)..<tokens.upperBound
    state(subject, relation, object, bytes: annotated.range(words), rule: rule, confidence)
  }

  mutating func state(
    _ subject: StatementSubject, _ relation: Relation, _ object: StatementObject, bytes: Range<Int>, rule: String,
    _ confidence: Double
  ) {
    guard !bytes.isEmpty else { return }
    if case .entity(let a) = subject, case .entity(let b) = object, a == b { return }
    if relation == .produces, case .entity(let software) = object { made.insert(software) }
    let key = Key(subject: subject, relation: relation, object: object)
    if let known = index[key] {
      if statements[known].evidence.count < Self.mostEvidence,
        !statements[known].evidence.contains(where: { $0.overlaps(bytes) })
      {
        statements[known].evidence.append(bytes)
        statements[known].evidence.sort { $0.lowerBound < $1.lowerBound }
      }
      if confidence > statements[known].confidence {
        statements[known].confidence = confidence
        statements[known].rule = rule
      }
      return
    }
    index[key] = statements.count
    bySubject[subject, default: []].append(statements.count)
    statements.append(
      Statement(subject, relation, object, evidence: [bytes], rule: rule, confidence: confidence))
  }

  func has(_ subject: EntityID, _ relation: Relation) -> Bool {
    (bySubject[.entity(subject)] ?? []).contains { statements[$0].relation == relation }
  }

  /// What was stated of a subject so far, in the order of stating.
  func objects(of subject: EntityID, _ relation: Relation) -> [StatementObject] {
    (bySubject[.entity(subject)] ?? []).filter { statements[$0].relation == relation }.map { statements[$0].object }
  }

  /// Words of the sentence of a token, as token range.
  func sentence(_ token: Int) -> Range<Int> { annotated.sentences[annotated.tokens[token].sentence] }

  func mentions(in tokens: Range<Int>, _ kinds: Set<Mention.Kind>) -> [Int] {
    var found: [Int] = []
    var token = tokens.lowerBound
    while token < tokens.upperBound {
      if let mention = annotated.mention(covering: token) {
        let range = annotated.mentions[mention].tokens
        if range.lowerBound >= tokens.lowerBound, kinds.contains(annotated.mentions[mention].kind) {
          found.append(mention)
        }
        token = max(range.upperBound, token + 1)
      } else {
        token += 1
      }
    }
    return found
  }

  func contains(_ list: WordList, in tokens: Range<Int>) -> Int? {
    tokens.first { list.match(annotated.tokens, $0) > 0 }
  }
}

extension Array where Element == Range<Int> {
  /// Keeps ascending starts, without doubles.
  fileprivate mutating func insertInOrder(_ range: Range<Int>) {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].lowerBound < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    var at = low
    while at < count, self[at].lowerBound == range.lowerBound {
      if self[at] == range { return }
      at += 1
    }
    insert(range, at: low)
  }
}
