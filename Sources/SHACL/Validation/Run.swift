import RDFModel

/// One thread's walk through shapes and nodes (SHACL §3.4). It owns what changes; the plan does not.
struct Run {
  let plan: Plan
  private(set) var results: [RawResult] = []
  /// Scratch for the regular expressions.
  var matching = RegexScratch()

  /// Only conformance is asked for: nothing is written down, and the first fault ends it.
  private var isQuiet = false
  private var hasFailed = false
  private var known: [ConformanceKey: Bool] = [:]
  private var buffers: [[TermID]] = []
  /// How many shapes we are in.
  private var level = 0
  /// How deep in details we are, and how many the result may still have. Alternatives within alternatives would make
  /// more of them than anybody reads, or memory holds.
  private var depth = 0
  private var detailsLeft = 0
  private static let mostDetails = 1000

  private struct ConformanceKey: Hashable {
    let shape: Int
    let node: TermID
  }

  init(plan: Plan) { self.plan = plan }

  /// The shape at hand was found by its targets, not through another shape.
  var isAtTarget: Bool { level == 1 }

  var data: DataGraph { plan.data }
  var space: TermSpace { plan.space }

  /// Validates a focus node against a shape (SHACL §3.4.1). A deactivated shape has no results.
  mutating func validate(_ focus: TermID, against number: Int) {
    let shape = plan.bound[number]
    if shape.isDeactivated { return }
    level += 1
    defer { level -= 1 }
    var values = buffers.popLast() ?? []
    values.removeAll(keepingCapacity: true)
    if let path = shape.path {
      PathWalk(data: plan.data).values(of: path, from: focus, into: &values)
    } else {
      values.append(focus)
    }
    for (index, constraint) in shape.constraints.enumerated() {
      constraint.check(focus, values, Site(shape: number, constraint: index), &self)
      if isQuiet && hasFailed { break }
    }
    buffers.append(values)
  }

  /// Conformance checking (SHACL §3.4.2): whether validation would have no result.
  mutating func conforms(_ node: TermID, to shape: Int) -> Bool {
    let key = ConformanceKey(shape: shape, node: node)
    // Shapes share nested shapes; without this their number multiplies with each level.
    let isWorthKnowing = plan.bound[shape].isNested
    if isWorthKnowing, let known = known[key] { return known }
    let outer = (isQuiet, hasFailed)
    (isQuiet, hasFailed) = (true, false)
    validate(node, against: shape)
    let conforms = !hasFailed
    (isQuiet, hasFailed) = outer
    if isWorthKnowing { known[key] = conforms }
    return conforms
  }

  /// Adds a result. `detailsOf`: shapes whose results for `value` explain this one (SHACL §3.6.2.7).
  mutating func report(
    _ site: Site, _ focus: TermID, value: TermID = .none, path: TermID = .none, found: Int = 0,
    witness: TermID = .none, detailsOf shapes: ArraySlice<Int> = []
  ) {
    if isQuiet {
      hasFailed = true
      return
    }
    if depth > 0 {
      guard detailsLeft > 0 else { return }
      detailsLeft -= 1
    }
    let details = shapes.isEmpty ? [] : self.details(value, shapes)
    results.append(
      RawResult(
        site: site, focus: focus, value: value, path: path, found: found, witness: witness, details: details))
  }

  private mutating func details(_ node: TermID, _ shapes: ArraySlice<Int>) -> [RawResult] {
    if depth == 0 { detailsLeft = Self.mostDetails }
    guard detailsLeft > 0 else { return [] }
    depth += 1
    defer { depth -= 1 }
    var outer: [RawResult] = []
    swap(&outer, &results)
    var seen: Set<Int> = []
    for shape in shapes where seen.insert(shape).inserted { validate(node, against: shape) }
    swap(&outer, &results)
    return outer
  }
}
