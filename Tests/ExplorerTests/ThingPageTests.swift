import KnowledgeGraph
import RDFModel
import Testing

@testable import Explorer

@Suite struct ThingPageTests {
  @Test func factsAreSentencesInBothLanguages() throws {
    let explorer = try TinyGraph.sample().explorer()
    let english = explorer.text("person/ada")
    #expect(english.contains("Gave “Ropes at Scale” at ExampleCon, Ottawa, on 5 November 2023."))
    #expect(english.contains("Works for Example Rigging."))
    let french = explorer.text("person/ada", "fr")
    #expect(french.contains("A donné « Ropes at Scale » lors d’ExampleCon, Ottawa, le 5 novembre 2023."))
    #expect(french.contains("Travaille chez Example Rigging."))
  }

  @Test func bothEndsOfAFactTellIt() throws {
    let explorer = try TinyGraph.sample().explorer()
    #expect(explorer.text("organization/rigging").contains("Uses Ropes."))
    #expect(explorer.text("project/ropes").contains("Example Rigging uses it."))
    #expect(explorer.text("project/ropes").contains("Reached the CNCF level “graduated”."))
    #expect(explorer.text("event/con").contains("“Ropes at Scale”, by Ada Example."))
    #expect(explorer.text("place/ottawa").contains("ExampleCon took place here, on 5 November 2023."))
  }

  @Test func theWordsOfEveryPostStandBehindAFact() throws {
    let page = try TinyGraph.sample().explorer().html(.thing(TinyGraph.id("person/ada")))
    #expect(page.contains("…before <mark>Ada of Rigging</mark> after…"))
    #expect(page.contains("<blockquote lang=\"fr\"><p>…before <mark>Ada chez Rigging</mark> after…"))
    #expect(page.contains("<code>sail.md:7</code>"))
    #expect(page.contains("href=\"https://b.example/sail/\""))
    #expect(page.contains("href=\"../post/sail.html\""))
    #expect(page.contains("1 more post says so"))
  }

  @Test func namesInOtherLanguagesAndLinksOutAreThere() throws {
    let explorer = try TinyGraph.sample().explorer()
    #expect(explorer.html(.thing(TinyGraph.id("person/ada"))).contains("<dd><bdi lang=\"fr\">Ada Exemple</bdi></dd>"))
    #expect(
      explorer.html(.thing(TinyGraph.id("person/ada")), "fr").contains("<h1 lang=\"fr\"><bdi>Ada Exemple</bdi></h1>"))
    #expect(explorer.html(.thing(TinyGraph.id("project/ropes"))).contains("href=\"https://ropes.example/\""))
  }

  @Test func whatTheGazetteerSaysIsSaidToBeItsWords() throws {
    var graph = TinyGraph.sample()
    graph.add(
      TinyGraph.id("organization/rigging"), BG.produces, .iri(TinyGraph.id("project/ropes")),
      in: TinyGraph.id("gazetteer"))
    #expect(try graph.explorer().text("organization/rigging").contains("Makes Ropes. From the gazetteer"))
  }

  @Test func aTalkAtALongEventHasNoDayOfItsOwn() throws {
    var graph = TinyGraph.sample()
    graph.say(
      TinyGraph.id("event/con"), Schema.endDate, .literal(Literal("2023-11-07", datatype: XSD.date)), in: "sail",
      words: "to the 7th")
    let explorer = try graph.explorer()
    #expect(explorer.text("person/ada").contains("Gave “Ropes at Scale” at ExampleCon, Ottawa."))
    #expect(explorer.text("event/con").contains("Took place from 5 November 2023 to 7 November 2023."))
  }

  @Test func noNameCanLeaveItsPlace() throws {
    for name in [
      "</script><script>alert(1)</script>", "\" onmouseover=\"x", "\"\u{301} onmouseover=\"x", "'><img src=x>",
      "]]>-->",
      "\u{202E}evil\u{2028}", "{{name}}", "Q&A &amp; <b>", "\u{5E9}\u{5DC}\u{5D5}\u{5DD} עדה", "😀 𝒜",
    ] {
      var graph = TinyGraph.sample()
      graph.thing("person/eve", name, in: "sail")
      graph.say("talk/ropes", Schema.performer, "person/eve", in: "sail", words: name)
      let explorer = try graph.explorer(title: name)
      for page in explorer.pages {
        let html = String(decoding: explorer.file(page).bytes, as: UTF8.self)
        #expect(!html.contains("<script>") && !html.contains("<img") && !html.contains("onmouseover=\"x\""), "\(page)")
        #expect(!html.contains(" onmouseover=\"x"))
      }
      #expect(explorer.html(.thing(TinyGraph.id("person/eve"))).contains("<bdi>" + HTMLText.escaped(name) + "</bdi>"))
    }
  }

  @Test func anAddressRunsNothing() throws {
    var graph = TinyGraph.sample()
    graph.add(TinyGraph.id("project/ropes"), Schema.sameAs, .iri("javascript:alert(1)"), in: TinyGraph.id("gazetteer"))
    #expect(try !graph.explorer().html(.thing(TinyGraph.id("project/ropes"))).contains("href=\"javascript"))
  }
}
