import KnowledgeGraph
public import RDFModel
public import SHACL

/// A SHACL report whose results know the posts' files and lines that they stem from.
public struct TracedReport: Sendable {
  public let report: ValidationReport
  public private(set) var results: [Result]
  /// How many results there were before they were cut to a number.
  public private(set) var totalCount: Int
  let names: NodeNames

  public struct Result: Sendable {
    public var result: ValidationResult
    /// Ascending; empty when the node stems from no post.
    public var locations: [SourceLocation]
    /// Where it stands in `report.results`.
    let index: Int
  }

  public init(_ report: ValidationReport, locator: SourceLocator, names: NodeNames) {
    self.report = report
    self.names = names
    results = report.results.enumerated().map { index, result in
      Result(
        result: result,
        locations: locator.locations(of: result.focusNode, path: result.path?.predicate, value: result.value),
        index: index)
    }
    totalCount = results.count
  }

  /// The report without the results of some severities, cut to a number.
  public func filtered(severities: (IRI) -> Bool = { _ in true }, maxResults: Int? = nil) -> TracedReport {
    var copy = self
    copy.results = results.filter { severities($0.result.severity) }
    copy.totalCount = copy.results.count
    if let maxResults { copy.results = Array(copy.results.prefix(maxResults)) }
    return copy
  }

  public func message(_ result: Result, languages: [String] = ["en"]) -> String {
    result.result.message(languages: languages) { names.name($0).map { "\"\($0)\"" } ?? names.text($0) }
  }

  public var violationCount: Int { results.count { $0.result.severity == SH.violation } }

  /// Results that are neither warnings nor notes: own severities count, as nobody knows how grave they are.
  public var failureCount: Int { results.count { ![SH.warning, SH.info].contains($0.result.severity) } }

  /// One line: who, what is wrong, and where.
  ///
  ///     Talk "Operators at Scale": no speaker (…) — posts/en/x.md:41
  public func line(_ result: Result, languages: [String] = ["en"]) -> String {
    names.title(result.result.focusNode) + ": " + message(result, languages: languages) + Self.place(result.locations)
  }

  private static func place(_ locations: [SourceLocation]) -> String {
    guard let first = locations.first else { return "" }
    let more = locations.count - 1
    return " — \(first)" + (more > 0 ? " and \(more) other place\(more == 1 ? "" : "s")" : "")
  }

  /// The whole report as text: results by severity, what was not checked, and a closing line.
  public func text() -> String {
    var lines = bySeverity().flatMap { severity, group in group.map { "\(severity): \(line($0))" } }
    if results.count < totalCount { lines.append("… and \(totalCount - results.count) more") }
    for unchecked in report.unchecked { lines.append("Not checked: \(unchecked.description)") }
    lines.append(closing)
    return lines.joined(separator: "\n") + "\n"
  }

  private var closing: String {
    if totalCount == 0 { return "The graph conforms to the shapes." }
    let counts = bySeverity().map { severity, group in
      Self.count(group.count, severity.lowercased())
    }
    let shown = results.count < totalCount ? "of \(totalCount) results, here " : ""
    let verdict = failureCount == 0 ? "The graph has no violations" : "The graph does not conform to the shapes"
    return "\(verdict): \(shown)\(counts.joined(separator: ", "))."
  }

  private static func count(_ number: Int, _ severity: String) -> String {
    switch (severity, number) {
    case ("info", 1): "1 note"
    case ("info", _): "\(number) notes"
    default: number == 1 ? "1 \(severity)" : "\(number) \(severity)s"
    }
  }

  private static func local(_ iri: IRI) -> String {
    iri.string.split { $0 == "#" || $0 == "/" }.last.map(String.init) ?? iri.string
  }

  /// Violations first, then warnings, then the rest by name.
  private func bySeverity() -> [(String, [Result])] {
    let known = [SH.violation, SH.warning, SH.info]
    let own = Set(results.map(\.result.severity)).subtracting(known).sorted()
    return (known + own).compactMap { severity in
      let group = results.filter { $0.result.severity == severity }
      return group.isEmpty ? nil : (Self.local(severity), group)
    }
  }
}

extension PathExpression where Predicate == IRI {
  /// The predicate of a path of one step.
  var predicate: IRI? { if case .predicate(let iri) = self { iri } else { nil } }
}
