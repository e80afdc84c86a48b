import Entities
import Mentions

extension Curation {
  /// The names that the gazetteer must know before the posts are read.
  func gazetteerAliases(_ gazetteer: Gazetteer) -> [GazetteerAlias] {
    entries.compactMap { gazetteerAlias($0, gazetteer) }
  }

  /// What an alias adds to the gazetteer; nil for people, talks, and what neither the gazetteer nor the entry tells the type of.
  func gazetteerAlias(_ entry: CurationEntry, _ gazetteer: Gazetteer) -> GazetteerAlias? {
    guard case .alias(let thing, let names, let type) = entry.action else { return nil }
    switch thing {
    case .id(let id):
      return GazetteerEntry.Kind(rawValue: id.type.rawValue).map {
        GazetteerAlias(kind: $0, key: id.slug, names: names)
      }
    case .name(let name):
      let kind = type.flatMap { GazetteerEntry.Kind(rawValue: $0.rawValue) }
      if type != nil, kind == nil { return nil }
      let known = gazetteer.entries(called: name).filter { kind == nil || $0.kind == kind }
      if let entry = known.first, known.count == 1 {
        return GazetteerAlias(kind: entry.kind, key: entry.key, names: names)
      }
      guard known.isEmpty, let kind else { return nil }
      return GazetteerAlias(kind: kind, key: Folding.slug(name), names: [name] + names)
    }
  }
}

extension CurationEntry: CustomStringConvertible {
  /// As the summary tells it.
  public var description: String {
    switch action {
    case .merge(let things, let into): "merge \(Self.list(things)) into \(into)"
    case .rename(let thing, let name): "rename \(thing) to \(name)"
    case .split(let thing, let into): "split \(into) from \(thing)"
    case .retype(let thing, let type): "retype \(thing) to \(type.rawValue)"
    case .ignore(let thing): "ignore \(thing)"
    case .ignoreFact(let fact): "ignore \(fact)"
    case .alias(let thing, let names, _): "alias \(thing): \(names.joined(separator: ", "))"
    case .sameAs(let thing, let urls): "sameAs \(thing): \(urls.joined(separator: ", "))"
    }
  }

  private static func list(_ things: [EntityReference]) -> String {
    things.map(\.description).joined(separator: ", ")
  }
}

extension FactReference: CustomStringConvertible {
  public var description: String {
    let subject = isOfPost ? "post" : subject?.description ?? "*"
    return "\(subject) \(relation?.rawValue ?? "*") \(object ?? "*")"
  }
}
