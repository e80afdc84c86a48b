import KnowledgeGraph
import RDFModel

/// The words behind facts, made fit for a page.
enum Quotations {
  /// Longer quotations are cut: the line in the file tells where the rest is.
  static let longest = 320

  /// By post, newest first; equal quotations once.
  static func sources(_ assertions: [Assertion], _ catalogue: Catalogue) -> [PageFact.Source] {
    var sources: [PageFact.Source] = []
    for assertion in assertions {
      let quotations = assertion.quotations.map(quotation)
      if let index = sources.firstIndex(where: { $0.post == assertion.post.string }) {
        for quotation in quotations where !sources[index].quotations.contains(quotation) {
          sources[index].quotations.append(quotation)
        }
      } else {
        sources.append(.init(post: assertion.post.string, quotations: quotations))
      }
    }
    func date(_ source: PageFact.Source) -> String { catalogue[source.post]?.text(Schema.datePublished) ?? "" }
    return sources.sorted { (date($1), $0.post) < (date($0), $1.post) }
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
