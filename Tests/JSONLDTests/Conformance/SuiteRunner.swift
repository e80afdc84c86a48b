import Foundation
import JSONLD
import RDFModel
import RDFSyntax

/// Runs a case. Nil when it passes, otherwise what is wrong.
struct SuiteRunner {
  let suite: Suite

  func failure(of test: SuiteCase) -> String? {
    do {
      let found = try outcome(test)
      if test.isNegative {
        return "expected the error \(test.entry["expectErrorCode"]?.string ?? ""), and there was none"
      }
      return found
    } catch let error as JSONLDError {
      guard test.isNegative else { return "threw \(error)" }
      let wanted = test.entry["expectErrorCode"]?.string ?? ""
      return error.code.rawValue == wanted ? nil : "expected the error \(wanted), got \(error)"
    } catch { return "threw \(error)" }
  }

  private func options(_ test: SuiteCase) throws -> JSONLDProcessor.Options {
    var options = JSONLDProcessor.Options(
      base: test.option["base"]?.string ?? (test.baseIRI + (test.entry["input"]?.string ?? "")),
      documentLoader: SuiteDocuments(folder: test.folder, baseIRI: test.baseIRI))
    let option = test.option
    let version = option["specVersion"]?.string
    let mode = option["processingMode"]?.string
    if (mode ?? (version == "json-ld-1.0" ? version : nil)) == "json-ld-1.0" { options.processingMode = .jsonLD10 }
    if let path = option["expandContext"]?.string {
      options.expandContext = try JSONValue(parsing: Array(Data(contentsOf: test.folder.appending(path: path))))
    }
    options.compactsArrays = option["compactArrays"]?.bool ?? true
    options.compactsToRelative = option["compactToRelative"]?.bool ?? true
    options.isOrdered = option["ordered"]?.bool ?? false
    options.usesNativeTypes = option["useNativeTypes"]?.bool ?? false
    options.usesRDFType = option["useRdfType"]?.bool ?? false
    options.omitGraph = option["omitGraph"]?.bool
    switch option["rdfDirection"]?.string {
    case "i18n-datatype": options.rdfDirection = .i18nDatatype
    case "compound-literal": options.rdfDirection = .compoundLiteral
    default: break
    }
    return options
  }

  /// What differs from the expected result.
  private func outcome(_ test: SuiteCase) throws -> String? {
    let processor = JSONLDProcessor(options: try options(test))
    switch suite {
    case .expand: return try compare(test, .array(processor.expand(input(test))))
    case .compact:
      return try compare(test, processor.compact(input(test), context: test.json("context") ?? .null))
    case .flatten: return try compare(test, processor.flatten(input(test), context: test.json("context")))
    case .frame: return try compare(test, processor.frame(input(test), frame: test.json("frame") ?? [:]))
    case .fromRdf: return try compare(test, .array(processor.fromRDF(quads(test, "input"))))
    case .toRdf:
      var dataset = Dataset()
      try processor.toRDF(input(test), into: &dataset)
      if test.isSyntaxOnly || test.isNegative { return nil }
      let expected = try quads(test, "expect")
      return try dataset.isIsomorphic(to: expected) ? nil : "got \(text(dataset))"
    }
  }

  private func input(_ test: SuiteCase) throws -> JSONValue { try test.json("input") ?? .null }

  private func quads(_ test: SuiteCase, _ key: String) throws -> Dataset {
    var dataset = Dataset()
    guard let url = test.url(key) else { return dataset }
    try RDFReader(format: .nQuads).read(Array(Data(contentsOf: url)), into: &dataset)
    return dataset
  }

  private func text(_ dataset: Dataset) -> String {
    dataset.quads.map { quad in
      [quad.triple.subject, quad.triple.predicate, quad.triple.object, quad.graph].filter { $0 != .none }
        .map { String(decoding: dataset.terms.canonicalBytes($0), as: UTF8.self) }.joined(separator: " ")
    }.sorted().joined(separator: "\n")
  }

  private func compare(_ test: SuiteCase, _ found: JSONValue) throws -> String? {
    if test.isNegative { return nil }
    guard let expected = try test.json("expect") else { return "the case has no result to compare with" }
    if JSONLDComparison.areEqual(found, expected) { return nil }
    return "got \(JSONSerializer().string(of: found))"
  }
}
