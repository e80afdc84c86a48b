/// What every page has around its content.
struct PageFrame {
  let scope: PageScope
  let site: String

  func context(_ content: [String: Any], title: String) -> [String: Any] {
    let texts = scope.texts
    let lists: [ThingKind] = [.person, .organization, .project, .event, .talk, .post]
    var navigation: [(String, ExplorerPage.Content)] = lists.filter(scope.catalogue.hasThings).map {
      (texts("kinds." + $0.rawValue), .list($0, 1))
    }
    navigation += [
      (texts("nav.timeline"), .timeline(1)), (texts("nav.places"), .places(1)), (texts("nav.matrix"), .matrix),
    ]
    let frame: [String: Any] = [
      "lang": scope.language, "title": title, "site": site, "root": scope.root, "home": scope.home,
      "landing": scope.address(.landing), "skip": texts("skip"), "navLabel": texts("nav.label"),
      "navigation": navigation.map { name, content in
        ["navHref": scope.address(content), "navName": name, "isCurrent": content == scope.page.content]
          as [String: Any]
      },
      "searchLabel": texts("search.label"), "searchNone": texts("search.none"), "searchSome": texts("search.some"),
      "searchOne": texts("search.one"),
      "languagesLabel": texts("languages.label"), "languages": languages(), "footer": texts("footer.made"),
      "publishedText": texts("quote.published"), "referenceText": texts("facts.reference"),
      "reportHref": scope.address(.report(1)), "reportName": texts("nav.report"),
    ]
    return frame.merging(content) { $1 }
  }

  private func languages() -> [[String: Any]] {
    ["en": "English", "fr": "Français"].sorted { $0.key < $1.key }.map { tag, name in
      [
        "langTag": tag, "langName": name, "isThis": tag == scope.language,
        "langHref": scope.address(ExplorerPage(scope.page.content, language: tag)),
      ]
    }
  }
}
