import JSONLD
import RDFModel
import Testing

private func scripts(_ page: String) throws -> HTMLScripts { try HTMLScripts(Array(page.utf8)) }

@Suite("JSON-LD in HTML")
struct HTMLTests {
  @Test func findsScriptsAndSaysWhere() throws {
    let page = """
      <!DOCTYPE html><html><head><title><script type="application/ld+json">{"no":1}</script></title>
      <!-- <script type="application/ld+json">{"no":2}</script> -->
      <base href="/blog/">
      <script>var a = '<script type="application/ld+json">{"no":3}';</script>
      <SCRIPT id=main TYPE='Application/LD+JSON; profile="x"'>
      {"a": "<b>"}</Script >
      <style>a::before { content: "<script type='application/ld+json'>{}</script>" }</style>
      <script type="application/ld&#43;json">["b"]</script>
      """
    let found = try scripts(page)
    #expect(found.base == "/blog/")
    #expect(found.scripts.map(\.document) == [["a": "<b>"], ["b"]])
    #expect(found.scripts.map(\.id) == ["main", nil])
    #expect(found.scripts.map(\.line) == [5, 8])
    #expect(found.scripts[1].column == 40)
    #expect(found.document == [["a": "<b>"], "b"])
  }

  @Test(
    "follows the script data states",
    arguments: [
      (#"["<!-- <script> </script> -->"]"#, true), (#"["<!-- </scriptx> -->"]"#, true), (#"["<!--> x"]"#, true),
      (#"["<\/script>"]"#, true), (#"["</script>"]"#, false),
    ])
  func scriptData(text: String, isWhole: Bool) throws {
    let page = "<script type=application/ld+json>\(text)</script>"
    if isWhole {
      #expect(try scripts(page).scripts.first?.document == JSONValue(parsing: Array(text.utf8)))
    } else {
      #expect(throws: JSONLDError.self) { try scripts(page) }
    }
  }

  @Test func pagesBecomeRDF() throws {
    let page = """
      <base href="../"><script type="application/ld+json">{"@context":"https://schema.org","@id":"a","name":"A"}</script>
      <script type="application/ld+json">[{"@context":"https://schema.org","@id":"b","url":"c"}]</script>
      """
    var dataset = Dataset()
    let processor = JSONLDProcessor(options: .init(base: "https://e.org/x/y/"))
    #expect(try processor.toRDF(html: Array(page.utf8), into: &dataset) == 2)
    let quads = dataset.quads.map(dataset.decode)
    #expect(
      quads == [
        Quad(.iri("https://e.org/x/a"), IRI("http://schema.org/name"), .literal(Literal("A"))),
        Quad(.iri("https://e.org/x/b"), IRI("http://schema.org/url"), .iri("https://e.org/x/c")),
      ])
  }

  @Test func faultsHaveTheirPlaceInThePage() {
    let page = "<html>\n<script type=\"application/ld+json\">\n{\"a\": 1,\n}</script>"
    #expect {
      try scripts(page)
    } throws: { error in
      let error = error as? JSONLDError
      return error?.code == .invalidScriptElement && error?.line == 4 && error?.column == 1
    }
  }

  @Test(
    "ends with pages that end anywhere",
    arguments: ["<", "<!--", "<script", "<a b", "<a b=\"", "<script><!--<script>", "</", "<!", "<a b=c/"])
  func truncated(page: String) throws { #expect(try scripts(page).scripts.isEmpty) }
}
