import Foundation
import KnowledgeGraph
import RDFModel

/// The page of a post: what it says, by whom it speaks of, and what it names.
struct PostView {
  let scope: PageScope
  let limits: PageLimits
  let findings: FindingIndex

  func context(_ iri: String) -> [String: Any] {
    guard let post = scope.catalogue[iri] else { return [:] }
    let label = post.name(post.text(Schema.inLanguage) ?? scope.language)
    let groups = subjects(iri)
    let names = named(iri)
    let file = post.text(BG.sourceFile)
    let own = file.map { scope.catalogue.findings(findings, in: $0) } ?? []
    return [
      "kind": ThingKind.post.rawValue, "kindName": scope.texts("kind.post"), "name": label.text,
      "nameLanguage": post.text(Schema.inLanguage) ?? scope.language, "lead": lead(post),
      "description": post.text(Schema.description) ?? "",
      "published": iri.hasPrefix("http") ? iri : "", "readText": scope.texts("post.read"),
      "hasTranslations": !translations(post).isEmpty, "translations": translations(post),
      "translationTitle": scope.texts("post.translation"),
      "saysTitle": scope.texts("post.says"), "saysNothing": scope.texts("post.nothing"), "says": !groups.isEmpty,
      "subjects": groups, "namesTitle": scope.texts("post.names"), "hasNames": !names.isEmpty, "named": names,
      "keywords": post.texts(Schema.keywords).map { ["keyword": $0] }, "keywordsTitle": scope.texts("post.keywords"),
      "hasKeywords": !post.texts(Schema.keywords).isEmpty,
      "file": file ?? "", "fileTitle": scope.texts("post.file"),
      "hasFindings": !own.isEmpty, "findingsTitle": scope.texts("report.here"),
      "findings": own.prefix(limits.items).map { FindingView(scope: scope).row($0, file: file) },
    ]
  }

  private func lead(_ post: Thing) -> Markup {
    var parts: [Markup] = []
    let authors = scope.catalogue.claims(from: post.iri).filter { $0.predicate == Schema.author }
      .compactMap { $0.target.map { scope.link($0) } }
    if !authors.isEmpty, let phrase = try? Phrase(scope.texts("post.by")) {
      let people = Inline(Markup.joined(authors.map(\.markup), separator: ", "), plain: "")
      parts.append(phrase.filled(["people": people]) { _, _ in "" })
    }
    let dates = [
      ("post.published", post.text(Schema.datePublished)), ("post.modified", post.text(Schema.dateModified)),
    ]
    for (key, date) in dates {
      guard let date else { continue }
      parts.append(
        Markup(text: scope.texts(key).replacingOccurrences(of: "{date}", with: scope.texts.onDate(date))))
    }
    parts.append(Markup(text: Summary(scope: scope).language(post)))
    return Markup.joined(parts, separator: " · ")
  }

  private func translations(_ post: Thing) -> [[String: Any]] {
    let versions = post.addresses(Schema.workTranslation) + post.addresses(Schema.translationOfWork)
    return Set(versions).sorted().filter { scope.catalogue[$0] != nil }.map { ["link": scope.link($0).markup] }
  }

  /// What the post says, by the thing that it says it of: events and talks first, then people, then the rest.
  private func subjects(_ iri: String) -> [[String: Any]] {
    let catalogue = scope.catalogue
    var subjects: Set<String> = []
    for claim in catalogue.claims(saidBy: iri) where claim.predicate != Schema.mentions && claim.subject != iri {
      // A milestone is told with its project.
      let owner = catalogue[claim.subject]?.kind == nil ? catalogue.target(claim.subject, Schema.about) : claim.subject
      if let owner, catalogue[owner]?.kind != nil { subjects.insert(owner) }
    }
    let ordered = subjects.compactMap { catalogue[$0] }.map { (thing: $0, name: $0.name(scope.language).text) }.sorted {
      ($0.thing.kind ?? .post, $0.name, $0.thing.iri) < ($1.thing.kind ?? .post, $1.name, $1.thing.iri)
    }
    let view = FactView(scope: scope, limits: limits, onPost: true)
    let writer = FactWriter(scope: scope, onlyPost: iri)
    return ordered.prefix(limits.items).compactMap { thing, _ in
      let facts = writer.facts(of: thing.iri)
      guard !facts.isEmpty else { return nil }
      return [
        "subject": scope.link(thing.iri).markup, "subjectKind": ThingView.kindName(thing, scope.texts),
        "subjectClass": thing.kind?.rawValue ?? "", "facts": facts.prefix(limits.facts).map(view.fact),
        "overflow": view.overflow(facts.count),
      ]
    }
  }

  private func named(_ iri: String) -> [[String: Any]] {
    let catalogue = scope.catalogue
    let targets = Set(catalogue.claims(from: iri).filter { $0.predicate == Schema.mentions }.compactMap(\.target))
    return ThingKind.allCases.compactMap { kind in
      let members = targets.filter { catalogue[$0]?.kind == kind }.map { (name: scope.plainName($0), iri: $0) }.sorted {
        $0 < $1
      }
      guard !members.isEmpty else { return nil }
      return [
        "relation": scope.texts("kinds." + kind.rawValue),
        "links": members.prefix(limits.items).map { ["link": scope.link($0.iri).markup] },
      ]
    }
  }
}
