import Foundation
import KnowledgeGraph
import RDFModel

/// Facts and quotations as the templates want them.
struct FactView {
  let scope: PageScope
  let limits: PageLimits
  /// On a post's own page its name need not stand beside every quotation.
  var onPost = false

  /// By part of the page, in its order; empty parts are left out.
  func sections(_ facts: [PageFact]) -> [[String: Any]] {
    FactSection.allCases.compactMap { section in
      let members = facts.filter { $0.section == section }
      guard !members.isEmpty else { return nil }
      return [
        "sectionTitle": scope.texts("section." + section.rawValue), "sectionID": section.rawValue,
        "facts": members.prefix(limits.facts).map(fact), "overflow": overflow(members.count),
      ]
    }
  }

  func fact(_ fact: PageFact) -> [String: Any] {
    let shown = fact.sources.prefix(limits.sources).map(source)
    let rest = fact.sources.count - shown.count
    return [
      "sentence": fact.sentence, "first": Array(shown.prefix(1)), "hasMore": shown.count > 1,
      "more": Array(shown.dropFirst()), "moreText": scope.texts.count("quote.more", fact.sources.count - 1),
      "rest": rest > 0 ? scope.texts.count("quote.rest", rest) : "", "isReference": fact.sources.isEmpty,
    ]
  }

  func overflow(_ count: Int) -> String {
    count > limits.facts ? scope.texts.count("facts.more", count - limits.facts) : ""
  }

  func source(_ source: PageFact.Source) -> [String: Any] {
    let post = scope.catalogue[source.post]
    let title = post?.name(scope.language).text ?? source.post
    let file = post?.text(BG.sourceFile)
    let quotations = Quotations.quotations(source, scope.catalogue)
    let line = quotations.compactMap(\.line).first
    return [
      "quotes": quotations.prefix(limits.quotations).map { quotation in
        [
          "quote": Markup.quotation(quotation.before, quotation.exact, quotation.after),
          "quoteLanguage": post?.text(Schema.inLanguage) ?? "",
        ]
      },
      "postLink": onPost ? Markup() : post == nil ? Markup() : scope.link(source.post).markup,
      "postDate": onPost ? "" : post?.text(Schema.datePublished).map(scope.texts.date) ?? "",
      "place": file.map { file in line.map { "\(file):\($0)" } ?? file } ?? "",
      "published": onPost ? "" : Self.address(source.post),
      "publishedLabel": scope.texts("quote.published.of").replacingOccurrences(of: "{post}", with: title),
    ]
  }

  private static func address(_ iri: String) -> String {
    iri.hasPrefix("https://") || iri.hasPrefix("http://") ? iri : ""
  }
}
