import Foundation
import JSONLD
import RDFModel
import RDFSyntax
import SHACL

/// A report in the forms that people and programs ask for.
public enum ReportForm: String, Sendable, CaseIterable { case text, turtle, jsonld, json, github }

extension TracedReport {
  /// - Parameter sourceRoot: put before the posts' files in `github`'s annotations, which want them relative to the
  ///   repository.
  public func bytes(as form: ReportForm, sourceRoot: String? = nil) throws -> [UInt8] {
    switch form {
    case .text: Array(text().utf8)
    case .turtle, .jsonld:
      try {
        var bytes: [UInt8] = []
        try GraphOutput(format: form == .turtle ? .turtle : .jsonLD, prefixes: Prefixes.all)
          .write(dataset(report: nil), to: &bytes)
        return bytes
      }()
    case .json: JSONSerializer(isPretty: true).bytes(of: json) + [0x0A]
    case .github: Array(annotations(sourceRoot: sourceRoot).utf8)
    }
  }

  private var json: JSONValue {
    var object = JSONObject()
    object["conforms"] = .bool(totalCount == 0)
    object["resultCount"] = .number(JSONNumber(totalCount))
    object["results"] = .array(results.map(json))
    object["unchecked"] = .array(report.unchecked.map { .string($0.description) })
    return .object(object)
  }

  private func json(_ result: Result) -> JSONValue {
    func text(_ term: Term) -> JSONValue {
      if case .iri(let iri) = term { .string(iri.string) } else { .string(names.text(term)) }
    }
    var object = JSONObject()
    object["focusNode"] = text(result.result.focusNode)
    object["path"] = result.result.path.map { path in .string(path.predicate?.string ?? path.sparql()) }
    object["value"] = result.result.value.map(text)
    object["severity"] = .string(result.result.severity.string)
    object["component"] = .string(result.result.sourceConstraintComponent.string)
    object["shape"] = text(result.result.sourceShape)
    object["message"] = .string(message(result))
    object["locations"] = .array(
      result.locations.map { location in
        var place = JSONObject()
        place["file"] = .string(location.file)
        place["line"] = location.line.map { .number(JSONNumber($0)) }
        return .object(place)
      })
    return .object(object)
  }

  /// Workflow commands that a pull request shows at the posts' lines.
  private func annotations(sourceRoot: String?) -> String {
    annotationsOfResults(sourceRoot)
      + report.unchecked.map { "::warning::\(Self.escaped("Not checked: " + $0.description))\n" }.joined()
  }

  private func annotationsOfResults(_ sourceRoot: String?) -> String {
    results.map { result in
      let command =
        switch result.result.severity {
        case SH.violation: "error"
        case SH.warning: "warning"
        default: "notice"
        }
      let text = Self.escaped(names.title(result.result.focusNode) + ": " + message(result))
      guard let place = result.locations.first else { return "::\(command)::\(text)\n" }
      var root = sourceRoot ?? ""
      if !root.isEmpty, !root.hasSuffix("/") { root += "/" }
      let line = place.line.map { ",line=\($0)" } ?? ""
      return "::\(command) file=\(Self.escaped(root + place.file, property: true))\(line)::\(text)\n"
    }.joined()
  }

  static func escaped(_ text: String, property: Bool = false) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": out += "%25"
      case "\r": out += "%0D"
      case "\n": out += "%0A"
      case ":" where property: out += "%3A"
      case "," where property: out += "%2C"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}
