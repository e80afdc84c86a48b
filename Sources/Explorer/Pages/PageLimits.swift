/// How much of each thing a page shows. A page that would grow too big is made again with half of everything.
struct PageLimits: Sendable, Equatable {
  /// No page is bigger (bytes).
  static let pageSize = 200_000

  var facts = 60
  var sources = 4
  var quotations = 3
  var mentions = 40
  var neighbours = 60
  var items = 200

  func halved() -> PageLimits {
    PageLimits(
      facts: max(1, facts / 2), sources: max(1, sources / 2), quotations: 1, mentions: max(1, mentions / 2),
      neighbours: max(1, neighbours / 2), items: max(1, items / 2))
  }
}
