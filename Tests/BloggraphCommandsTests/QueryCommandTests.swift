import Foundation
import TestSupport
import Testing

/// The sample blog's export, asked by the real Oxigraph.
@Suite(.enabled(if: Oxigraphs.isHere, "no .venv/bin/oxigraph: make deps installs it"))
struct QueryCommandTests {
  private static let sample = Result {
    let scratch = try ScratchFolder()
    let blog = Folders.project.appending(path: "examples/blog").path
    _ = try Program.bloggraph.run(["export", blog, "-o", scratch.path("out"), "--quiet", "--no-explorer"])
    return scratch
  }

  private func query(_ arguments: [String]) throws -> Program.Outcome {
    let sample = try Self.sample.get()
    return try Program.bloggraph.run(
      ["query", sample.path("out")] + arguments, environment: ["XDG_CACHE_HOME": sample.path("cache")])
  }

  @Test(arguments: try Oxigraphs.pack()) func everyQueryOfThePackHasItsAnswer(_ name: String) throws {
    let outcome = try query([name])
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty, "an answer without rows shows nothing")
    try Snapshot.check(outcome.output, "BloggraphCommandsTests", "queries/\(name).txt")
  }

  @Test func theListSaysEveryQuestionInTwoLanguages() throws {
    let outcome = try Program.bloggraph.run(["query", "--list"])
    #expect(outcome.status == 0)
    try Snapshot.check(outcome.output, "BloggraphCommandsTests", "queries/list.txt")
    let names = try Oxigraphs.pack()
    #expect(outcome.output.matches(of: #/(?m)^  en: .+\?$/#).count == names.count)
    #expect(outcome.output.matches(of: #/(?m)^  fr: .+ \?$/#).count == names.count)
    #expect(outcome.output.matches(of: #/(?m)^  --set \w+=…   \(/#).isEmpty, "every parameter says what it means")
  }

  @Test func parametersMatchAsAReaderWould() throws {
    let asked = try query(["speakers-by-project", "--set", "project=ISTIO"])
    #expect(asked.status == 0)
    #expect(asked.output.contains("Sofia Lindqvist"))
    #expect(try query(["speakers-by-project"]).output == asked.output)
    // `k8s` is no name that the post uses, but one that the gazetteer knows.
    let alias = try query(["speakers-by-project", "--set", "project=k8s"])
    #expect(alias.output.contains("Kubernetes operators"))
    let several = try query(["speakers-by-project", "--set", "project=Istio", "--set", "project=Linkerd"])
    #expect(several.output.split(separator: "\n").count >= asked.output.split(separator: "\n").count)
  }

  @Test(arguments: ["\" } DROP ALL #", "\"", "\\", "Is\"tio", "}", "a\nb"]) func aValueIsAValue(_ value: String) throws
  {
    let outcome = try query(["speakers-by-project", "--set", "project=" + value])
    #expect(outcome.status == 0)
    #expect(outcome.errors == "no rows\n")
    let echo = try query([
      "-q", "SELECT ?given { VALUES ?given { \"\" } }", "--set", "given=" + value, "--format", "json",
    ])
    let answer = try JSONSerialization.jsonObject(with: Data(echo.output.utf8)) as? [String: Any]
    let rows = (answer?["results"] as? [String: Any])?["bindings"] as? [[String: [String: String]]]
    #expect(rows?.first?["given"]?["value"] == value)
  }

  @Test func theDefaultGraphHoldsEachTripleOnceAndTheNamedOnesTheWholeExport() throws {
    func count(_ pattern: String) throws -> Int? {
      let outcome = try query(["-q", "SELECT (COUNT(*) AS ?n) { \(pattern) }", "--format", "csv"])
      return Int(outcome.output.split(whereSeparator: \.isNewline).last ?? "")
    }
    let out = try Self.sample.get().path("out")
    func lines(_ file: String) throws -> Int {
      try String(contentsOfFile: out + "/" + file, encoding: .utf8).split(separator: "\n").count
    }
    let merged = try Program.bloggraph.run(["convert", out + "/graph.nq", "-o", "-", "--to", "nt", "--merge-graphs"])
    #expect(try count("?s ?p ?o") == merged.output.split(separator: "\n").count)
    let quads = try lines("graph.nq") + lines("evidence.nq") + lines("dataset.nq")
    #expect(try count("GRAPH ?g { ?s ?p ?o }") == quads)
  }

  @Test func everyFormatIsWhatItSays() throws {
    let select =
      "SELECT ?name { ?s a <http://schema.org/Person> ; <http://schema.org/name> ?name } ORDER BY ?name LIMIT 2"
    #expect(try query(["-q", select, "--format", "csv"]).output.hasPrefix("name\r\n"))
    #expect(try query(["-q", select, "--format", "tsv"]).output.hasPrefix("?name\n\""))
    #expect(try query(["-q", select, "--format", "xml"]).output.contains("http://www.w3.org/2005/sparql-results#"))
    #expect(try query(["-q", select, "--format", "json"]).output.contains("\"bindings\""))
    #expect(try query(["-q", select, "--format", "ttl"]).status == 2)
    let graph = "CONSTRUCT { ?s a ?c } { ?s a ?c } ORDER BY ?s ?c LIMIT 3"
    let turtle = try query(["-q", graph]).output
    #expect(turtle.contains("> a"))
    #expect(try query(["-q", graph, "--format", "ttl"]).output == turtle)
    #expect(try query(["-q", graph, "--format", "json"]).output.contains("\"@id\""))
    #expect(try query(["-q", graph, "--format", "xml"]).output.contains("<rdf:RDF"))
    #expect(try query(["-q", graph, "--format", "csv"]).status == 2)
    #expect(try query(["-q", "ASK { ?s ?p ?o }"]).output == "true\n")
  }

  @Test func aFileIsAskedAndWhatIsWrongIsSaid() throws {
    let scratch = try ScratchFolder()
    try scratch.write("SELECT * { VALUES ?n { 1 } }", to: "own.rq")
    #expect(try query([scratch.path("own.rq"), "--set", "n=7"]).output == "n\n─\n7\n")
    for (arguments, words) in [
      (["speakers"], "speakers-by-project?"), (["-q", "SELECT * {"], "error at 1:"),
      (["-q", "DELETE WHERE { ?s ?p ?o }"], "no query"),
      (["speakers-by-project", "--set", "name=x"], "it has project"),
      ([scratch.path("own.rq"), "--set", "n=x"], "whole number"),
    ] {
      let outcome = try query(arguments)
      #expect(outcome.status == 2)
      #expect(outcome.output.isEmpty)
      #expect(outcome.errors.contains(words), "\(outcome.errors)")
    }
    let elsewhere = try Program.bloggraph.run(["query", scratch.url.path, "-q", "ASK { ?s ?p ?o }"])
    #expect(elsewhere.status == 2)
    #expect(elsewhere.errors.contains("is this the folder of an export?"))
  }

  @Test func withoutTheEngineItSaysHowToGetIt() throws {
    let sample = try Self.sample.get()
    let copy = try ScratchFolder()
    try FileManager.default.copyItem(atPath: Program.bloggraph.executable.path, toPath: copy.path("bloggraph"))
    let outcome = try Program(executable: URL(filePath: copy.path("bloggraph"))).run(
      ["query", sample.path("out"), "-q", "ASK { ?s ?p ?o }"], environment: ["PATH": "/nonexistent"])
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("make store"))
  }
}
