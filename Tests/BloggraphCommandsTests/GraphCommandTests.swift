import Foundation
import TestSupport
import Testing

/// `explain`, `validate` and `convert`, on an export and on RDF from elsewhere.
@Suite struct GraphCommandTests {
  private let turtle = """
    @prefix ex: <http://example.org/> .
    ex:a ex:p "x"@en, 1 ; ex:q [ ex:r ex:b ] .

    """
  private let shapes = """
    @prefix ex: <http://example.org/> . @prefix sh: <http://www.w3.org/ns/shacl#> .
    ex:Shape a sh:NodeShape ; sh:targetNode ex:a ; sh:property [ sh:path ex:p ; sh:maxCount 1 ] .

    """

  @Test func explainShowsTheWordsAndTheLine() throws {
    let blog = try SmallBlog()
    _ = try blog.export("--quiet")
    let outcome = try Program.bloggraph.run(["explain", blog.output, "ada example"])
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("Person \"Ada Example\"\n<https://blog.example/id/person/ada-example>\n"))
    #expect(outcome.output.contains("\nAda Example works for Example Rigging Inc"))
    #expect(outcome.output.contains("\n  sail.md:7  …"))
    #expect(outcome.output.contains("Mentioned in 2 posts:"))
    let byIRI = try Program.bloggraph.run(["explain", blog.output, "https://blog.example/id/person/ada-example"])
    #expect(byIRI.output == outcome.output)
  }

  @Test func explainSuggestsWhatIsCalledAlike() throws {
    let blog = try SmallBlog()
    _ = try blog.export("--quiet")
    let outcome = try Program.bloggraph.run(["explain", blog.output, "Ada"])
    #expect(outcome.status == 1)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains("did you mean \"Ada Example\""))
    #expect(try Program.bloggraph.run(["explain", blog.site, "Ada"]).status == 2)
  }

  @Test func anExportIsValidAndAFaultIsTracedToItsLine() throws {
    let blog = try SmallBlog()
    _ = try blog.export("--quiet")
    let graph = blog.output + "/graph.nq"
    #expect(try Program.bloggraph.run(["validate", graph]).status == 0)
    // A person works for a place: a violation, which stands in the post's graph.
    var text = try String(contentsOfFile: graph, encoding: .utf8)
    text = text.replacing("<http://schema.org/Organization>", with: "<http://schema.org/Place>")
    try Data(text.utf8).write(to: URL(filePath: graph))
    let outcome = try Program.bloggraph.run(["validate", graph, "--severity", "violation"])
    #expect(outcome.status == 1)
    #expect(
      outcome.output.contains("\nViolation: Person \"Ada Example\": A person works for an organization. — sail.md:7\n"))
    let github = try Program.bloggraph.run(
      ["validate", graph, "--severity", "violation", "--format", "github", "--source-root", "content"])
    #expect(github.output.contains("::error file=content/sail.md,line=7::Person \"Ada Example\": A person works for"))
  }

  @Test func validateTakesAnyRDFAndAnyShapes() throws {
    let scratch = try ScratchFolder()
    try scratch.write(turtle, to: "data.ttl")
    try scratch.write(shapes, to: "shapes.ttl")
    let arguments = ["validate", scratch.path("data.ttl"), "--shapes", scratch.path("shapes.ttl")]
    let text = try Program.bloggraph.run(arguments)
    #expect(text.status == 1)
    #expect(text.output.hasPrefix("Violation: <http://example.org/a>: "))
    #expect(text.output.hasSuffix("\nThe graph does not conform to the shapes: 1 violation.\n"))
    let turtle = try Program.bloggraph.run(arguments + ["--format", "turtle"])
    #expect(turtle.output.contains("sh:conforms false"))
    #expect(turtle.output.contains("sh:focusNode <http://example.org/a>"))
    let json = try Program.bloggraph.run(arguments + ["--format", "json"])
    let object = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
    #expect(object?["conforms"] as? Bool == false)
    #expect(object?["resultCount"] as? Int == 1)
    let jsonLD = try Program.bloggraph.run(arguments + ["--format", "jsonld"])
    #expect(jsonLD.output.contains("http://www.w3.org/ns/shacl#MaxCountConstraintComponent"))
  }

  @Test func dataThatDoesNotParseIsAProblemAndAMissingFileWrongUse() throws {
    let scratch = try ScratchFolder()
    try scratch.write("<a> <b> .\n", to: "bad.nt")
    let outcome = try Program.bloggraph.run(["validate", scratch.path("bad.nt")])
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("bad.nt:1:"))
    #expect(try Program.bloggraph.run(["validate", scratch.path("missing.nt")]).status == 2)
    #expect(try Program.bloggraph.run(["validate", scratch.path("data")]).status == 2)
  }

  @Test(arguments: ["nt", "nq", "trig", "jsonld", "rdf"]) func convertThereAndBack(_ format: String) throws {
    let scratch = try ScratchFolder()
    try scratch.write(turtle, to: "in.ttl")
    let (there, back) = (scratch.path("out." + format), scratch.path("back.ttl"))
    #expect(try Program.bloggraph.run(["convert", scratch.path("in.ttl"), "-o", there]).status == 0)
    #expect(try Program.bloggraph.run(["convert", there, "-o", back]).status == 0)
    let direct = try Program.bloggraph.run(["convert", scratch.path("in.ttl"), "-o", "-", "--to", "nt"])
    let around = try Program.bloggraph.run(["convert", back, "-o", "-", "--to", "nt"])
    func withoutLabels(_ text: String) -> [String] {
      text.split(separator: "\n").map { String($0).replacing(#/_:\S+/#, with: "_:b") }.sorted()
    }
    #expect(withoutLabels(direct.output).count == 4)
    #expect(withoutLabels(direct.output) == withoutLabels(around.output))
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.url.path).filter { $0.hasPrefix(".") }.isEmpty)
  }

  @Test func namesOfGraphsAreNotLostUnasked() throws {
    let blog = try SmallBlog()
    _ = try blog.export("--quiet")
    let (graph, turtle) = (blog.output + "/graph.nq", blog.scratch.path("graph.ttl"))
    let refused = try Program.bloggraph.run(["convert", graph, "-o", turtle])
    #expect(refused.status == 2)
    #expect(refused.errors.contains("--merge-graphs"))
    #expect(!FileManager.default.fileExists(atPath: turtle))
    #expect(try Program.bloggraph.run(["convert", graph, "-o", turtle, "--merge-graphs"]).status == 0)
    let merged = try Program.bloggraph.run(["convert", turtle, "-o", "-", "--to", "nt"]).output
    let exported = try Program.bloggraph.run(["convert", blog.output + "/graph.ttl", "-o", "-", "--to", "nt"]).output
    #expect(merged == exported)
  }

  @Test func structuredDataIsReadOutOfAPage() throws {
    let scratch = try ScratchFolder()
    try scratch.write(
      """
      <html><head><script type="application/ld+json">
      {"@context": "https://schema.org", "@id": "https://blog.example/x/", "@type": "BlogPosting", "headline": "X"}
      </script></head></html>
      """, to: "page.html")
    let outcome = try Program.bloggraph.run(["convert", scratch.path("page.html"), "-o", "-", "--to", "nt"])
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("<https://blog.example/x/> <http://schema.org/headline> \"X\" .\n"))
  }

  @Test func standardInputIsReadAndAClosedOutputIsNoCrash() throws {
    let outcome = try Program.bloggraph.run(["convert", "-", "--from", "ttl", "-o", "-", "--to", "nt"], input: turtle)
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("<http://example.org/a> <http://example.org/p> \"x\"@en .\n"))
    let shell = Program(executable: URL(filePath: "/bin/bash"))
    let script = "'\(Program.bloggraph.executable.path)' --help | true; echo ${PIPESTATUS[0]}"
    #expect(try shell.run(["-c", script]).output == "0\n")
  }
}
