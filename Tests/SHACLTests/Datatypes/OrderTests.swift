import RDFModel
import Testing

@testable import SHACL

@Suite("The order of values (XSD 1.1 Part 2, SPARQL 1.1 §17.3)")
struct OrderTests {
  private func order(_ a: String, _ b: String, _ type: String, _ other: String? = nil) -> TypedValue.Order? {
    func value(_ text: String, _ type: String) -> TypedValue? {
      TypedValue(CanonicalForm.bytes(of: .literal(Literal(text, datatype: IRI(XSD.namespace + type))))[...])
    }
    guard let left = value(a, type), let right = value(b, other ?? type) else { return nil }
    return left.compare(right)
  }

  @Test("decimals of any length")
  func decimals() {
    let long = String(repeating: "9", count: 300)
    #expect(order(long + ".1", long + ".10", "decimal") == .equal)
    #expect(order(long + ".1", long + ".11", "decimal") == .less)
    #expect(order("1" + long, long, "integer") == .greater)
    #expect(order("-1" + long, "-" + long, "integer") == .less)
    #expect(order("-0", "0", "integer") == .equal)
    #expect(order("9007199254740993", "9007199254740992", "integer") == .greater)
    #expect(order("1", "1.0", "byte", "decimal") == .equal)
    #expect(order("-0.5", "-0.25", "decimal") == .less)
    #expect(order("-0.5", "0.25", "decimal") == .less)
  }

  @Test("a decimal beside a double is a double")
  func doubles() {
    #expect(order("0.1", "1e-1", "decimal", "double") == .equal)
    #expect(order("9007199254740993", "9007199254740992", "integer", "double") == .equal)
    #expect(order("INF", "1e308", "double") == .greater)
    #expect(order("-INF", "INF", "double") == .less)
    #expect(order("NaN", "NaN", "double") == nil)
    #expect(order("0.1", "0.1", "float", "double") == .greater)
    #expect(order(".5", "5.e-1", "double") == .equal)
    #expect(order("1e400", "INF", "double") == .equal)
  }

  @Test("strings by code point, booleans, and nothing across kinds")
  func others() {
    #expect(order("a", "b", "string") == .less)
    #expect(order("\u{FFFD}", "\u{10000}", "string") == .less)
    #expect(order("a", "a", "string", "token") == .equal)
    #expect(order("say \"x\"", "say \"x\"", "string") == .equal)
    #expect(order("false", "1", "boolean") == .less)
    #expect(order("1", "1", "string", "integer") == nil)
    #expect(order("2019-01-01", "2019-01-01T00:00:00", "date", "dateTime") == nil)
    #expect(order("abc", "1", "integer") == nil)
  }

  @Test("times with and without a zone")
  func times() {
    #expect(order("2019-12-31T23:59:59", "2020-01-01T00:00:00", "dateTime") == .less)
    #expect(order("2019-12-31T24:00:00", "2020-01-01T00:00:00", "dateTime") == .equal)
    #expect(order("2020-01-01T00:00:00+01:00", "2019-12-31T23:00:00Z", "dateTime") == .equal)
    #expect(order("2020-01-01T00:00:00Z", "2020-01-01T00:00:00", "dateTime") == nil)
    #expect(order("2020-01-01T00:00:00Z", "2020-01-01T14:00:00", "dateTime") == nil)
    #expect(order("2020-01-01T00:00:00Z", "2020-01-01T14:00:01", "dateTime") == .less)
    #expect(order("2020-01-01T14:00:01", "2020-01-01T00:00:00Z", "dateTime") == .greater)
    #expect(order("2020-01-01T00:00:00.10", "2020-01-01T00:00:00.1", "dateTime") == .equal)
    #expect(order("2020-01-01T00:00:00.1", "2020-01-01T00:00:00.09", "dateTime") == .greater)
    #expect(order("2020-01-01T00:00:00Z", "2020-01-01T00:00:00Z", "dateTime", "dateTimeStamp") == .equal)
    #expect(order("-0001-01-01", "0001-01-01", "date") == .less)
    #expect(order("0000-03-01", "-0001-03-01", "date") == .greater)
    #expect(order("2020-02-29", "2020-03-01", "date") == .less)
    #expect(order("2020-01-01+14:00", "2019-12-31-10:00", "date") == .equal)
    #expect(order("12345-01-01", "9999-12-31", "date") == .greater)
    #expect(order("12:00:00Z", "13:00:00+01:00", "time") == .equal)
    #expect(order("2019", "2020", "gYear") == .less)
    #expect(order("2019-12", "2020-01", "gYearMonth") == .less)
    #expect(order("--02-29", "--03-01", "gMonthDay") == .less)
    #expect(order("---30", "---31", "gDay") == .less)
    #expect(order("--02", "--12", "gMonth") == .less)
    let huge = String(repeating: "9", count: 40)
    #expect(order(huge + "-01-01", huge + "-01-02", "date") == nil)
  }

  @Test("every day of two thousand years follows the one before")
  func calendar() {
    var last = TimePoint.days(year: -3, month: 12, day: 31)
    for year in Int128(-2)...2003 {
      for month in 1...12 {
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let length = month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
        for day in 1...length {
          let next = TimePoint.days(year: year, month: month, day: day)
          if next != last + 1 { Issue.record("\(year)-\(month)-\(day) is day \(next) after \(last)") }
          last = next
        }
      }
    }
    #expect(TimePoint.days(year: 1, month: 1, day: 1) == 0)
    #expect(TimePoint.days(year: 1970, month: 1, day: 1) == 719_162)
  }

  @Test("durations where the calendar does not decide")
  func durations() {
    #expect(order("P1Y", "P12M", "duration") == .equal)
    #expect(order("P1Y", "P364D", "duration") == .greater)
    #expect(order("P1Y", "P365D", "duration") == nil)
    #expect(order("P1Y", "P367D", "duration") == .less)
    #expect(order("P1M", "P27D", "duration") == .greater)
    #expect(order("P1M", "P30D", "duration") == nil)
    #expect(order("P5M", "P149D", "duration") == .greater)
    #expect(order("P5M", "P154D", "duration") == .less)
    #expect(order("PT1H", "PT60M", "dayTimeDuration") == .equal)
    #expect(order("-PT1.5S", "-PT1.2S", "duration") == .less)
    #expect(order("-PT0.5S", "PT0S", "duration") == .less)
    #expect(order("PT36H", "P1DT12H", "duration", "dayTimeDuration") == .equal)
    #expect(order("-P1Y", "P0M", "yearMonthDuration") == .less)
    let huge = String(repeating: "9", count: 40)
    #expect(order("P\(huge)D", "P1D", "duration") == nil)
    #expect(order("P0000000000000000000000000000000000001D", "P1D", "duration") == .equal)
  }
}
