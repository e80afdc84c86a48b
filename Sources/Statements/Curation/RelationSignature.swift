import Entities

extension Relation {
  /// Whether the data contract lets the relation hold between things of these types; nil stands for the post as subject, and
  /// for a literal as object.
  func fits(_ subject: EntityType?, _ object: EntityType?) -> Bool {
    let software: [EntityType?] = [.project, .product]
    switch self {
    case .worksFor: return subject == .person && object == .organization
    case .jobTitle: return subject == .person && object == nil
    case .memberOf: return [.person, .organization].contains(subject) && object == .organization
    case .contributesTo: return subject == .person && object == .project
    case .performer: return subject == .talk && object == .person
    case .superEvent: return [.talk, .event].contains(subject) && object == .event
    case .about: return subject == .talk && software.contains(object)
    case .url: return [.talk, .event].contains(subject) && object == nil
    case .location: return subject == .event && object == .place
    case .startDate, .endDate: return subject == .event && object == nil
    case .organizer: return subject == .event && [.organization, .person].contains(object)
    case .host, .sponsor: return subject == .event && [.organization, .person].contains(object)
    case .uses: return ([.organization] + software).contains(subject) && software.contains(object)
    case .produces: return subject == .organization && software.contains(object)
    case .maturity: return subject == .project && object == nil
    case .release: return software.contains(subject) && object == nil
    case .author: return subject == nil && [.person, .organization].contains(object)
    }
  }
}

extension Statement {
  var subjectID: EntityID? { if case .entity(let id) = subject { id } else { nil } }
  var objectID: EntityID? { if case .entity(let id) = object { id } else { nil } }

  func concerns(_ id: EntityID) -> Bool { subjectID == id || objectID == id }

  /// The same, said of another thing; nil when nothing can be said so.
  func moved(_ old: EntityID, to new: EntityID) -> Statement? {
    guard concerns(old) else { return self }
    var moved = self
    if subjectID == old { moved.subject = .entity(new) }
    if objectID == old { moved.object = .entity(new) }
    if let a = moved.subjectID, a == moved.objectID { return nil }
    guard old.type == new.type || relation.fits(moved.subjectID?.type, moved.objectID?.type) else { return nil }
    return moved
  }
}

/// What makes two statements say the same.
private struct StatementKey: Hashable {
  let subject: StatementSubject
  let relation: Relation
  let object: StatementObject
}

extension [Statement] {
  /// In the contract's order, what says the same once, with the evidence of all and the surest rule.
  func folded() -> [Statement] {
    var index: [StatementKey: Int] = [:]
    var out: [Statement] = []
    for statement in self {
      let key = StatementKey(subject: statement.subject, relation: statement.relation, object: statement.object)
      guard let known = index[key] else {
        index[key] = out.count
        out.append(statement)
        continue
      }
      for range in statement.evidence where !out[known].evidence.contains(range) {
        out[known].evidence.append(range)
      }
      out[known].evidence.sort { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
      if statement.confidence > out[known].confidence {
        out[known].confidence = statement.confidence
        out[known].rule = statement.rule
      }
    }
    return out.sorted { $0.sortKey.lexicographicallyPrecedes($1.sortKey) }
  }
}
