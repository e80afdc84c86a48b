import Posts
import Testing

@testable import Mentions

/// What a text names, by the project's own gazetteer and languages.
@Suite struct NamingTests {
  private func named(_ text: String, _ tag: String = "en") throws -> [String] { try Ontology.annotate(text, tag).named }

  @Test func knownNames() throws {
    #expect(
      try named("We run Envoy and Linkerd at Red Hat in Toronto.") == [
        "project: Envoy", "project: Linkerd", "organization: Red Hat", "place: Toronto",
      ])
  }

  @Test func lowerCaseSoftware() throws {
    #expect(try named("We run kubernetes here.") == ["project: kubernetes"])
    #expect(try named("The envoy of the king had a harbor in sight.") == [])
  }

  @Test func acronymsNeedTheirCapitals() throws {
    #expect(try named("The CNCF met.") == ["organization: CNCF"])
    #expect(try named("the cncf met") == [])
  }

  @Test func commonWordsNeedContext() throws {
    #expect(try named("We store images with Harbor today.") == ["project: Harbor"])
  }

  @Test func persons() throws {
    #expect(
      try named("Then Mara Lindqvist and Jonas Brandt spoke.") == ["person: Mara Lindqvist", "person: Jonas Brandt"])
    #expect(try named("We heard Pieter van den Berg.") == ["person: Pieter van den Berg"])
    #expect(try named("We heard Priya K. Natarajan.") == ["person: Priya K. Natarajan"])
    #expect(try named("Nous avons écouté Marie-Hélène Gagnon.", "fr") == ["person: Marie-Hélène Gagnon"])
  }

  @Test func organizationsAreNoPersons() throws {
    for text in [
      "We met the Nordhaven Foundation.", "We met Tessera Labs.", "The Lindqvist Group hired us.",
      "We use Mara Cloud Platform.",
    ] {
      #expect(try named(text).allSatisfy { !$0.hasPrefix("person") }, "\(text)")
    }
  }

  @Test func shorterForms() throws {
    #expect(
      try named("Mara Lindqvist spoke. Later Lindqvist left. We like Mara.") == [
        "person: Mara Lindqvist", "person: Lindqvist", "person: Mara",
      ])
  }

  @Test func aNameInAListIsOfItsNeighboursKind() throws {
    #expect(
      try named("We thank Google, Zyxware and Microsoft for it.") == [
        "organization: Google", "organization: Zyxware", "organization: Microsoft",
      ])
  }

  @Test func events() throws {
    #expect(try named("See you at KubeCon Europe 2019 soon.") == ["event: KubeCon Europe 2019"])
    #expect(try named("See you at the Mariner Tech Summit 2019 soon.") == ["event: Mariner Tech Summit 2019"])
    #expect(try named("On se voit à la Journée Cloud Native.", "fr") == ["event: Journée Cloud Native"])
  }

  @Test func roles() throws {
    func role(_ text: String, _ tag: String = "en") throws -> String {
      let annotated = try Ontology.annotate(text, tag)
      let length = RoleGrammar(try Ontology.language(tag)).length(annotated, 0)
      return annotated.string(0..<length)
    }
    #expect(try role("Senior Vice President of Product at Google") == "Senior Vice President of Product")
    #expect(try role("CTO of Google") == "CTO")
    #expect(try role("co-founder and friend") == "co-founder")
    #expect(try role("architecte de solutions chez Google", "fr") == "architecte de solutions")
    #expect(try role("senior and wise") == "")
    #expect(try role("nothing at all") == "")
  }

  @Test func mentionsDoNotOverlap() throws {
    let annotated = try Ontology.annotate(
      "Mara Lindqvist of Red Hat in Québec City at KubeCon + CloudNativeCon Europe 2019 ran Envoy Proxy.")
    for (a, b) in zip(annotated.mentions, annotated.mentions.dropFirst()) {
      #expect(a.tokens.upperBound <= b.tokens.lowerBound)
    }
    for (index, mention) in annotated.mentions.enumerated() {
      for token in mention.tokens { #expect(annotated.mention(covering: token) == index) }
      #expect(annotated.string(mention.tokens) == mention.name)
    }
  }
}
