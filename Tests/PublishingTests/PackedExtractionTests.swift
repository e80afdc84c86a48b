import Entities
import KnowledgeGraph
import Statements
import Testing

@testable import Publishing

@Suite struct PackedExtractionTests {
  private let entity = Entity(
    id: EntityID(.place, "québec"), subtypes: [.city, .conference], names: ["Québec", "Quebec City", ""],
    isUnnamed: true,
    gazetteerKey: "quebec-city", mentions: [3..<9, 20..<26], rule: "slot", confidence: 0.25,
    urls: ["https://a.example/"])

  private var statements: [Statement] {
    let id = EntityID(.person, "ada")
    let objects: [StatementObject] = [
      .entity(id), .text("CTO"), .date("2019-02"), .document(url: "https://s.example/", kind: .slides),
      .maturity(.graduated, since: nil), .maturity(.sandbox, since: "2018"), .version("1.2", date: "2020-01-01"),
      .version("", date: nil),
    ]
    return objects.enumerated().map { index, object in
      Statement(
        index.isMultiple(of: 2) ? .post : .entity(id), .worksFor, object, evidence: [1..<5], rule: "r\(index)",
        confidence: 1 / 3)
    }
  }

  @Test func allButPlacesComesBack() throws {
    var out = PackedWriter()
    PackedExtraction.write([entity, entity], statements, to: &out)
    var input = PackedReader(out.bytes[...])
    let (entities, found) = try #require(PackedExtraction.read(from: &input))
    #expect(input.isWhole)
    var wanted = entity
    wanted.mentions = []
    #expect(entities == [wanted, wanted])
    #expect(
      found
        == statements.map { statement in
          var copy = statement
          copy.evidence = []
          return copy
        })
  }

  /// A part that is added and not written would be lost without a word.
  @Test func nothingWasAddedSince() throws {
    #expect(Mirror(reflecting: entity).children.count == 9)
    #expect(Mirror(reflecting: try #require(statements.first)).children.count == 6)
  }

  @Test func bytesThatEndTooSoonAreNotWhole() {
    var out = PackedWriter()
    PackedExtraction.write([entity], statements, to: &out)
    for count in stride(from: 0, to: out.bytes.count, by: 7) {
      var input = PackedReader(out.bytes[..<count])
      let found = PackedExtraction.read(from: &input)
      #expect(found == nil || !input.isWhole)
    }
  }
}
