import RDFModel

/// Spells out raw results: numbers become terms, sorted so that nothing of the run shows.
struct ReportBuilder {
  let plan: Plan

  func report(_ raw: [RawResult], maxResults: Int?) -> ValidationReport {
    let kept = sorted(raw).prefix(maxResults ?? raw.count)
    return ValidationReport(
      conforms: raw.isEmpty, results: kept.map(result), resultCount: raw.count, unchecked: plan.shapes.unchecked)
  }

  private func sorted(_ raw: [RawResult]) -> [RawResult] {
    raw.sorted { a, b in
      if a.focus != b.focus { return precedes(a.focus, b.focus) }
      if a.site.shape != b.site.shape { return a.site.shape < b.site.shape }
      if a.site.constraint != b.site.constraint { return a.site.constraint < b.site.constraint }
      if a.path != b.path { return precedes(a.path, b.path) }
      if a.value != b.value { return precedes(a.value, b.value) }
      return a.witness != b.witness && precedes(a.witness, b.witness)
    }
  }

  /// By canonical form; nothing comes first.
  private func precedes(_ a: TermID, _ b: TermID) -> Bool {
    if a == .none || b == .none { return a < b }
    return plan.space.bytes(a).lexicographicallyPrecedes(plan.space.bytes(b))
  }

  private func result(_ raw: RawResult) -> ValidationResult {
    let shape = plan.shapes.shapes[raw.site.shape]
    let bound = plan.bound[raw.site.shape]
    let constraint = bound.constraints[raw.site.constraint]
    let shapePath = bound.path.map(publicPath)
    let value = raw.value == .none ? nil : plan.space[raw.value]
    let path = raw.path == .none ? shapePath : publicPath(.predicate(raw.path))
    let facts = ResultFacts(plan: plan, result: raw, path: path, value: value)
    return ValidationResult(
      focusNode: plan.space[raw.focus], path: path, value: value, sourceShape: plan.shapes.terms[shape.node],
      sourceConstraintComponent: type(of: constraint).component, severity: shape.severity,
      messages: shape.messages, explanation: constraint.explanation(facts),
      details: sorted(raw.details).map(result))
  }

  private func publicPath(_ path: NumberedPath) -> PropertyPath {
    path.map { plan.space[$0].iri ?? IRI("") }
  }
}
