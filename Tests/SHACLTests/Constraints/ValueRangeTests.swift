import Testing

@Suite("Value range (SHACL §4.3)")
struct ValueRangeTests {
  @Test func minExclusive() throws { #expect(try failing("sh:minExclusive 4", "3, 4, 5, 4.5") == ["3", "4"]) }
  @Test func minInclusive() throws { #expect(try failing("sh:minInclusive 4", "3, 4, 5, 3.9e0") == ["3", "3.9e0"]) }
  @Test func maxExclusive() throws { #expect(try failing("sh:maxExclusive 4", "3, 4, 5") == ["4", "5"]) }
  @Test func maxInclusive() throws { #expect(try failing("sh:maxInclusive 4", "3, 4, 5") == ["5"]) }

  @Test("what cannot be compared is a violation")
  func incomparable() throws {
    #expect(
      try failing("sh:minInclusive 4", "\"five\", ex:x, \"5\"^^xsd:date, \"9\"@en, true, \"NaN\"^^xsd:double").count
        == 6)
  }

  @Test("dates with and without a time zone are comparable beyond fourteen hours only")
  func timeZones() throws {
    #expect(
      try failing(
        "sh:minInclusive \"2020-01-01T12:00:00Z\"^^xsd:dateTime",
        """
        "2020-01-01T12:00:00"^^xsd:dateTime, "2020-01-02T02:00:00"^^xsd:dateTime, "2020-01-02T02:00:01"^^xsd:dateTime,
        "2020-01-01T13:00:00+01:00"^^xsd:dateTime, "2020-01-01T12:59:59+01:00"^^xsd:dateTime
        """) == ["2020-01-01T12:00:00", "2020-01-01T12:59:59+01:00", "2020-01-02T02:00:00"])
  }

  @Test("node shapes have one value node, the focus node")
  func nodeShape() throws {
    #expect(
      try results("", shapes: "ex:S a sh:NodeShape ; sh:targetNode 7, 8, 9 ; sh:minInclusive 8 .")
        == ["7 - 7 MinInclusive"])
  }
}
