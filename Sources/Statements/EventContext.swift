import Entities
import Mentions
import Posts

/// The events of a post, and at which of them each sentence plays.
struct EventContext {
  /// The event of each event mention.
  var ofMention: [Int: EntityID] = [:]
  /// The event that the post is about.
  var main: EntityID?
  /// Meetups of a roadshow, by the key of their city, in the order of the text.
  var byCity: [(city: EntityID, event: EntityID)] = []
  /// By sentence: the event it plays at.
  var ofSentence: [EntityID?] = []

  func event(in city: EntityID) -> EntityID? { byCity.first { $0.city == city }?.event }

  static func build(_ draft: inout Draft) -> EventContext {
    var context = EventContext()
    context.roadshow(&draft)
    context.named(&draft)
    context.chooseMain(draft)
    context.followSentences(draft)
    return context
  }

  private mutating func chooseMain(_ draft: Draft) {
    guard main == nil else { return }
    var score: [EntityID: Double] = [:]
    // In the order of the text: a sum of fractions depends on it.
    for (mention, id) in ofMention.sorted(by: { $0.key < $1.key }) {
      let first = draft.annotated.mentions[mention].tokens.lowerBound
      if case .frontMatter(key: let key) = draft.annotated.block(of: first).kind {
        score[id, default: 0] += key == "title" ? 3 : 1
      } else {
        score[id, default: 0] += draft.annotated.tokens[first].block < 8 ? 1.2 : 0.6
      }
    }
    main = score.filter { $0.value >= 1.8 }.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  /// `the same talk that was given in X`: X is where it was, not where it is.
  private func isElsewhere(_ draft: Draft, _ place: Int, _ sentence: Range<Int>) -> Bool {
    guard place - 2 >= sentence.lowerBound else { return false }
    return draft.language.list("elsewhere-before").contains(draft.annotated.tokens[place - 2].folded)
      && draft.contains(draft.language.list("same-talk"), in: sentence) != nil
  }

  private mutating func followSentences(_ draft: Draft) {
    let tokens = draft.annotated.tokens
    let before = draft.language.list("place-before")
    let words = draft.language.list("meetup-word")
    var current: EntityID?
    ofSentence = []
    for sentence in draft.annotated.sentences {
      var here: EntityID?
      for index in draft.mentions(in: sentence, [.place]) where !byCity.isEmpty {
        let at = draft.annotated.mentions[index].tokens.lowerBound
        guard let city = draft.ofMention[index], let event = event(in: city) else { continue }
        let end = draft.annotated.mentions[index].tokens.upperBound
        let isNamed = (end..<min(end + 3, sentence.upperBound)).contains { words.contains(tokens[$0].folded) }
        let isBehind =
          at > sentence.lowerBound && before.contains(tokens[at - 1].folded) && !isElsewhere(draft, at, sentence)
        guard isBehind || isNamed || isShortHeading(draft, at) else { continue }
        here = event
        break
      }
      if let here { current = here }
      if byCity.isEmpty {
        here = draft.mentions(in: sentence, [.event]).compactMap { ofMention[$0] }.first
        ofSentence.append(here ?? main)
      } else {
        if case .frontMatter = draft.annotated.block(of: sentence.lowerBound).kind { current = nil }
        ofSentence.append(here ?? current ?? main)
      }
    }
  }
}
