import Testing

@testable import Statements

@Suite struct VersionNumberTests {
  @Test(arguments: [
    "v1", "v1.14", "1.14", "1.2.3", "3.7.0-beta.0", "2.x", "1.14.x", "v2.x", "1.0rc1", "1.0-alpha", "v1-beta",
    "1.7.4-gke.1",
    "1.2.3+meta", "1.0b2",
  ])
  func versions(_ text: String) { #expect(VersionNumber.matches(text)) }

  @Test(arguments: [
    "", "v", "1", "2019", "x", "vx", "v1.", "1.x.2", "1.5x", "1.5-hour", "3.5mm", "25.02.2019", "2019.02.25", "1-3",
    "1,5", "1.2.3.4.5",
    "1.2.3-", "1.14th", "very",
  ])
  func others(_ text: String) { #expect(!VersionNumber.matches(text)) }
}
