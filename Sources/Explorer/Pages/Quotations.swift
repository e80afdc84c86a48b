import KnowledgeGraph
import RDFModel

/// The words behind facts, made fit for a page.
enum Quotations {
  /// Longer quotations are cut: the line in the file tells where the rest is.
  static let longest = 320

  /// By post, newest first.
  static func sources(_ entries: [Int], _ catalogue: Inquiry) -> [PageFact.Source] {
    var sources: [PageFact.Source] = []
    var places: [String: Int] = [:]
    for entry in entries {
      let post = catalogue.post(of: entry)
      if let index = places[post] {
        sources[index].entries.append(entry)
      } else {
        places[post] = sources.count
        sources.append(.init(post: post, entries: [entry]))
      }
    }
    return sources.map { (date: catalogue[$0.post]?.text(Schema.datePublished) ?? "", source: $0) }
      .sorted { ($1.date, $0.source.post) < ($0.date, $1.source.post) }.map(\.source)
  }

  /// Equal ones once.
  static func quotations(_ source: PageFact.Source, _ catalogue: Inquiry) -> [PageFact.Source.Quotation] {
    var quotations: [PageFact.Source.Quotation] = []
    for quotation in source.entries.flatMap(catalogue.quotations).map(quotation)
    where !quotations.contains(quotation) {
      quotations.append(quotation)
    }
    return quotations
  }

  private static func quotation(_ quotation: Assertion.Quotation) -> PageFact.Source.Quotation {
    .init(
      before: oneLine(quotation.prefix), exact: cut(oneLine(quotation.exact)), after: oneLine(quotation.suffix),
      line: quotation.line)
  }

  private static func oneLine(_ text: String) -> String {
    String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 })
  }

  private static func cut(_ text: String) -> String {
    text.count > longest ? text.prefix(longest / 2) + " … " + text.suffix(longest / 3) : text
  }
}
