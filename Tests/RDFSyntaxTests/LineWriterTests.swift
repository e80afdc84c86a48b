import RDFModel
import RDFSyntax
import Testing

@Suite struct LineWriterTests {
  private let text = """
    <urn:b> <urn:p> "2" <urn:g> .
    <urn:b> <urn:p> "2" .
    <urn:a> <urn:p> "x"@en-GB .
    <urn:a> <urn:p> "x"@en .
    <urn:a> <urn:p> "x" .
    <urn:a> <urn:p> "x y" .
    _:b10 <urn:p> <urn:aa> .
    _:b1 <urn:p> <urn:a> .
    <urn:b> <urn:p> "2" _:g .
    <urn:a> <urn:p> "x" .

    """

  @Test func canonicalOrderIsThatOfTheLines() throws {
    let sorted = String(decoding: try write(try dataset(text, .nQuads), .nQuads), as: UTF8.self)
    let lines = Set(text.split(separator: "\n").map { Array($0.utf8) })
    let expected = lines.sorted { $0.lexicographicallyPrecedes($1) }.map { String(decoding: $0, as: UTF8.self) + "\n" }
    #expect(sorted == expected.joined())
  }

  @Test func unsortedKeepsOrderAndDoubles() throws {
    #expect(String(decoding: try write(try dataset(text, .nQuads), .nQuads, sorted: false), as: UTF8.self) == text)
  }

  @Test func aSinkGetsChunksInOrder() throws {
    struct Chunks: ByteSink {
      var all: [[UInt8]] = []
      mutating func write(_ chunk: [UInt8]) { all.append(chunk) }
    }
    var large = Dataset()
    for index in 0..<20_000 { large.insert(Quad(.iri("urn:s\(index)"), IRI("urn:p"), .literal(Literal("\(index)")))) }
    var chunks = Chunks()
    try NTriplesWriter(sorted: false).write(large, to: &chunks)
    #expect(chunks.all.count > 1)
    #expect(Array(chunks.all.joined()) == (try write(large, .nTriples, sorted: false)))
  }
}
