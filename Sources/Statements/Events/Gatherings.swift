import Entities
import Mentions
import Posts

/// Gatherings without a name of their own: `a two-day workshop in Lille on June 12`, `the release party on August 3`,
/// `our next stop: Detroit, October 24–28`, and the one that a title announces (`Community meeting on May 18`).
struct Gatherings {
  private let nouns: WordList
  private let modifiers: WordList
  private let turns: WordList
  private let fillers: WordList
  private let at: String
  private let headIsFirst: Bool
  let reader: SettingReader

  /// A noun that means a gathering, with what stands before it.
  struct Head {
    var tokens: Range<Int>
    /// The noun in the singular.
    var noun: String
    var name: String
    /// As the text has it.
    var written: String
  }

  init(_ draft: Draft, days: [DateMention]) {
    let language = draft.language
    nouns = language.list("gathering-noun")
    modifiers = language.list("gathering-modifier")
    turns = language.list("turn-phrase")
    fillers = language.list("gathering-behind")
    at = language.list("gathering-at").phrases.first ?? "in"
    headIsFirst = language.list("gathering-head-first").contains("yes")
    reader = SettingReader(draft, days: days)
  }

  /// The noun of a gathering at a token, outside names.
  func head(_ draft: Draft, _ index: Int, _ sentence: Range<Int>) -> Head? {
    let tokens = draft.annotated.tokens
    let length = nouns.match(tokens, index)
    guard length > 0, index + length <= sentence.upperBound, !isInsideName(draft, index, length) else { return nil }
    let phrase = tokens[index..<(index + length)].map(\.folded).joined(separator: " ")
    let noun = nouns.value(of: phrase) ?? phrase
    var low = index
    while low > sentence.lowerBound, index - low < 4, isModifier(draft, low - 1) { low -= 1 }
    var end = index + length
    while headIsFirst, end < sentence.upperBound, isModifier(draft, end) || fillers.match(tokens, end) > 0 {
      end += max(fillers.match(tokens, end), 1)
    }
    if low > sentence.lowerBound, let mention = draft.annotated.mention(covering: low - 1),
      draft.annotated.mentions[mention].kind == .event
    {
      return nil
    }
    let name = headIsFirst ? noun : (low < index ? draft.annotated.string(low..<index) + " " : "") + noun
    return Head(tokens: low..<end, noun: noun, name: name, written: draft.annotated.string(low..<end))
  }

  /// The word belongs to a longer name.
  private func isInsideName(_ draft: Draft, _ index: Int, _ length: Int) -> Bool {
    guard let mention = draft.annotated.mention(covering: index) else { return false }
    let known = draft.annotated.mentions[mention]
    return known.kind != .name || known.tokens.count > length
  }

  private func isModifier(_ draft: Draft, _ token: Int) -> Bool {
    if modifiers.match(draft.annotated.tokens, token) > 0 { return true }
    guard let mention = draft.annotated.mention(covering: token) else { return false }
    switch draft.annotated.mentions[mention].kind {
    case .project, .product, .organization: return true
    default: return false
    }
  }

  /// `workshop in Lille`, `atelier à Lille`.
  func name(_ head: String, in place: String?) -> String { place.map { "\(head) \(at) \($0)" } ?? head }

  /// The stops of a sentence that turns to where one meets next.
  func turn(_ draft: Draft, _ sentence: Range<Int>) -> Setting? {
    let tokens = draft.annotated.tokens
    for index in sentence {
      let length = turns.match(tokens, index)
      guard length > 0, index + length < sentence.upperBound else { continue }
      guard var setting = reader.behind(draft, index + length, sentence.upperBound), !setting.places.isEmpty,
        draft.mentions(in: sentence.lowerBound..<setting.tokens.upperBound, [.event]).isEmpty
      else { return nil }
      if setting.date == nil, let front = reader.front(draft, sentence, index, isNear: true) {
        setting.date = front.date
      }
      setting.tokens = sentence.lowerBound..<setting.tokens.upperBound
      return setting.date == nil ? nil : setting
    }
    return nil
  }
}
