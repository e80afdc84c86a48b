import RDFModel
import Testing

@testable import SHACL

@Suite("Lexical forms (XSD 1.1 Part 2, OWL 2 §4)")
struct LexicalFormTests {
  private static let forms: [(XSDType, good: [String], bad: [String])] = [
    (.string, ["", " a\n"], []),
    (.boolean, ["true", "false", "1", "0"], ["TRUE", "yes", "", " true"]),
    (
      .decimal, ["1", "-1.5", "+.5", "1.", "000.100", String(repeating: "9", count: 400) + ".1"],
      ["", ".", "1e3", "1,5", "- 1", "INF"]
    ),
    (.integer, ["0", "-0", "+12", String(repeating: "7", count: 500)], ["", "abc", "1.0", "+", "1 ", "0x1"]),
    (
      .double, ["1", "-1.5E10", ".5e-3", "1.e+2", "INF", "-INF", "+INF", "NaN"],
      ["", "e5", "1e", "inf", "nan", "1e5.0", "0x1p3"]
    ),
    (.float, ["1.5e3", "INF"], ["Infinity"]),
    (
      .date,
      [
        "2019-02-28", "2020-02-29", "2000-02-29", "-0001-01-01", "12019-01-01", "2019-12-31Z", "2019-12-31+14:00",
        "0000-01-01",
      ],
      [
        "2019-02-29", "1900-02-29", "2019-13-45", "2019-1-1", "19-01-01", "02019-01-01", "2019-04-31",
        "2019-12-31+14:01", "2019-12-31+9:00", "2019-12-31T00:00:00", "+2019-01-01", "2019-00-10", "2019-01-00",
      ]
    ),
    (
      .time, ["00:00:00", "24:00:00", "23:59:59.999", "12:00:00Z", "12:00:00-05:30"],
      ["24:00:01", "12:60:00", "12:00:60", "12:00", "12:00:00.", "1:00:00", "24:00:00.1"]
    ),
    (
      .dateTime, ["2019-02-28T12:00:00", "2019-02-28T24:00:00Z", "2019-02-28T12:00:00.123456789012345678901+01:00"],
      ["2019-02-30T12:00:00", "2019-02-28", "2019-02-28 12:00:00", "2019-02-28T12:00:00z", "2019-02-28T12:00:00+15:00"]
    ),
    (.dateTimeStamp, ["2019-02-28T12:00:00Z"], ["2019-02-28T12:00:00"]),
    (.gYear, ["2019", "-0044", "2019Z", "12345"], ["19", "2019-01", "+2019"]),
    (.gYearMonth, ["2019-12", "2019-12Z"], ["2019-13", "2019", "2019-1"]),
    (.gMonth, ["--12", "--01Z"], ["--13", "-12", "--1", "12"]),
    (.gMonthDay, ["--02-29", "--12-31+01:00"], ["--02-30", "--04-31", "-12-31", "--13-01"]),
    (.gDay, ["---31", "---01Z"], ["---32", "--31", "---00", "31"]),
    (
      .duration, ["P1Y", "-P1Y2M3DT4H5M6.7S", "PT0S", "P0D", "PT1M", "P1M", "P1DT1H"],
      ["P", "PT", "P1YT", "1Y", "P1S", "PT1D", "P1M1Y", "P-1Y", "PT1.S", "PT.5S", "P1.5Y", "PT1.5M", "+P1Y"]
    ),
    (.yearMonthDuration, ["P1Y", "P1Y2M", "-P3M"], ["P1D", "P1YT1H", "PT1M", "P"]),
    (.dayTimeDuration, ["P1D", "PT5M", "P1DT1.5S"], ["P1Y", "P1M", "P1YT1H", "PT"]),
    (.byte, ["127", "-128", "+0"], ["128", "-129", "300", "c"]),
    (.short, ["32767"], ["32768"]),
    (.int, ["-2147483648"], ["2147483648"]),
    (.long, ["9223372036854775807"], ["9223372036854775808"]),
    (.unsignedByte, ["255", "-0"], ["256", "-1"]),
    (.unsignedShort, ["65535"], ["65536"]),
    (.unsignedInt, ["4294967295"], ["4294967296"]),
    (.unsignedLong, ["18446744073709551615"], ["18446744073709551616"]),
    (.positiveInteger, ["1", "00001"], ["0", "-1"]),
    (.nonNegativeInteger, ["0", "-0"], ["-1"]),
    (.negativeInteger, ["-1"], ["0", "-0"]),
    (.nonPositiveInteger, ["0", "-5"], ["1"]),
    (.hexBinary, ["", "0aFF"], ["0", "0g"]),
    (.base64Binary, ["", "YQ==", "YWI=", "YWJj", "YW Jj"], ["YQ=", "YR==", "YWJ=x", "====", "YWJj "]),
    (.anyURI, ["http://example.org/", "", "é x"], []),
    (.language, ["en", "zh-Hant-TW", "x-klingon"], ["", "en_GB", "abcdefghi", "1a", "en-"]),
    (.normalizedString, ["a  b", " a"], ["a\tb", "a\nb", "a\rb"]),
    (.token, ["a b", ""], [" a", "a ", "a  b", "a\tb"]),
    (.nmtoken, ["-a:1", "1"], ["", "a b"]),
    (.name, ["a:b", "_x", "é"], ["1a", "-a", ""]),
    (.ncName, ["a-b.c", "_x"], ["a:b", "1a"]),
    (.owlRational, ["1/2", "-4/2"], ["1/0", "1", "1/-2", "1.5/2"]),
    (.owlReal, [], ["1", "1.5"]),
  ]

  @Test func everyTypeIsHere() { #expect(Set(Self.forms.map(\.0)) == Set(XSDType.allCases)) }

  @Test func accepted() {
    for (type, good, _) in Self.forms {
      for text in good { #expect(type.accepts(Array(text.utf8)[...]), "\(type) \(text)") }
    }
  }

  @Test func refused() {
    for (type, _, bad) in Self.forms {
      for text in bad { #expect(!type.accepts(Array(text.utf8)[...]), "\(type) \(text)") }
    }
  }

  @Test func byIRI() {
    #expect(XSDType(IRI(XSD.namespace + "NMTOKEN")) == .nmtoken)
    #expect(XSDType(IRI("http://www.w3.org/2002/07/owl#rational")) == .owlRational)
    #expect(XSDType(IRI(XSD.namespace + "owl:real")) == nil)
    #expect(XSDType(IRI("http://example.org/date")) == nil)
  }
}
