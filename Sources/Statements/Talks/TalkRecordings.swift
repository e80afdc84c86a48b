import Entities
import Mentions
import Posts

/// Recordings that a post embeds: each belongs to the talk told last before it in the same section, or to the post's only talk.
struct TalkRecordings {
  let context: EventContext
  private let recordingWords: WordList

  init(_ language: LanguageData, context: EventContext) {
    self.context = context
    recordingWords = language.list("recording-word")
  }

  func find(_ draft: inout Draft) {
    guard !draft.post.videos.isEmpty else { return }
    let sections = Sections(draft.annotated)
    let blocks = draft.annotated.text.blocks
    let talks = draft.entities.keys.sorted().filter { $0.type == .talk }
      .compactMap { id in draft.entities[id]?.mentions.first.map { (id: id, range: $0) } }
      .sorted { ($0.range.lowerBound, $0.id) < ($1.range.lowerBound, $1.id) }
    let titles = Set(talks.map { draft.annotated.text.string($0.range) })
    for video in draft.post.videos {
      guard let own = blocks.lastIndex(where: { $0.range.lowerBound < video.position }) else { continue }
      let heading = sectionStart(sections, blocks, own)
      let last = talks.last { $0.range.lowerBound < video.position && $0.range.lowerBound >= heading }
      let only = titles.count == 1 && announces(draft, blocks[own].range) ? talks.first : nil
      guard let talk = last ?? only, !draft.has(talk.id, .url) else { continue }
      draft.state(
        .entity(talk.id), .url, .document(url: video.watchURL, kind: .recording),
        bytes: last == nil ? blocks[own].range : talk.range, rule: "talk-video", last == nil ? 0.85 : 0.88)
    }
  }

  /// Where the section of a block begins.
  private func sectionStart(_ sections: Sections, _ blocks: [PlainText.Block], _ block: Int) -> Int {
    if case .heading = blocks[block].kind { return blocks[block].range.lowerBound }
    return sections.headings(over: block).first.map { blocks[$0].range.lowerBound } ?? 0
  }

  /// The text before the video speaks of a recording.
  private func announces(_ draft: Draft, _ bytes: Range<Int>) -> Bool {
    draft.contains(recordingWords, in: draft.annotated.tokens(in: bytes)) != nil
  }
}
