import Entities
import Mentions

/// What a meetup is known by in any language: the topics in its name, the city, the month.
///
/// A user group meets at most once a month, so the day, which one post tells and another does not, stays out.
struct MeetupKey {
  private let topics: [String]

  init(_ draft: Draft, name: Range<Int>) {
    let annotated = draft.annotated
    let heads = draft.language.list("meetup-word")
    var topics: [String] = []
    var index = name.lowerBound
    while index < name.upperBound {
      let token = annotated.tokens[index]
      if let mention = annotated.mention(covering: index), annotated.mentions[mention].kind != .event {
        let known = annotated.mentions[mention]
        if known.kind != .place {
          topics.append(known.entry.map { draft.gazetteer.entries[$0].key } ?? Folding.slug(known.name))
        }
        index = max(known.tokens.upperBound, index + 1)
        continue
      }
      if token.isCapital, !heads.contains(token.folded) { topics.append(Folding.slug(token.folded)) }
      index += 1
    }
    self.topics = topics
  }

  func series(_ date: CalendarDate?) -> String { slug(["meetups"], date) }

  func meetup(in city: EntityID, _ date: CalendarDate?) -> String { slug(["meetup", city.slug], date) }

  private func slug(_ parts: [String], _ date: CalendarDate?) -> String {
    var date = date
    date?.day = nil
    return (topics + parts + [date?.iso].compactMap { $0 }).joined(separator: "-")
  }
}
