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
  }

  mutating func insert(_ entity: Entity) {
    if var known = entities[entity.id] {
      for name in entity.names where !known.names.contains(name) { known.names.append(name) }
      known.mentions = (known.mentions + entity.mentions.filter { !known.mentions.contains($0) }).sorted {
        $0.lowerBound < $1.lowerBound
      }
      for subtype in entity.subtypes where !known.subtypes.contains(subtype) { known.subtypes.append(subtype) }
      entities[entity.id] = known
    } else {
      entities[entity.id] = entity
      entities[entity.id]?.mentions.sort { $0.lowerBound < $1.lowerBound }
    }
  }

  func isAt(_ talk: EntityID, _ event: EntityID?) -> Bool {
    statements.contains { statement in
      statement.subject == .entity(talk) && statement.relation == .superEvent
        && event.map { statement.object == .entity($0) } ?? true
    }
  }

  /// Takes an entity and what was stated of it back.
  mutating func remove(_ id: EntityID) {
    entities[id] = nil
    statements.removeAll { $0.subject == .entity(id) || $0.object == .entity(id) }
    index = [:]
    for (position, statement) in statements.enumerated() {
      index[Key(subject: statement.subject, relation: statement.relation, object: statement.object)] = position
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
    state(subject, relation, object, bytes: annotated.range(tokens), rule: rule, confidence)
  }

  mutating func state(
    _ subject: StatementSubject, _ relation: Relation, _ object: StatementObject, bytes: Range<Int>, rule: String,
    _ confidence: Double
  ) {
    guard !bytes.isEmpty else { return }
    if case .entity(let a) = subject, case .entity(let b) = object, a == b { return }
    let key = Key(subject: subject, relation: relation, object: object)
    if let known = index[key] {
      if !statements[known].evidence.contains(where: { $0.overlaps(bytes) }) {
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
    statements.append(
      Statement(subject, relation, object, evidence: [bytes], rule: rule, confidence: confidence))
  }

  func has(_ subject: EntityID, _ relation: Relation) -> Bool {
    statements.contains { $0.subject == .entity(subject) && $0.relation == relation }
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
