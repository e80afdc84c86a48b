import ArgumentParser
import Foundation
import Publishing
import RDFModel
import RDFSyntax

struct ConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Convert RDF from one syntax to another.",
    discussion: """
      Reads Turtle, TriG, N-Triples, N-Quads, RDF/XML and JSON-LD, also out of HTML pages; writes all of them, \
      sorted. Several inputs become one output. What a syntax has no form for is refused. `-` stands for standard input or output. A syntax is told by the file's name, or by --from and \
      --to.

      Examples:
        bloggraph convert graph.nq -o graph.trig
        bloggraph convert a.ttl b.ttl -o both.jsonld
        bloggraph convert graph.nq -o graph.ttl --merge-graphs
        curl -s https://www.example.com/data.ttl | bloggraph convert - --from ttl -o - --to nt
      """)

  @Argument(help: ArgumentHelp("Files to read.", valueName: "in"))
  var input: [String]

  @Option(name: [.short, .long], help: ArgumentHelp("The file to write.", valueName: "out"))
  var output: String

  @Option(help: ArgumentHelp("The inputs' syntax: \(FormatOption.names).", valueName: "syntax"))
  var from: FormatOption?

  @Option(help: ArgumentHelp("The output's syntax.", valueName: "syntax"))
  var to: FormatOption?

  @Flag(help: "Drop the names of graphs, for a syntax that has none.")
  var mergeGraphs = false

  @Option(help: ArgumentHelp("What relative IRIs are resolved against.", valueName: "iri"))
  var base: String?

  func run() throws {
    guard let format = to?.format ?? (output == "-" ? nil : RDFFormat(fileName: output)) else {
      throw CommandFailure("cannot tell the syntax to write from \(output); name it with --to")
    }
    var reader = GraphInput(format: from?.format, base: base.map { IRI($0) })
    try InputFailures.reading { for path in input { try reader.read(path) } }
    var dataset = reader.dataset
    if mergeGraphs {
      dataset = GraphOutput.union(dataset)
    } else if !format.hasNamedGraphs, GraphOutput.hasNamedGraphs(dataset) {
      throw CommandFailure(
        "\(format.name) has no named graphs, and the input has: use --merge-graphs to drop their names")
    }
    let writer = GraphOutput(format: format, prefixes: reader.prefixes)
    if output == "-" {
      var sink = ConsoleSink()
      try InputFailures.writing { try writer.write(dataset, to: &sink) }
    } else {
      try InputFailures.writing {
        var sink = try FileSink(output)
        do {
          try writer.write(dataset, to: &sink)
          try sink.finish()
        } catch {
          sink.discard()
          throw error
        }
      }
    }
  }
}

/// Standard output as a writer's sink.
struct ConsoleSink: ByteSink {
  mutating func write(_ chunk: [UInt8]) { Console.out(chunk) }
}
