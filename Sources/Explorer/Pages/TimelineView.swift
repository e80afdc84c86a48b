import Foundation
import KnowledgeGraph
import RDFModel

/// Events, releases and milestones that have a date, newest first.
struct TimelineView {
  let scope: PageScope

  struct Entry: Sendable {
    var date: String
    var name: String
    var iri: String
    var content: Content
    enum Content: Sendable {
      case event
      case step(of: String, text: String, isRelease: Bool)
    }
  }

  func entries() -> [Entry] {
    scope.listings.list("timeline \(scope.language)") { TimelineView(scope: scope.apart).makeEntries() }
  }

  /// What a page lists.
  func fingerprint(_ number: Int) -> UInt64 {
    let entries = entries()
    var print = Fingerprint()
    print.combine(entries.count)
    for entry in entries[PageNumbers.range(number, of: entries.count)] {
      for text in [entry.date, entry.name, entry.iri, "\(entry.content)"] { print.combine(text) }
    }
    return print.value
  }

  private func makeEntries() -> [Entry] {
    let catalogue = scope.catalogue
    var entries: [Entry] = []
    for event in catalogue.things(of: .event) {
      guard let date = catalogue.date(event.iri) else { continue }
      entries.append(Entry(date: date, name: scope.plainName(event.iri), iri: event.iri, content: .event))
    }
    for (iri, thing) in catalogue.things {
      let isRelease = thing.classes.contains(BG.release.string)
      guard isRelease || thing.classes.contains(BG.milestone.string), let date = catalogue.date(iri),
        let owner = catalogue.target(iri, Schema.about)
      else { continue }
      let claims = catalogue.claims(from: iri)
      let value =
        isRelease
        ? claims.first { $0.predicate == Schema.softwareVersion }?.object.literal?.lexicalForm
        : claims.first { $0.predicate == BG.maturity }?.target?.split(separator: "#").last.map {
          scope.texts("level." + $0)
        }
      let text = scope.texts(isRelease ? "timeline.release" : "timeline.milestone")
        .replacingOccurrences(of: isRelease ? "{version}" : "{level}", with: value ?? "")
      entries.append(
        Entry(
          date: date, name: scope.plainName(owner), iri: iri,
          content: .step(of: owner, text: text, isRelease: isRelease)))
    }
    return entries.sorted { ($1.date, $0.name, $0.iri) < ($0.date, $1.name, $1.iri) }
  }

  func context(_ number: Int) -> [String: Any] {
    scope.catalogue.lists()
    let entries = entries()
    var years: [[String: Any]] = []
    var year = ""
    var items: [[String: Any]] = []
    func close() {
      if !items.isEmpty { years.append(["year": year, "entries": items]) }
      items = []
    }
    for entry in entries[PageNumbers.range(number, of: entries.count)] {
      if entry.date.prefix(4) != year { close() }
      year = String(entry.date.prefix(4))
      items.append(row(entry))
    }
    close()
    return PageNumbers.context(number, items: entries.count, scope: scope) { .timeline($0) }.merging([
      "heading1": scope.texts("timeline.title"), "intro": scope.texts("timeline.lead"), "years": years,
      "empty": entries.isEmpty ? scope.texts("timeline.empty") : "",
    ]) { $1 }
  }

  func row(_ entry: Entry) -> [String: Any] {
    var about = ""
    var entryClass = "event"
    var link = scope.link(entry.iri).markup
    var place = scope.places(entry.iri).map { scope.link($0).markup } ?? Markup()
    if case .step(let owner, let text, let isRelease) = entry.content {
      link = scope.link(owner).markup
      about = text
      place = Markup()
      entryClass = isRelease ? "release" : "milestone"
    }
    return [
      "date": scope.texts.date(entry.date), "datetime": String(entry.date.prefix(10)), "entryLink": link,
      "entryText": about, "entryPlace": place, "entryClass": entryClass,
    ]
  }
}
