import Foundation
import TestSupport
import Testing

/// `validate` on shapes and data that are not ours.
@Suite struct ValidateCommandTests {
  private let data = """
    @prefix ex: <http://example.org/> .
    ex:a a ex:C ; ex:p 1, 2, 3 .

    """
  private let prefixes = """
    @prefix ex: <http://example.org/> . @prefix sh: <http://www.w3.org/ns/shacl#> .

    """
  /// A violation, a warning, a note and a result of an own severity.
  private var shapes: String {
    prefixes + """
      ex:S a sh:NodeShape ; sh:targetNode ex:a ;
        sh:property [ sh:path ex:p ; sh:maxCount 2 ] ;
        sh:property [ sh:path ex:q ; sh:minCount 1 ; sh:severity sh:Warning ] ;
        sh:property [ sh:path ex:r ; sh:minCount 1 ; sh:severity sh:Info ] ;
        sh:property [ sh:path ex:s ; sh:minCount 1 ; sh:severity ex:Grave ] .

      """
  }

  private func run(shapes: String, _ arguments: String..., data: String? = nil) throws -> Program.Outcome {
    let scratch = try ScratchFolder()
    try scratch.write(data ?? self.data, to: "data.ttl")
    try scratch.write(shapes, to: "shapes.ttl")
    return try Program.bloggraph.run(
      ["validate", scratch.path("data.ttl"), "--shapes", scratch.path("shapes.ttl")] + arguments)
  }

  private func results(_ json: String) throws -> [[String: Any]] {
    let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    return try #require(object?["results"] as? [[String: Any]])
  }

  @Test(arguments: [
    ("info", ["Violation", "Warning", "Info", "Grave"]), ("warning", ["Violation", "Warning", "Grave"]),
    ("violation", ["Violation", "Grave"]),
  ])
  func severityLeavesOutWhatIsLessSevere(_ severity: String, _ left: [String]) throws {
    let outcome = try run(shapes: shapes, "--severity", severity, "--format", "json")
    let found = try results(outcome.output).compactMap { ($0["severity"] as? String)?.split { "#/".contains($0) }.last }
    #expect(Set(found.map(String.init)) == Set(left))
    #expect(outcome.status == 1)
  }

  @Test func warningsAndNotesAreNoFailure() throws {
    let mild =
      prefixes + """
        ex:S a sh:NodeShape ; sh:targetNode ex:a ; sh:property [ sh:path ex:q ; sh:minCount 1 ; sh:severity sh:Warning ] .
        """
    let outcome = try run(shapes: mild)
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("Warning: <http://example.org/a>: "))
  }

  @Test func maxResultsCutsWhatIsShownAndNotTheVerdict() throws {
    let outcome = try run(shapes: shapes, "--max-results", "1")
    #expect(outcome.status == 1)
    #expect(outcome.output.split(separator: "\n").count == 3)
    #expect(outcome.output.contains("… and 3 more"))
    #expect(try results(run(shapes: shapes, "--max-results", "2", "--format", "json").output).count == 2)
    #expect(try run(shapes: shapes, "--max-results", "0").status == 2)
  }

  @Test func aFolderIsNamedAsSuch() throws {
    let folder = FileManager.default.temporaryDirectory.path
    let outcome = try Program.bloggraph.run(["validate", folder])
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("is a folder; name the files in it"))
  }

  @Test func githubAnnotatesBySeverity() throws {
    let outcome = try run(shapes: shapes, "--format", "github")
    let commands = outcome.output.split(separator: "\n").compactMap { $0.split(separator: ":").first.map(String.init) }
    #expect(Set(commands) == ["error", "warning", "notice"])
    #expect(commands.count == 4)
  }

  /// Silence would pass for a check.
  @Test(arguments: ["text", "json", "github", "turtle", "jsonld"])
  func shapesThatNeedSPARQLAreNamed(_ format: String) throws {
    let sparql =
      prefixes + """
        ex:Asks a sh:NodeShape ; sh:targetNode ex:a ; sh:sparql [ sh:select "SELECT $this WHERE { $this ?p ?o }" ] .
        """
    let outcome = try run(shapes: sparql, "--format", format)
    #expect(outcome.status == 0)
    let told = ["turtle", "jsonld"].contains(format) ? outcome.errors : outcome.output
    #expect(told.contains("shape <http://example.org/Asks> was not checked: sh:sparql needs a SPARQL engine"))
  }

  @Test(arguments: [
    ("ex:Bad a sh:NodeShape ; sh:property [ sh:path ex:p ; sh:minCount \"x\" ] .", "<http://example.org/Bad>"),
    ("ex:Bad a sh:PropertyShape ; sh:minCount 1 .", "<http://example.org/Bad>"),
    ("ex:R a sh:NodeShape ; sh:property [ sh:path ex:p ; sh:node ex:R ] .", "<http://example.org/R>"),
    ("ex:Bad a sh:NodeShape ; sh:property [ sh:path ex:p ; sh:pattern \"[\" ] .", "<http://example.org/Bad>"),
  ])
  func shapesThatCannotBeUsedAreWrongUseAndNamed(_ shape: String, _ name: String) throws {
    let outcome = try run(shapes: prefixes + shape)
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix("bloggraph: the shapes cannot be used:\nshape "))
    #expect(outcome.errors.contains(name))
  }

  @Test(arguments: [
    ("nt", "<http://example.org/a> <http://example.org/p> \"1\" .\n"),
    ("trig", "<http://example.org/g> { <http://example.org/a> <http://example.org/p> 1 }\n"),
    ("jsonld", #"{"@id": "http://example.org/a", "http://example.org/p": 1}"#),
    (
      "rdf",
      """
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:ex="http://example.org/">
      <rdf:Description rdf:about="http://example.org/a"><ex:p>1</ex:p></rdf:Description></rdf:RDF>
      """
    ),
  ])
  func standardInputIsReadInAnySyntax(_ syntax: String, _ text: String) throws {
    let scratch = try ScratchFolder()
    try scratch.write(
      prefixes + "ex:S a sh:NodeShape ; sh:targetNode ex:a ; sh:property [ sh:path ex:p ; sh:maxCount 0 ] .",
      to: "shapes.ttl")
    let arguments = ["validate", "-", "--from", syntax, "--shapes", scratch.path("shapes.ttl")]
    let outcome = try Program.bloggraph.run(arguments, input: text)
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("1 violation."))
    #expect(try Program.bloggraph.run(["validate", "-"], input: text).status == 2)
  }

  @Test func subclassesAreReadInTheOntologyAndImportsFromFilesOnly() throws {
    let scratch = try ScratchFolder()
    try scratch.write(data, to: "data.ttl")
    try scratch.write(
      prefixes + """
        <> <http://www.w3.org/2002/07/owl#imports> <more.ttl>, <https://example.org/far.ttl> .
        ex:S a sh:NodeShape ; sh:targetClass ex:Above ; sh:property ex:Imported .
        """, to: "shapes.ttl")
    try scratch.write(prefixes + "ex:Imported a sh:PropertyShape ; sh:path ex:p ; sh:maxCount 1 .", to: "more.ttl")
    try scratch.write(
      prefixes + "ex:C <http://www.w3.org/2000/01/rdf-schema#subClassOf> ex:Above .", to: "ontology.ttl")
    let arguments = ["validate", scratch.path("data.ttl"), "--shapes", scratch.path("shapes.ttl")]
    let without = try Program.bloggraph.run(arguments)
    #expect(without.status == 0)
    #expect(without.errors.contains("<https://example.org/far.ttl> is imported and was not read"))
    #expect(try Program.bloggraph.run(arguments + ["--ontology", scratch.path("ontology.ttl")]).status == 1)
  }
}
