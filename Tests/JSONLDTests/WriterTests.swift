import JSONLD
import RDFModel
import RDFSyntax
import Testing

private func nQuads(_ text: String) throws -> Dataset {
  var dataset = Dataset()
  try RDFReader(format: .nQuads).read(Array(text.utf8), into: &dataset)
  return dataset
}

@Suite("JSON-LD writer")
struct WriterTests {
  private let lines = [
    #"<https://e.org/b> <http://schema.org/name> "Zoë \"Z\" \\ \n\u0001\u007F😀"@fr-CA ."#,
    #"<https://e.org/b> <http://schema.org/name> "plain" ."#,
    #"<https://e.org/b> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://schema.org/Person> ."#,
    #"<https://e.org/b> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/bloggraph#Speaker> ."#,
    #"<https://e.org/b> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> "odd" ."#,
    #"<https://e.org/a> <https://w3id.org/bloggraph#confidence> "0.90"^^<http://www.w3.org/2001/XMLSchema#decimal> ."#,
    #"<https://e.org/a> <http://schema.org/knows> <https://e.org/b> <https://e.org/g> ."#,
    #"<https://e.org/a> <http://schema.org/knows> _:x <https://e.org/g> ."#,
    #"_:x <http://schema.org/schema> "1"^^<http://www.w3.org/2001/XMLSchema#integer> _:h ."#,
    #"_:x <http://schema.org/a:b> "2" ."#,
  ]

  private var context: JSONLDWriter.Context {
    get throws {
      try .init(
        prefixes: [("schema", "http://schema.org/"), ("bg", "https://w3id.org/bloggraph#")],
        vocabulary: "http://schema.org/")
    }
  }

  @Test func writesExpandedForm() throws {
    let dataset = try nQuads(lines[0..<3].joined(separator: "\n") + "\n")
    let expected = #"""
      [
      {"@id":"https://e.org/b","@type":["http://schema.org/Person"],"http://schema.org/name":[{"@language":"fr-CA","@value":"Zoë \"Z\" \\ \n\u0001\u007F😀"},{"@value":"plain"}]}
      ]

      """#
    #expect(String(decoding: try JSONLDWriter().bytes(of: dataset), as: UTF8.self) == expected)
  }

  @Test func writesWithAContext() throws {
    let dataset = try nQuads(lines[1..<6].joined(separator: "\n") + "\n")
    let expected = #"""
      {"@context":{"@vocab":"http://schema.org/","bg":"https://w3id.org/bloggraph#","schema":"http://schema.org/"},
      "@graph":[
      {"@id":"https://e.org/a","bg:confidence":{"@type":"http://www.w3.org/2001/XMLSchema#decimal","@value":"0.90"}},
      {"@id":"https://e.org/b","http://www.w3.org/1999/02/22-rdf-syntax-ns#type":"odd","@type":["Person","bg:Speaker"],"name":"plain"}
      ]}

      """#
    #expect(String(decoding: try JSONLDWriter(context: context).bytes(of: dataset), as: UTF8.self) == expected)
  }

  @Test("any order of the same statements gives the same bytes", arguments: [false, true])
  func sameBytes(isCompact: Bool) throws {
    let writer = JSONLDWriter(context: isCompact ? try context : nil)
    let first = try writer.bytes(of: nQuads(lines.joined(separator: "\n") + "\n"))
    for turn in lines.indices {
      let doubled = Array(lines.reversed())[turn...] + lines[0..<3] + Array(lines.reversed())[..<turn]
      #expect(try writer.bytes(of: nQuads(doubled.joined(separator: "\n") + "\n")) == first)
    }
  }

  @Test("the processor reads back what was written", arguments: [false, true])
  func comesBack(isCompact: Bool) throws {
    let dataset = try nQuads(lines.joined(separator: "\n") + "\n")
    let bytes = try JSONLDWriter(context: isCompact ? try context : nil).bytes(of: dataset)
    var back = Dataset()
    try JSONLDProcessor().toRDF(JSONValue(parsing: bytes), into: &back)
    #expect(try dataset.isIsomorphic(to: back))
  }

  @Test func sortsManyAlikeNames() throws {
    let names = (0..<3_000).map { "<https://e.org/id/person/name-\($0 * 7919 % 3_000)>" }
    let text = names.map { "\($0) <p:o> \($0) ." }.joined(separator: "\n") + "\n"
    let written = String(decoding: try JSONLDWriter().bytes(of: nQuads(text)), as: UTF8.self)
    let found = written.split(separator: "\n").compactMap { $0.split(separator: "\"").dropFirst(3).first }
    #expect(found.count == 3_000)
    #expect(found.map(String.init) == names.sorted().map { String($0.dropFirst().dropLast()) })
  }

  @Test func refusesWhatNoReaderTakesBack() throws {
    func code(_ quad: Quad, _ context: JSONLDWriter.Context? = nil) -> JSONLDError.Code? {
      var dataset = Dataset()
      dataset.insert(quad)
      do {
        _ = try JSONLDWriter(context: context).bytes(of: dataset)
        return nil
      } catch { return (error as? JSONLDError)?.code }
    }
    let p = IRI("https://e.org/p")
    #expect(code(Quad(.iri("relative"), p, .iri("s:o"))) == .unwritableTerm)
    #expect(code(Quad(.iri("s:a"), IRI("b c:d"), .iri("s:o"))) == .unwritableTerm)
    #expect(code(Quad(.iri("s:a"), p, .iri("s:\"o"))) == .unwritableTerm)
    #expect(code(Quad(.iri("s:a"), p, .literal(Literal("x", language: "en us")))) == .unwritableTerm)
    #expect(code(Quad(.iri("s:a"), p, .literal(Literal("x", datatype: IRI("no"))))) == .unwritableTerm)
    #expect(code(Quad(.literal(Literal("x")), p, .iri("s:o"))) == .unwritableTerm)
    #expect(code(Quad(.iri("bg:a"), p, .iri("s:o")), try context) == .iriConfusedWithPrefix)
    #expect(code(Quad(.iri("s:a"), p, .iri("s:o")), try context) == nil)
  }

  @Test func takesPrefixesFromAContextDocument() throws {
    let document = try JSONValue(
      parsing: Array(
        #"{"@context":{"@vocab":"http://schema.org/","bg":"https://w3id.org/bloggraph#","name":{"@container":"@language"},"url":{"@type":"@id"}}}"#
          .utf8))
    let context = try JSONLDWriter.Context(of: document)
    #expect(context.vocabulary == "http://schema.org/")
    #expect(context.prefixes.map(\.name) == ["bg"])
  }

  @Test func writesAnEmptyDataset() throws {
    #expect(String(decoding: try JSONLDWriter().bytes(of: Dataset()), as: UTF8.self) == "[\n]\n")
  }
}
