import RDFModel
import RDFSyntax
import TestSupport
import Testing

/// RDF/XML as raptor, a reader that is not ours, reads it: it takes language tags for lower case.
@Suite struct RDFXMLWriterTests {
  private func readBack(_ bytes: [UInt8]) throws -> Dataset {
    var again = Dataset()
    try RaptorReader(format: .rdfXML, base: IRI("http://base.example/")).read(bytes, into: &again)
    return again
  }

  @Test(arguments: [
    "<http://a/s> <http://a/p> \"x\", \"x\"@en, \"x\"@en-gb, 1, <http://a/?a=1&b=2#c> .",
    "<http://a/s> <http://a/p> \"<b> & \\\"]]>\\\" \\r\\n\\t  two  spaces \" .",
    "<http://a/s> <http://a/p#q-1.2> \"日本 😀 é\" ; <http://b/2024/05x> 1 .",
    "_:0 <http://a/p> _:1 . _:1 <http://a/p> _:0, _:1 .",
    "<http://a/s> <http://a/p> (1 [ <http://a/q> 2 ] ()) .",
    "<http://a/s> a <http://a/T> ; <http://www.w3.org/1999/02/22-rdf-syntax-ns#_1> \"\" .",
    "<http://a/s> <http://a/p> \"<i>x</i>\"^^<http://www.w3.org/1999/02/22-rdf-syntax-ns#XMLLiteral> .",
    "",
  ])
  func readsBackTheSame(_ text: String) throws {
    let dataset = try dataset(text, .turtle)
    let bytes = try write(
      dataset, .rdfXML, prefixes: [("a", "http://a/"), ("xmlx", "http://b/"), ("rdf", "http://a/p#")])
    #expect(try dataset.isIsomorphic(to: readBack(bytes)), "\(String(decoding: bytes, as: UTF8.self))")
  }

  @Test func looksLikeThis() throws {
    let dataset = try dataset("<http://a/s> a <http://a/T> ; <http://a/p> 1, \"x\"@en ; <http://c/q> [] .", .turtle)
    #expect(
      String(decoding: try write(dataset, .rdfXML, prefixes: [("a", "http://a/"), ("b", "http://b/")]), as: UTF8.self)
        == """
        <?xml version="1.0" encoding="UTF-8"?>
        <rdf:RDF
          xmlns:a="http://a/"
          xmlns:ns1="http://c/"
          xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
          <rdf:Description rdf:about="http://a/s">
            <rdf:type rdf:resource="http://a/T"/>
            <a:p rdf:datatype="http://www.w3.org/2001/XMLSchema#integer">1</a:p>
            <a:p xml:lang="en">x</a:p>
            <ns1:q rdf:nodeID="b1"/>
          </rdf:Description>
        </rdf:RDF>

        """)
  }

  @Test(arguments: [
    "<http://a/s> <http://a/1> 1 .", "<http://a/s> <http://a/p/> 1 .", "<http://a/s> <http://a/p> \"\\u0001\" .",
    "<http://a/s> <http://a/p> \"\\uFFFF\" .", "<http://a/s> <http://www.w3.org/1999/02/22-rdf-syntax-ns#li> 1 .",
  ])
  func refusesWhatHasNoForm(_ text: String) throws {
    let dataset = try dataset(text, .turtle)
    let error = #expect(throws: WriteError.self) { try write(dataset, .rdfXML) }
    #expect(error?.code == .noXMLForm)
  }

  @Test func refusesNamedGraphs() throws {
    let dataset = try dataset("<http://a/s> <http://a/p> 1 <http://a/g> .".replacing(" 1 ", with: " \"1\" "), .nQuads)
    let error = #expect(throws: WriteError.self) { try write(dataset, .rdfXML) }
    #expect(error?.code == .namedGraph)
  }
}
