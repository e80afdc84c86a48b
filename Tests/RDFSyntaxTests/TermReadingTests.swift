import RDFModel
import RDFSyntax
import Testing

@Suite struct TermReadingTests {
  private func object(_ text: String, _ format: RDFFormat, base: String? = nil) throws -> Term {
    let read = try dataset(text, format, base: base)
    try #require(read.quads.count == 1)
    return read.decode(read.quads[0]).object
  }

  @Test(arguments: [
    (#""plain""#, "plain"), (#""\t\b\n\r\f\"\'\\""#, "\t\u{8}\n\r\u{C}\"'\\"), (#""\u00E9\U0001F600""#, "é😀"),
    ("\"raw \t tab \u{0} \u{7F}\"", "raw \t tab \u{0} \u{7F}"), (#""\uFFFE""#, "\u{FFFE}"),
    ("\"\u{FFFF}\u{FF21}\"", "\u{FFFF}\u{FF21}"),
    (#""a long one with \n an escape behind eight bytes""#, "a long one with \n an escape behind eight bytes"),
    (#""\\" "#, "\\"),
  ])
  func escapesInStrings(written: String, meant: String) throws {
    for format in [RDFFormat.nTriples, .nQuads, .turtle, .triG] {
      #expect(try object("<urn:a> <urn:b> \(written) .", format) == .literal(Literal(meant)))
    }
  }

  @Test func theSameTermWrittenInTwoWaysIsOneTerm() throws {
    let read = try dataset(
      """
      <urn:a> <urn:b> "é\\t" .
      <urn:a> <urn:b> "\\u00e9\t" .
      <urn:a> <urn:b> "\\U000000E9\\u0009"^^<http://www.w3.org/2001/XMLSchema#string> .
      <urn:\\u0061> <urn:b> "é\\t" .
      """, .nTriples)
    #expect(Set(read.quads).count == 1)
  }

  @Test(arguments: [
    ("1", XSD.integer), ("-01", XSD.integer), ("+1.50", XSD.decimal), (".5", XSD.decimal), ("1e0", XSD.double),
    ("1.E+3", XSD.double), ("-.5E-3", XSD.double), ("true", XSD.boolean), ("false", XSD.boolean),
  ])
  func shorthand(written: String, datatype: IRI) throws {
    #expect(try object("<urn:a> <urn:b> \(written) .", .turtle) == .literal(Literal(written, datatype: datatype)))
  }

  @Test func theDotAfterAnIntegerEndsTheStatement() throws {
    #expect(try object("<urn:a> <urn:b> 1.", .turtle) == .literal(Literal("1", datatype: XSD.integer)))
  }

  @Test(arguments: [
    ("a:b.c.", "urn:x/b.c"), ("a:.", "urn:x/"), (#"a:b\,c\~ ."#, "urn:x/b,c~"), ("a:%41b .", "urn:x/%41b"),
    ("a:b:c-d_1 .", "urn:x/b:c-d_1"), ("a:é.é .", "urn:x/é.é"), ("a:0 .", "urn:x/0"),
  ])
  func prefixedNames(written: String, iri: String) throws {
    #expect(try object("@prefix a: <urn:x/> . <urn:a> <urn:b> \(written)", .turtle) == .iri(iri))
  }

  @Test(arguments: [
    ("g", "http://a/b/g"), ("../g", "http://a/g"), ("../../../g", "http://a/g"), ("?y", "http://a/b/c?y"),
    ("#s", "http://a/b/c?q#s"), ("", "http://a/b/c?q"), ("//h/./x/../y", "http://h/y"), ("http:g", "http:g"),
    ("http://x/a/./b/../c?q/../z", "http://x/a/c?q/../z"),
  ])
  func referencesAreResolved(reference: String, iri: String) throws {
    #expect(try object("<urn:a> <urn:b> <\(reference)> .", .turtle, base: "http://a/b/c?q") == .iri(iri))
    #expect(try object("BASE <http://a/b/c?q> <urn:a> <urn:b> <\(reference)> .", .triG) == .iri(iri))
  }

  @Test(arguments: ["relative/path", "/a b", "file:///a b"]) func aBaseThatIsNoIRIIsNone(base: String) throws {
    #expect(throws: SyntaxError.self) { try dataset("<urn:a> <urn:b> <c> .", .turtle, base: base) }
    #expect(try object("<urn:a> <urn:b> <urn:c> .", .turtle, base: base) == .iri("urn:c"))
  }

  @Test func theLineFormatsResolveNothing() throws {
    #expect(
      try object("<urn:a> <urn:b> <http://x/a/./b/../c> .", .nTriples, base: "http://a/") == .iri("http://x/a/./b/../c")
    )
  }

  @Test func aByteOrderMarkIsPassedOver() throws {
    for format in [RDFFormat.nTriples, .nQuads, .turtle, .triG] {
      #expect(try object("\u{FEFF}<urn:a> <urn:b> <urn:c> .\r\n", format) == .iri("urn:c"))
    }
  }

  @Test func twoDocumentsShareNoBlankNode() throws {
    var both = Dataset()
    let reader = RDFReader(format: .turtle)
    try reader.read(Array("_:x <urn:p> _:y . _:b7 <urn:p> [] .".utf8), into: &both)
    try reader.read(Array("_:x <urn:p> _:x . _:b7 <urn:p> [] , _:b9 .".utf8), into: &both)
    let separate = try dataset(
      "_:1 <urn:p> _:2 . _:3 <urn:p> _:4 . _:5 <urn:p> _:5 . _:6 <urn:p> _:7 , _:8 .", .turtle)
    #expect(try both.isIsomorphic(to: separate))
  }

  @Test func aLabelThatLooksLikeAMadeOneIsAnother() throws {
    let read = try dataset("[] <urn:p> 1 . _:b0 <urn:q> 2 . _:b1 <urn:r> 3 . _:b0 <urn:s> 4 .", .turtle)
    let expected = try dataset("_:x <urn:p> 1 . _:y <urn:q> 2 ; <urn:s> 4 . _:z <urn:r> 3 .", .turtle)
    #expect(try read.isIsomorphic(to: expected))
  }

  @Test func deepNestingIsReadAndWritten() throws {
    let depth = 50_000
    let text =
      "<urn:a> <urn:b> " + String(repeating: "[ <urn:p> ( ", count: depth) + "1"
      + String(repeating: " ) ]", count: depth) + " ."
    let read = try dataset(text, .turtle)
    #expect(read.quads.count == 1 + 3 * depth)
    var again = Dataset()
    try RDFReader(format: .turtle).read(try write(read, .turtle), into: &again)
    #expect(again.quads.count == read.quads.count)
  }

  @Test func prefixesAreHandedOn() throws {
    var dataset = Dataset()
    let text = "@prefix b: <urn:b> . PREFIX : <urn:a> @prefix b: <urn:c> ."
    let outcome = try RDFReader(format: .turtle).read(Array(text.utf8), into: &dataset)
    #expect(outcome.prefixes.map(\.prefix) == ["", "b"])
    #expect(outcome.prefixes.map(\.namespace) == ["urn:a", "urn:c"])
  }
}
