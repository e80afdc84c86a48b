import Entities
import KnowledgeGraph
import Statements

/// What was found in a post, as bytes and without the places where it was found: those concern nothing but the post's own
/// graph. **What is added to `Entity` or `Statement` must be added here too**: `PackedExtractionTests` counts their parts.
enum PackedExtraction {
  static func write(_ entities: [Entity], _ statements: [Statement], to out: inout PackedWriter) {
    out.add(entities.count)
    for entity in entities {
      out.add(entity.id)
      out.add(entity.subtypes.map(\.rawValue))
      out.add(entity.names)
      out.add(entity.isUnnamed ? 1 : 0)
      out.add(entity.gazetteerKey)
      out.add(entity.rule)
      out.add(wide: entity.confidence.bitPattern)
      out.add(entity.urls)
    }
    out.add(statements.count)
    for statement in statements {
      switch statement.subject {
      case .post: out.add(0)
      case .entity(let id):
        out.add(1)
        out.add(id)
      }
      out.add(statement.relation.rawValue)
      write(statement.object, to: &out)
      out.add(statement.rule)
      out.add(wide: statement.confidence.bitPattern)
    }
  }

  private static func write(_ object: StatementObject, to out: inout PackedWriter) {
    switch object {
    case .entity(let id):
      out.add(0)
      out.add(id)
    case .text(let text):
      out.add(1)
      out.add(text)
    case .date(let date):
      out.add(2)
      out.add(date)
    case .document(let url, let kind):
      out.add(3)
      out.add(url)
      out.add(kind.rawValue)
    case .maturity(let level, let since):
      out.add(4)
      out.add(level.rawValue)
      out.add(since)
    case .version(let version, let date):
      out.add(5)
      out.add(version)
      out.add(date)
    }
  }

  /// `nil` for bytes that no `write` made.
  static func read(from input: inout PackedReader) -> (entities: [Entity], statements: [Statement])? {
    var entities: [Entity] = []
    for _ in 0..<input.count() {
      let (id, subtypes, names) = (input.entity(), input.texts().compactMap(EntitySubtype.init), input.texts())
      let (isUnnamed, key, rule) = (input.number() == 1, input.optionalText(), input.text())
      entities.append(
        Entity(
          id: id, subtypes: subtypes, names: names, isUnnamed: isUnnamed, gazetteerKey: key, mentions: [], rule: rule,
          confidence: Double(bitPattern: input.wide()), urls: input.texts()))
    }
    var statements: [Statement] = []
    for _ in 0..<input.count() {
      let subject: StatementSubject = input.number() == 0 ? .post : .entity(input.entity())
      guard let relation = Relation(rawValue: input.text()), let object = object(from: &input) else { return nil }
      statements.append(
        Statement(
          subject, relation, object, evidence: [], rule: input.text(), confidence: Double(bitPattern: input.wide())))
    }
    return (entities, statements)
  }

  private static func object(from input: inout PackedReader) -> StatementObject? {
    switch input.number() {
    case 0: .entity(input.entity())
    case 1: .text(input.text())
    case 2: .date(input.text())
    case 3:
      { url, kind in kind.map { .document(url: url, kind: $0) } }(input.text(), DocumentKind(rawValue: input.text()))
    case 4:
      { level, since in level.map { .maturity($0, since: since) } }(
        Maturity(rawValue: input.text()), input.optionalText())
    case 5: .version(input.text(), date: input.optionalText())
    default: nil
    }
  }
}
