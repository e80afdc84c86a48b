import Mentions

/// Which links lead to slides, to a recording, or to a session's page.
struct DocumentLinks {
  private let slides: [String]
  private let videos: [String]
  private let pages: [String]
  private let shortPages: [String]
  private let sessions: [String]
  private let paths: [String]

  init(_ language: LanguageData) {
    slides = language.list("slides-host").phrases
    videos = language.list("video-host").phrases
    pages = language.list("page-host").phrases
    sessions = language.list("session-host").phrases
    paths = language.list("session-path").phrases
    shortPages = pages.filter { $0.hasSuffix("/") }
  }

  /// The page of one session, or what was shown there.
  func isSession(_ url: String) -> Bool {
    let bare = url.lowercased()
    return sessions.contains { bare.contains($0) }
  }

  /// A page that its address calls a session's, on any host.
  func sessionPath(_ url: String) -> DocumentKind? {
    let bare = url.lowercased()
    return paths.contains { bare.contains($0) } ? .page : nil
  }

  func kind(_ url: String) -> DocumentKind? {
    let bare = url.lowercased()
    func holds(_ hosts: [String]) -> Bool { hosts.contains { bare.holds($0) } }
    if holds(slides) { return .slides }
    if holds(videos) { return .recording }
    // A site's front page is nobody's session; a short link is one page.
    if holds(pages), bare.split(separator: "/").count > 3 || holds(shortPages) { return .page }
    return nil
  }
}
