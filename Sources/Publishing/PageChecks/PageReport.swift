import JSONLD

/// What the checks of a site's pages found.
public struct PageReport: Sendable {
  public var pageCount: Int
  /// Pages with structured data of any kind.
  public var withData: Int
  /// By file and line.
  public var findings: [PageFinding]
  /// How many there were before the report was cut.
  public var totalCount: Int

  init(pageCount: Int, withData: Int, findings: [PageFinding]) {
    self.pageCount = pageCount
    self.withData = withData
    self.findings = findings
    totalCount = findings.count
  }

  public var violationCount: Int { findings.count { $0.severity == .violation } }

  public func filtered(from severity: PageFinding.Severity, maxResults: Int? = nil) -> PageReport {
    var copy = self
    copy.findings = findings.filter { $0.severity <= severity }
    copy.totalCount = copy.findings.count
    if let maxResults { copy.findings = Array(copy.findings.prefix(maxResults)) }
    return copy
  }

  /// - Returns: `nil` for the forms of RDF, which have no place for a page's lines.
  public func bytes(as form: ReportForm) -> [UInt8]? {
    switch form {
    case .text: Array(text.utf8)
    case .json: JSONSerializer(isPretty: true).bytes(of: json) + [0x0A]
    case .github: Array(annotations.utf8)
    case .turtle, .jsonld: nil
    }
  }

  private var text: String {
    var lines = findings.map { finding in
      "\(finding.file):\(finding.line): \(finding.severity.rawValue): \(Self.sentence(finding)) [\(finding.check)]"
    }
    if findings.count < totalCount { lines.append("… and \(totalCount - findings.count) more") }
    lines.append(closing)
    return lines.joined(separator: "\n") + "\n"
  }

  private var closing: String {
    let counts = PageFinding.Severity.allCases.compactMap { severity -> String? in
      let count = findings.count { $0.severity == severity }
      let name = severity == .info ? "note" : severity.rawValue
      return count > 0 ? "\(count) \(name)\(count == 1 ? "" : "s")" : nil
    }
    return "\(withData) of \(pageCount) page\(pageCount == 1 ? "" : "s") with structured data: "
      + (counts.isEmpty ? "nothing found." : counts.joined(separator: ", ") + ".")
  }

  private static func sentence(_ finding: PageFinding) -> String {
    finding.subject.isEmpty ? finding.message : finding.subject + ": " + finding.message
  }

  private var json: JSONValue {
    var object = JSONObject()
    object["pages"] = .number(JSONNumber(pageCount))
    object["pagesWithData"] = .number(JSONNumber(withData))
    object["resultCount"] = .number(JSONNumber(totalCount))
    object["results"] = .array(
      findings.map { finding in
        var result = JSONObject()
        result["file"] = .string(finding.file)
        result["line"] = .number(JSONNumber(finding.line))
        result["severity"] = .string(finding.severity.rawValue)
        result["check"] = .string(finding.check)
        if !finding.subject.isEmpty { result["subject"] = .string(finding.subject) }
        result["message"] = .string(finding.message)
        return .object(result)
      })
    return .object(object)
  }

  private var annotations: String {
    findings.map { finding in
      let command =
        switch finding.severity {
        case .violation: "error"
        case .warning: "warning"
        case .info: "notice"
        }
      return "::\(command) file=\(TracedReport.escaped(finding.file, property: true)),line=\(finding.line)::"
        + TracedReport.escaped(Self.sentence(finding)) + "\n"
    }.joined()
  }
}
