import Testing

@testable import Explorer

@Suite struct PhraseTests {
  private func fill(_ text: String, _ slots: [String: String]) throws -> String {
    try Phrase(text).filled(slots.mapValues { Inline(text: $0) }) { word, next in
      word == "de" && next.hasPrefix("O") ? "d’" : word + " "
    }.html
  }

  @Test func slotsAreFilledAndOptionalPartsFallAway() throws {
    #expect(
      try fill("Gave “{thing}”[ at {event}][, {date}].", ["thing": "T", "date": "on 1 May"]) == "Gave “T”, on 1 May.")
    #expect(try fill("Gave “{thing}”[ at {event}[ in {place}]].", ["thing": "T", "event": "E"]) == "Gave “T” at E.")
  }

  @Test func aLinkingWordFollowsTheName() throws {
    #expect(try fill("lors {de:event}", ["event": "Ottawa Days"]) == "lors d’Ottawa Days")
    #expect(try fill("lors {de:event}", ["event": "KubeDays"]) == "lors de KubeDays")
  }

  @Test(arguments: ["a [b", "a {b", "a ]", "{a:b:c}"]) func aMalformedPhraseIsRefused(_ text: String) {
    if text == "a ]" {
      // Outside of a bracket it is a letter like any other.
      #expect(throws: Never.self) { try Phrase(text) }
    } else {
      #expect(throws: Phrase.Malformed.self) { try Phrase(text) }
    }
  }

  @Test func whatFillsASlotIsEscaped() throws {
    #expect(try fill("Uses {thing}.", ["thing": "<b>&\"'"]) == "Uses &lt;b&gt;&amp;&quot;&#39;.")
  }
}

@Suite struct TextsTests {
  @Test func bothLanguagesSayEverythingThatThePagesAskFor() throws {
    let texts = try Texts.languages.map { try Texts(language: $0) }
    for texts in texts {
      #expect(Relations.order.filter { texts.phrase($0) == nil } == [])
      for relation in Array(Relations.outgoing.values) + Array(Relations.incoming.values) {
        #expect(Relations.ranks[relation.phrase] != nil)
        // These lead to no thing, and so to no neighbour.
        guard !["startDate", "endDate", "jobTitle"].contains(relation.phrase) else { continue }
        let isThere = texts.has("relation." + relation.phrase)
        #expect(isThere, "\(texts.language): relation.\(relation.phrase)")
      }
      for kind in ThingKind.allCases {
        #expect(texts.has("kind." + kind.rawValue) && texts.has("kinds." + kind.rawValue))
      }
      for section in FactSection.allCases { #expect(texts.has("section." + section.rawValue)) }
    }
  }

  /// Whatever a page shows is a text and not a key: keys have a dot and no blank.
  @Test func noPageShowsAKey() throws {
    let explorer = try TinyGraph.sample().explorer()
    for page in explorer.pages {
      let text = String(decoding: explorer.file(page).bytes, as: UTF8.self).replacing(#/<[^>]*>/#, with: " ")
      let keys = text.matches(
        of: #/\b(kinds?|nav|section|relation|landing|report|quote|names|links|facts|severity)\.[a-z]+/#)
      #expect(keys.map { String($0.output.0) } == [], "\(page)")
    }
  }

  @Test func datesAreAsPreciseAsTheyAre() throws {
    let (english, french) = try (Texts(language: "en"), Texts(language: "fr"))
    #expect(english.onDate("2024-03-21") == "on 21 March 2024")
    #expect(english.onDate("2024-03") == "in March 2024")
    #expect(english.onDate("2024") == "in 2024")
    #expect(english.date("2024-03-21T10:00:00Z") == "21 March 2024")
    #expect(french.onDate("2024-08-01") == "le 1er août 2024")
  }

  @Test func numbersHaveTheLanguagesSeparator() throws {
    #expect(try Texts(language: "en").number(1_234_567) == "1,234,567")
    #expect(try Texts(language: "fr").number(1234) == "1\u{202F}234")
    #expect(try Texts(language: "en").number(999) == "999")
  }
}

@Suite struct EscapingTests {
  @Test func aMarkThatAQuoteBearsDoesNotHideIt() {
    // One grapheme cluster of two scalars: a browser sees the quote.
    #expect(HTMLText.escaped("\"\u{301} onload=x") == "&quot;\u{301} onload=x")
    #expect(HTMLText.escaped("<\u{338}b") == "&lt;\u{338}b")
  }

  @Test func controlsAndNoncharactersAreReplaced() {
    for number in [0x00, 0x1B, 0x7F, 0x85, 0xFDD0, 0xFFFE, 0x1FFFF] as [UInt32] {
      let scalar = Unicode.Scalar(number).map(String.init) ?? ""
      #expect(!scalar.isEmpty && HTMLText.escaped("a\(scalar)b") == "a\u{FFFD}b")
    }
  }

  @Test func otherTextStaysAsItIs() {
    let text = "Québec — “Q” 😀 \u{5E9}\u{5DC}\u{5D5}\u{5DD} «x»\n\t"
    #expect(HTMLText.escaped(text) == text)
  }
}
