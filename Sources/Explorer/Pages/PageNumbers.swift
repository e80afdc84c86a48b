import Foundation

/// The pages of a list that is too long for one.
struct PageNumbers {
  /// Items of a list on one page, and of a page of findings.
  static let size = 250

  static func count(_ items: Int) -> Int { max(1, (items + size - 1) / size) }

  static func range(_ number: Int, of items: Int) -> Range<Int> {
    let start = min(items, (number - 1) * size)
    return start..<min(items, start + size)
  }

  static func context(
    _ number: Int, items: Int, scope: PageScope, content: (Int) -> ExplorerPage.Content
  ) -> [String: Any] {
    let count = count(items)
    let at = scope.texts("pages.at").replacingOccurrences(of: "{n}", with: String(number))
      .replacingOccurrences(of: "{of}", with: String(count))
    return [
      "hasPages": count > 1, "pagesLabel": scope.texts("pages.label"), "pagesAt": at,
      "previous": number > 1 ? scope.address(content(number - 1)) : "",
      "previousText": scope.texts("pages.previous"),
      "next": number < count ? scope.address(content(number + 1)) : "", "nextText": scope.texts("pages.next"),
    ]
  }
}
