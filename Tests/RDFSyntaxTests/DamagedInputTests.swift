import RDFModel
import RDFSyntax
import Testing

/// A document with bytes changed, dropped or doubled is read or refused, and never ends the process. What is read can
/// be written and read again.
@Suite struct DamagedInputTests {
  private let document = Array(
    """
    @prefix ex: <http://example.org/a/../b#> . BASE <http://example.org/>
    GRAPH ex:g { ex:s a ex:T ; ex:p "a\\u00e9\\n"@en-GB , 'x'^^ex:d , \"\"\"long "" \\" \"\"\" , -1.5e+3 , .5 , true . }
    <r> ex:p\\~q ( 1 [ ex:q _:b.0 ] () ) . _:b.0 { [] ex:é%41 <#f> }
    [ ex:p <http://example.org/x> ] .
    <urn:a> <urn:b> "lit \\U0001F600 \u{FFFD}"^^<urn:c> .
    """.utf8)

  @Test(arguments: [RDFFormat.turtle, .triG, .nTriples, .nQuads]) func damage(format: RDFFormat) throws {
    var state: UInt64 = 42
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let interesting =
      Array("<>\"'\\@^_:.;,[](){}#%ue-+019 \n\r\t".utf8) + [0x00, 0x7F, 0x80, 0xC3, 0xE2, 0xED, 0xEF, 0xF0, 0xFF]
    var accepted = 0
    for _ in 0..<800 {
      var bytes = document
      for _ in 0...next(3) {
        let at = next(bytes.count)
        switch next(4) {
        case 0: bytes.remove(at: at)
        case 1: bytes.insert(interesting[next(interesting.count)], at: at)
        case 2: bytes.removeSubrange(at...)
        default: bytes[at] = interesting[next(interesting.count)]
        }
        if bytes.isEmpty { bytes = document }
      }
      var dataset = Dataset()
      let reader = RDFReader(format: format)
      if format == .nTriples || format == .nQuads {
        try reader.read(bytes, into: &dataset) { _ in }
      } else if (try? reader.read(bytes, into: &dataset)) == nil {
        #expect(dataset.quads.isEmpty)
        continue
      }
      accepted += 1
      let target: RDFFormat = format == .nTriples ? .turtle : .triG
      var again = Dataset()
      try RDFReader(format: target).read(try write(dataset, target), into: &again)
      #expect(try dataset.isIsomorphic(to: again))
    }
    #expect(accepted > 0 || format == .turtle)
  }
}
