import Testing

/// The W3C suites. Skipped where they are absent.
@Suite("W3C JSON-LD", .enabled(if: Suite.arePresent, "../shared/w3c is absent"))
struct ConformanceTests {
  @Test("every case passes but the listed ones", arguments: Suite.allCases)
  func suite(_ suite: Suite) throws {
    let known = KnownFailures.reasons[suite] ?? [:]
    let cases = try suite.cases()
    var failed: Set<String> = []
    for test in cases {
      guard let failure = SuiteRunner(suite: suite).failure(of: test) else { continue }
      failed.insert(test.id)
      if known[test.id] == nil { Issue.record("\(suite.rawValue) \(test.id) \(test.name): \(failure)") }
    }
    for id in known.keys.sorted() where !failed.contains(id) {
      Issue.record("\(suite.rawValue) \(id) passes now: it has to leave the list of known failures")
    }
    let passed = cases.count - failed.count
    print("conformance: JSON-LD \(suite.rawValue): passed \(passed), known failures \(known.count), of \(cases.count)")
    #expect(!cases.isEmpty)
    #expect(passed * 100 >= cases.count * 98)
  }
}
