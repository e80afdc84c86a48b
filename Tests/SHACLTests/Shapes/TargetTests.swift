import Testing

@Suite("Targets (SHACL §2.1.3)")
struct TargetTests {
  private let data = "ex:a a ex:C ; ex:p ex:b . ex:b a ex:D . ex:D rdfs:subClassOf ex:C . ex:c ex:p 5 ."

  private func focusNodes(_ target: String) throws -> [String] {
    try results(data, shapes: "ex:S a sh:NodeShape ; \(target) ; sh:in () .").map {
      String($0.split(separator: " ")[0])
    }
  }

  @Test func node() throws {
    #expect(try focusNodes("sh:targetNode ex:a, ex:nowhere, 7, \"text\"@en") == ["7", "text@en", "ex:a", "ex:nowhere"])
  }

  @Test func ofClass() throws { #expect(try focusNodes("sh:targetClass ex:C") == ["ex:a", "ex:b"]) }

  @Test func subjects() throws { #expect(try focusNodes("sh:targetSubjectsOf ex:p") == ["ex:a", "ex:c"]) }

  @Test func objects() throws { #expect(try focusNodes("sh:targetObjectsOf ex:p") == ["5", "ex:b"]) }

  @Test("a node that several targets find is validated once")
  func several() throws {
    #expect(try focusNodes("sh:targetNode ex:a ; sh:targetClass ex:C ; sh:targetSubjectsOf ex:p").count == 3)
  }

  @Test("a shape that is a class targets its instances")
  func implicit() throws {
    #expect(
      try results(data, shapes: "ex:C a rdfs:Class, sh:NodeShape ; sh:in () .") == ["ex:a - ex:a In", "ex:b - ex:b In"])
    #expect(
      try results(data, shapes: "ex:C a owl:Class, sh:NodeShape ; sh:in () . owl:Class rdfs:subClassOf rdfs:Class .")
        .count
        == 2)
    #expect(try results(data, shapes: "ex:C a owl:Class, sh:NodeShape ; sh:in () .").isEmpty)
  }
}
