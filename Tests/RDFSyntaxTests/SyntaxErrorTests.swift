import RDFModel
import RDFSyntax
import Testing

@Suite struct SyntaxErrorTests {
  struct Fault: Sendable, CustomTestStringConvertible {
    var format: RDFFormat
    var text: String
    var code: SyntaxError.Code
    var line: Int
    var column: Int
    var testDescription: String { "\(format.name): \(text.debugDescription)" }
    init(_ format: RDFFormat, _ text: String, _ code: SyntaxError.Code, _ line: Int, _ column: Int) {
      self.format = format
      self.text = text
      self.code = code
      self.line = line
      self.column = column
    }
  }

  @Test(arguments: [
    Fault(.nTriples, "<urn:a> <urn:b> <urn:c> .\n<urn:a> <urn:b> oops .\n", .unexpected, 2, 17),
    Fault(.nTriples, "<urn:a> <urn:b> \"é\" x\n", .unexpected, 1, 21),
    Fault(.nTriples, "<urn:a> <urn:b> <urn:c>", .unexpectedEnd, 1, 24),
    Fault(.nTriples, "<urn:a> <urn:b> <c> .", .relativeIRI, 1, 17),
    Fault(.nTriples, "<urn:a> <urn:b> <urn: c> .", .iri, 1, 22),
    Fault(.nTriples, #"<urn:a> <urn:b> "\ud800" ."#, .escape, 1, 18),
    Fault(.nTriples, #"<urn:a> <urn:b> "\U00110000" ."#, .escape, 1, 18),
    Fault(.nTriples, #"<urn:a> <urn:b> "\x" ."#, .escape, 1, 18),
    Fault(.nTriples, #"<urn:a> <urn:b> <urn:\u003Ex> ."#, .iri, 1, 22),
    Fault(.nTriples, "<urn:a> <urn:b> \"x\"@-en .", .languageTag, 1, 20),
    Fault(.nTriples, "<urn:a> <urn:b> <urn:c> <urn:g> .", .unexpected, 1, 25),
    Fault(.nQuads, "<urn:a> <urn:b> <urn:c> \"g\" .", .unexpected, 1, 25),
    Fault(.nQuads, "\r\n\r<urn:a>\r\n", .unexpected, 3, 8),
    Fault(.turtle, "@prefix a: <urn:a> .\na:b\ta:c d:e .", .undefinedPrefix, 2, 9),
    Fault(.turtle, "<urn:a> a <b> .", .relativeIRI, 1, 11),
    Fault(.turtle, "<urn:a> a \"x\ny\" .", .unexpected, 1, 11),
    Fault(.turtle, "<urn:a> a \"\"\"x\ny .", .unexpectedEnd, 1, 11),
    Fault(.turtle, "<urn:a> a [ a <urn:b> .", .unexpected, 1, 23),
    Fault(.turtle, "<urn:a> a ( <urn:b> .", .unexpected, 1, 21),
    Fault(.turtle, "<urn:a> <urn:p> 'x'^^true .", .unexpected, 1, 22),
    Fault(.turtle, "[] .", .unexpected, 1, 4),
    Fault(.turtle, "<urn:g> { <urn:a> a <urn:b> }", .unexpected, 1, 9),
    Fault(.triG, "<urn:g> { <urn:a> a <urn:b>\n", .unexpectedEnd, 2, 1),
    Fault(.triG, "{ @prefix a: <urn:a> . }", .unexpected, 1, 3),
  ])
  func anErrorSaysWhatAndWhere(fault: Fault) {
    var dataset = Dataset()
    let error = #expect(throws: SyntaxError.self) {
      try RDFReader(format: fault.format, file: "x").read(Array(fault.text.utf8), into: &dataset)
    }
    #expect(error?.code == fault.code)
    #expect(error?.line == fault.line)
    #expect(error?.column == fault.column)
    #expect(dataset.quads.isEmpty)
  }

  @Test func theMessageShowsTheLineAndACaret() {
    let error = #expect(throws: SyntaxError.self) {
      try dataset("<urn:a> a <urn:b> .\n\t<urn:é> a ? .\n", .turtle)
    }
    #expect(
      error?.description == """
        <input>:2:12: expected an object: an IRI, a blank node, a literal, '[' or '(', found '?'
          \t<urn:é> a ? .
          \t          ^
        """)
  }

  @Test(
    arguments: [
      [0xFF], [0xC0, 0xAF], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xC3],
      [0xF0, 0x9F, 0x98],
    ] as [[UInt8]])
  func whatIsNotUTF8IsAnError(bytes: [UInt8]) {
    let start = "<urn:a> <urn:b> \"long enough to pass over eight bytes at once "
    let text = Array(start.utf8) + bytes + Array("\" .\n".utf8)
    for format in [RDFFormat.turtle, .triG, .nTriples, .nQuads] {
      var dataset = Dataset()
      let error = #expect(throws: SyntaxError.self) { try RDFReader(format: format).read(text, into: &dataset) }
      #expect(error?.code == .encoding)
      #expect(error?.column == start.count + 1)
    }
  }

  @Test(arguments: [RDFFormat.nTriples, .nQuads]) func linesWithErrorsMayBeLeftOut(format: RDFFormat) throws {
    let text: [UInt8] =
      Array("<urn:a> <urn:b> <urn:c> .\r\n<urn:bad>\r\n<urn:a> <urn:b> \"".utf8) + [0xFF]
      + Array("\" .\n# fine\n<urn:a> <urn:b> <urn:d> .\n<urn:a> <urn:b> \"é".utf8)
    var dataset = Dataset()
    var errors: [SyntaxError] = []
    let outcome = try RDFReader(format: format).read(text, into: &dataset) { errors.append($0) }
    #expect(outcome.statements == 2)
    #expect(dataset.quads.count == 2)
    #expect(errors.map(\.line) == [2, 3, 6])
    #expect(errors.map(\.code) == [.unexpected, .encoding, .unexpectedEnd])
    #expect(errors.map(\.sourceLine).first == "<urn:bad>")
  }
}
