import Entities
import Mentions
import Posts

/// Days of events that the words over them tell: the heading of a section (`Monday, May 16`), or what a paragraph opens with
/// (`**April.** Seventy people came to …`); and bare weekdays, once the days of the event that the post is about are known.
struct SectionDates {
  let context: EventContext

  func find(_ draft: inout Draft) {
    weekdays(&draft)
    sections(&draft)
    parts(&draft)
  }

  /// What a section under one of the conference's days tells of is a part of the conference.
  private func parts(_ draft: inout Draft) {
    guard let main = context.main, context.known.contains(main), let days = draft.span(of: main), days.count > 1 else {
      return
    }
    for event in draft.toldDates.keys.sorted() where event != main && !draft.has(event, .superEvent) {
      let told = (draft.toldDates[event] ?? []).first { $0.rule == "event-heading-date" && $0.precision == 3 }
      guard let told, let day = told.start.dayNumber, days.contains(day),
        draft.entities[event]?.subtypes.contains(.meetup) != true
      else { continue }
      draft.state(
        .entity(event), .superEvent, .entity(main), bytes: told.bytes, rule: "event-day-part", told.confidence)
    }
  }

  /// `On Tuesday half of us went to the Wasm Day`: the Tuesday of the conference's week.
  private func weekdays(_ draft: inout Draft) {
    guard let days = draft.span(of: context.main) else { return }
    let reader = SettingReader(draft, days: RelativeDays(draft.language).days(draft, around: days))
    let settings = reader.settings(draft)
    for mention in settings.keys.sorted() {
      guard let date = settings[mention]?.date, let event = context.ofMention[mention], event != context.main,
        !draft.isDated(event, precisely: true), let setting = settings[mention]
      else { continue }
      let own = draft.annotated.mentions[mention].tokens
      let tokens = min(own.lowerBound, setting.tokens.lowerBound)..<max(own.upperBound, setting.tokens.upperBound)
      draft.tell(event, date, bytes: draft.annotated.range(tokens), rule: "event-weekday", 0.8)
    }
  }

  private func sections(_ draft: inout Draft) {
    let around = draft.span(of: context.main)
    let days = RelativeDays(draft.language).days(draft, around: around)
    let sections = Sections(draft.annotated)
    var seen: Set<EntityID> = []
    for mention in draft.annotated.mentions.indices where draft.annotated.mentions[mention].kind == .event {
      let token = draft.annotated.mentions[mention].tokens.lowerBound
      let block = draft.annotated.tokens[token].block
      if case .frontMatter = draft.annotated.text.blocks[block].kind { continue }
      guard let event = context.ofMention[mention], seen.insert(event).inserted, event != context.main,
        !draft.isDated(event, precisely: true), context.settings[mention]?.date == nil,
        // A series lasts; an edition is told of under its day.
        !draft.isHypothetical(in: draft.sentence(token))
      else { continue }
      if !draft.isDated(event), let lead = lead(draft, block, days), lead.tokens.upperBound <= token {
        draft.tell(
          event, looking(back: lead, draft), bytes: draft.annotated.range(lead.tokens), rule: "event-lead-date", 0.78)
        continue
      }
      let own = isHeading(draft, block) ? [block] : []
      for heading in own + sections.headings(over: block) {
        let tokens = draft.annotated.tokens(in: draft.annotated.text.blocks[heading].range)
        let here = days.filter { tokens.contains($0.tokens.lowerBound) && !$0.isVague }
        guard let date = here.first else { continue }
        let isOne = here.count == 1 && date.start.day == date.end.day && date.start.month == date.end.month
        // Named in the section's first words, or in its heading.
        guard isOne, own == [heading] || block - heading <= 2 else { break }
        draft.tell(
          event, date, bytes: draft.annotated.text.blocks[heading].range, rule: "event-heading-date", 0.8)
        break
      }
    }
  }

  /// A diary tells of what was: its months lie before the post.
  private func looking(back date: DateMention, _ draft: Draft) -> DateMention {
    guard date.start.year == nil, let anchor = draft.anchor, let now = anchor.dayNumber else { return date }
    var past = date
    past.start = date.start.resolved(near: anchor)
    guard let there = past.start.dayNumber, let year = past.start.year else { return date }
    past.start.year = there > now + 31 ? year - 1 : there < now - 366 ? year + 1 : year
    past.end.year = past.start.year
    return past
  }

  /// The day or month that a paragraph opens with, set off by a mark or by strong type.
  private func lead(_ draft: Draft, _ block: Int, _ days: [DateMention]) -> DateMention? {
    let range = draft.annotated.text.blocks[block].range
    let tokens = draft.annotated.tokens(in: range)
    guard let first = tokens.first, let date = days.first(where: { $0.tokens.lowerBound == first }),
      date.tokens.upperBound < tokens.upperBound
    else { return nil }
    let next = draft.annotated.tokens[date.tokens.upperBound]
    let isStrong = draft.annotated.spans(startingIn: range).contains {
      $0.kind == .strong && $0.range.lowerBound == range.lowerBound && $0.range.upperBound <= next.range.upperBound
    }
    return isStrong || [":", ".", "–", "—", "|"].contains(next.folded) ? date : nil
  }

  private func isHeading(_ draft: Draft, _ block: Int) -> Bool {
    if case .heading = draft.annotated.text.blocks[block].kind { true } else { false }
  }
}
