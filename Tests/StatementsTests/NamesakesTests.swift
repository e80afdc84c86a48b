import Entities
import Posts
import Testing

@testable import Statements

@Suite struct NamesakesTests {
  private typealias Sighting = Namesakes.Sighting

  private func sighting(_ post: Int, day: Int?, _ employers: Set<String>, ties: Set<String> = []) -> Sighting {
    Sighting(post: post, day: day, employers: employers, ties: ties, file: "\(post).md")
  }

  private func strangers(_ sightings: [Sighting]) -> [String] {
    Namesakes.strangers(sightings).map { "\($0.post) \($0.employer)" }
  }

  @Test func aNewEmployerIsTheSamePerson() {
    #expect(strangers([sighting(0, day: 0, ["a"]), sighting(1, day: 100, ["b"])]) == [])
    #expect(strangers([sighting(0, day: nil, ["a"]), sighting(1, day: 3, ["b"])]) == [])
    #expect(strangers([sighting(0, day: 0, ["a"]), sighting(1, day: 1, [])]) == [])
  }

  @Test func twoEmployersAtOneTimeAreTwoPeople() {
    #expect(strangers([sighting(0, day: 0, ["a"]), sighting(1, day: 10, ["b"])]) == ["1 b"])
    // Before and after, at the other firm in between.
    #expect(
      strangers([sighting(0, day: 0, ["a"]), sighting(1, day: 300, ["b"]), sighting(2, day: 600, ["a"])]) == ["1 b"])
  }

  @Test func theOrderOfThePostsDoesNotShow() {
    let sightings = [
      sighting(0, day: 20, ["b"]), sighting(1, day: 0, ["a"]), sighting(2, day: 30, ["a"]), sighting(3, day: 25, []),
      sighting(4, day: 22, ["c"]),
    ]
    #expect(strangers(sightings) == ["0 b", "4 c"])
    #expect(strangers(sightings.reversed()) == strangers(sightings))
  }

  @Test func whatElseTiesThemMakesThemOne() {
    #expect(
      strangers([sighting(0, day: 0, ["a"], ties: ["talk/x"]), sighting(1, day: 10, ["b"], ties: ["talk/x"])]) == [])
    // A post that names both employers.
    #expect(
      strangers([sighting(0, day: 0, ["a"]), sighting(1, day: 10, ["b"]), sighting(2, day: 12, ["a", "b"])]) == [])
    // Without an employer, but with the talk of the second.
    #expect(
      strangers([
        sighting(0, day: 0, ["a"]), sighting(1, day: 10, ["b"], ties: ["talk/x"]),
        sighting(2, day: 40, [], ties: ["talk/x"]),
      ]) == ["1 b", "2 b"])
  }

  private func extract(_ text: String, _ file: String, _ date: String) throws -> PostExtraction {
    try #require(
      try Extraction.run("---\ntitle: T\ndate: \(date)\n---\n\n\(text)\n", language: "en", file: file))
  }

  @Test func spellingsOfOneNameAreOneNode() throws {
    let posts = try [
      extract("Sébastien Goasguen spoke.", "a.md", "2019-01-01"),
      extract("Sebastien Goasguen left.", "b.md", "2019-02-01"),
      extract("We thank Jean-Luc Tremblay.", "c.md", "2019-02-01"),
      extract("We thank Jean Luc Tremblay.", "d.md", "2019-02-01"),
    ]
    let people = Namesakes.toldApart(posts).flatMap(\.entities).map(\.id).filter { $0.type == .person }.map(\.slug)
    #expect(Set(people) == ["sebastien-goasguen", "jean-luc-tremblay"])
  }

  @Test func namesakesInPostsHaveIRIsOfTheirOwnInAnyOrder() throws {
    let posts = try [
      extract("Alex Martin, Engineer at Zorbital Inc., spoke.", "a.md", "2019-01-10"),
      extract("Alex Martin, Architect at Borealis Rail Inc., spoke.", "b.md", "2019-01-20"),
    ]
    func people(_ posts: [PostExtraction]) -> [String: String] {
      Dictionary(
        uniqueKeysWithValues: Namesakes.toldApart(posts).map { extraction in
          (extraction.post.sourceFile, extraction.entities.first { $0.id.type == .person }?.id.slug ?? "")
        })
    }
    #expect(people(posts) == ["a.md": "alex-martin", "b.md": "alex-martin-borealis-rail-inc"])
    #expect(people(posts.reversed()) == people(posts))
    // Facts follow their person.
    let told = Namesakes.toldApart(posts)[1]
    #expect(
      told.statements.contains { $0.relation == .worksFor && $0.subjectID?.slug == "alex-martin-borealis-rail-inc" })
    #expect(Invariants.broken(told) == [])
  }
}
