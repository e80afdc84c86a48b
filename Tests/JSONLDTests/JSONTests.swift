import Testing

@testable import JSONLD

private func json(_ text: String) throws -> JSONValue { try JSONValue(parsing: Array(text.utf8)) }
private func fault(_ bytes: [UInt8], maximumDepth: Int = 256) -> JSONLDError? {
  do {
    _ = try JSONValue(parsing: bytes, maximumDepth: maximumDepth)
    return nil
  } catch { return error as? JSONLDError }
}

@Suite("JSON")
struct JSONTests {
  @Test func keepsOrderOfMembersAndFormOfNumbers() throws {
    let text =
      #"{"z":1.10,"a":[1E+2,-0,123456789012345678901234567890.5],"m":{"é":"\u00e9\ud83d\ude00","t":true,"n":null}}"#
    let expected = #"{"z":1.10,"a":[1E+2,-0,123456789012345678901234567890.5],"m":{"é":"é😀","t":true,"n":null}}"#
    #expect(JSONSerializer().string(of: try json(text)) == expected)
  }

  @Test func theLastOfTwoEqualNamesCounts() throws {
    #expect(try json(#"{"a":1,"b":2,"a":3}"#) == ["a": .number(JSONNumber(3)), "b": .number(JSONNumber(2))])
  }

  @Test func namesAreComparedByCodePoint() throws {
    let value = try json("{\"e\u{301}\":1,\"\u{e9}\":2}")
    #expect(value.object?.count == 2)
    #expect(value["\u{e9}"] == .number(JSONNumber(2)))
  }

  @Test(
    "says where the fault is",
    arguments: [
      ("", 1, 1), ("{\"a\":1,}", 1, 8), ("{\"a\"\n  1}", 2, 3), ("[1 2]", 1, 4), ("[01]", 1, 3), ("[1.]", 1, 4),
      ("[\"a\tb\"]", 1, 4), ("[\"\\x\"]", 1, 3), ("[\"\\ud800\"]", 1, 3), ("{} {}", 1, 4), ("[tru]", 1, 5),
      ("\"a", 1, 3), ("{a:1}", 1, 2), ("[1e]", 1, 4), ("[-]", 1, 3), ("NaN", 1, 1),
    ])
  func faults(text: String, line: Int, column: Int) {
    let error = fault(Array(text.utf8))
    #expect(error?.code == .loadingDocumentFailed)
    #expect(error?.line == line)
    #expect(error?.column == column)
  }

  @Test func refusesWhatIsNotUTF8() {
    #expect(fault([0x22, 0xC3, 0x28, 0x22]) != nil)
    #expect(fault([0x22, 0xED, 0xA0, 0x80, 0x22]) != nil)
    #expect(fault([0x22, 0xC0, 0xAF, 0x22]) != nil)
  }

  @Test func boundsTheDepth() {
    let deep = [UInt8](repeating: UInt8(ascii: "["), count: 100_000)
    #expect(fault(deep)?.code == .nestingTooDeep)
    #expect(fault(Array("[[[1]]]".utf8), maximumDepth: 3) == nil)
    #expect(fault(Array("[[[1]]]".utf8), maximumDepth: 2)?.column == 3)
  }

  @Test func bigObjectsAreLinear() throws {
    let text = "{" + (0..<100_000).map { "\"key\($0)\":\($0)" }.joined(separator: ",") + "}"
    #expect(try json(text)["key99999"] == .number(JSONNumber(99_999)))
  }

  @Test func nothingWrittenForHTMLEndsAScript() throws {
    let value: JSONValue = ["name": "</script><!--<script> & \u{2028}\u{2029}"]
    let text = JSONSerializer(escapesForHTML: true).string(of: value)
    #expect(text == #"{"name":"\u003c/script\u003e\u003c!--\u003cscript\u003e \u0026 \u2028\u2029"}"#)
    #expect(try json(text) == value)
  }

  @Test func writesPretty() {
    let value: JSONValue = ["a": ["b", [:]], "c": []]
    #expect(
      JSONSerializer(isPretty: true).string(of: value) == "{\n  \"a\": [\n    \"b\",\n    {}\n  ],\n  \"c\": []\n}")
  }

  @Test func numbersAreEqualByValue() throws {
    #expect(JSONNumber("1.0") == JSONNumber("1"))
    #expect(JSONNumber("100e-2") == JSONNumber("1"))
    #expect(JSONNumber("0.10000000000000000001") != JSONNumber("0.1"))
    #expect(JSONNumber("-0") == JSONNumber("0"))
    #expect(JSONNumber("1x") == nil)
    #expect(JSONNumber(" 1") == nil)
  }
}

/// RFC 8785, with numbers of its appendix B.
@Suite("Canonical JSON")
struct CanonicalJSONTests {
  @Test(arguments: [
    ("0", "0"), ("-0", "0"), ("5e-324", "5e-324"), ("1.7976931348623157e308", "1.7976931348623157e+308"),
    ("9007199254740992", "9007199254740992"), ("295147905179352830000", "295147905179352830000"),
    ("1e21", "1e+21"), ("1e23", "1e+23"), ("9.999999999999997e22", "9.999999999999997e+22"),
    ("0.000001", "0.000001"), ("0.0000001", "1e-7"), ("333333333.33333329", "333333333.3333333"), ("4.50", "4.5"),
    ("-1.5e-9", "-1.5e-9"),
  ])
  func numbers(given: String, expected: String) throws {
    #expect(CanonicalJSON.string(of: try json(given)) == expected)
  }

  @Test func sortsByUTF16AndEscapesLittle() throws {
    let text = #"{ "\u20ac": "€", "\r": "\u000f\n\"\\/", "\ud83d\ude00": [ ], "\ufb33": { }, "1": false }"#
    let expected = "{\"\\r\":\"\\u000f\\n\\\"\\\\/\",\"1\":false,\"€\":\"€\",\"😀\":[],\"\u{fb33}\":{}}"
    #expect(CanonicalJSON.string(of: try json(text)) == expected)
  }
}
