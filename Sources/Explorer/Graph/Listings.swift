import Synchronization

/// Lists that are long and go over many pages, each made once for a language: what is in them and in which order is the same
/// on all of their pages.
final class Listings: Sendable {
  private let lists = Mutex<[String: any Sendable]>([:])

  /// - Parameter key: kind of list and language.
  func list<Item: Sendable>(_ key: String, _ make: () -> [Item]) -> [Item] {
    if let known = lists.withLock({ $0[key] }) as? [Item] { return known }
    // Made twice rather than waited for.
    let list = make()
    lists.withLock { $0[key] = list }
    return list
  }
}
