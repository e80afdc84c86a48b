import Foundation
import KnowledgeGraph
import RDFModel

/// All things of a kind: by name, or by date where the kind has one.
struct ListView {
  let scope: PageScope
  let kind: ThingKind

  struct Row: Sendable {
    var iri: String
    var heading: String
    var order: String
  }

  static func isDated(_ kind: ThingKind) -> Bool { [.event, .talk, .post].contains(kind) }

  /// In the list's order.
  func rows() -> [Row] {
    scope.listings.list("\(kind) \(scope.language)") { ListView(scope: scope.apart, kind: kind).makeRows() }
  }

  /// Which things a page lists, and how often each is named.
  func fingerprint(_ number: Int) -> UInt64 {
    let rows = rows()
    var print = Fingerprint()
    print.combine(rows.count)
    for row in rows[PageNumbers.range(number, of: rows.count)] {
      print.combine(row.iri)
      print.combine(row.heading)
      print.combine(scope.catalogue[row.iri]?.mentionCount ?? 0)
    }
    return print.value
  }

  private func makeRows() -> [Row] {
    let things = scope.catalogue.things(of: kind)
    if Self.isDated(kind) {
      let rows = things.map { thing in
        let date = kind == .post ? thing.text(Schema.datePublished) ?? "" : scope.sortingDate(thing.iri)
        let heading = date.isEmpty ? scope.texts("list.undated") : String(date.prefix(4))
        return (date: date, row: Row(iri: thing.iri, heading: heading, order: fold(scope.plainName(thing.iri))))
      }
      return rows.sorted { ($1.date, $0.row.order, $0.row.iri) < ($0.date, $1.row.order, $1.row.iri) }.map(\.row)
    }
    return things.map { thing in
      let order = fold(scope.plainName(thing.iri))
      let first = order.first.map { $0.isLetter ? $0.uppercased() : "#" } ?? "#"
      return Row(iri: thing.iri, heading: first, order: order)
    }.sorted { ($0.order, $0.iri) < ($1.order, $1.iri) }
  }

  func context(_ number: Int, limits: PageLimits) -> [String: Any] {
    scope.catalogue.lists()
    let rows = rows()
    var groups: [[String: Any]] = []
    var heading: String?
    var items: [[String: Any]] = []
    func close() {
      if let heading { groups.append(["heading": heading, "items": items]) }
      items = []
    }
    let summary = Summary(scope: scope)
    for row in rows[PageNumbers.range(number, of: rows.count)] {
      if row.heading != heading { close() }
      heading = row.heading
      guard let thing = scope.catalogue[row.iri] else { continue }
      let isPost = kind == .post
      items.append([
        "link": scope.link(row.iri).markup,
        "about": limits.facts > 3 ? Markup.joined(summary.parts(thing), separator: " · ") : Markup(),
        "count": isPost ? "" : scope.texts.number(thing.mentionCount),
        "countText": scope.texts.count("named.count", thing.mentionCount),
      ])
    }
    close()
    let pages = PageNumbers.context(number, items: rows.count, scope: scope) { .list(kind, $0) }
    return pages.merging([
      "heading1": scope.texts("kinds." + kind.rawValue), "kind": kind.rawValue,
      "total": scope.texts.count("list.count", rows.count), "groups": groups,
    ]) { $1 }
  }

  private func fold(_ text: String) -> String {
    let folded = text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
    return String(folded.drop { !$0.isLetter && !$0.isNumber })
  }
}
