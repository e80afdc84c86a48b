import KnowledgeGraph
public import RDFModel
public import SHACL

/// A SHACL report whose results know the posts' files and lines that they stem from.
public struct TracedReport: Sendable {
  public let report: ValidationReport
  public let results: [Result]
  let names: NodeNames

  public struct Result: Sendable {
    public var result: ValidationResult
    /// Ascending; empty when the node stems from no post.
    public var locations: [SourceLocation]
  }

  public init(_ report: ValidationReport, locator: SourceLocator, names: NodeNames) {
    self.report = report
    self.names = names
    results = report.results.map { result in
      Result(
        result: result,
        locations: locator.locations(of: result.focusNode, path: result.path?.predicate, value: result.value))
    }
  }

  public var violationCount: Int { results.count { $0.result.severity == SHNames.violation } }

  /// One line: who, what is wrong, and where.
  ///
  ///     Talk "Operators at Scale": no speaker (…) — posts/en/x.md:41
  public func line(_ result: Result, languages: [String] = ["en"]) -> String {
    let message = result.result.message(languages: languages) { names.name($0).map { "\"\($0)\"" } ?? names.text($0) }
    return names.title(result.result.focusNode) + ": " + message + Self.place(result.locations)
  }

  private static func place(_ locations: [SourceLocation]) -> String {
    guard let first = locations.first else { return "" }
    let more = locations.count - 1
    return " — \(first)" + (more > 0 ? " and \(more) other place\(more == 1 ? "" : "s")" : "")
  }

  /// The whole report as text: results by severity, what was not checked, and a closing line.
  public func text(maxResults: Int? = nil) -> String {
    var lines: [String] = []
    for (severity, group) in bySeverity() {
      for result in group.prefix(maxResults.map { max(0, $0 - lines.count) } ?? group.count) {
        lines.append("\(severity): \(line(result))")
      }
    }
    if lines.count < report.resultCount { lines.append("… and \(report.resultCount - lines.count) more") }
    for unchecked in report.unchecked { lines.append("Not checked: \(unchecked.description)") }
    lines.append(closing)
    return lines.joined(separator: "\n") + "\n"
  }

  private var closing: String {
    if report.resultCount == 0 { return "The graph conforms to the shapes." }
    let counts = bySeverity().map { severity, group in
      group.count == 1 ? "1 \(severity.lowercased())" : "\(group.count) \(severity.lowercased())s"
    }
    return "The graph does not conform to the shapes: \(counts.joined(separator: ", "))."
  }

  /// Violations first, then warnings, then the rest by name.
  private func bySeverity() -> [(String, [Result])] {
    let known = [SHNames.violation, SHNames.warning, SHNames.info]
    let own = Set(results.map(\.result.severity)).subtracting(known).sorted()
    return (known + own).compactMap { severity in
      let group = results.filter { $0.result.severity == severity }
      return group.isEmpty ? nil : (SHNames.local(severity), group)
    }
  }
}

extension PathExpression where Predicate == IRI {
  /// The predicate of a path of one step.
  var predicate: IRI? { if case .predicate(let iri) = self { iri } else { nil } }
}

/// Terms of SHACL that a report's reader needs.
enum SHNames {
  static let namespace = "http://www.w3.org/ns/shacl#"
  static let violation = IRI(namespace + "Violation")
  static let warning = IRI(namespace + "Warning")
  static let info = IRI(namespace + "Info")
  static let result = IRI(namespace + "result")

  static func local(_ iri: IRI) -> String {
    iri.string.split { $0 == "#" || $0 == "/" }.last.map(String.init) ?? iri.string
  }
}
