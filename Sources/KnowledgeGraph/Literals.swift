import Foundation
public import Posts
public import RDFModel

/// Literals as the data contract wants them: Unicode NFC, a language tag when the language is known, dates as precise as
/// their source.
extension Literal {
  static func text(_ text: String, language: String) -> Literal {
    language.isEmpty ? Literal(normalized(text)) : Literal(normalized(text), language: language)
  }

  static func plain(_ text: String) -> Literal { Literal(normalized(text)) }

  static func integer(_ number: Int) -> Literal { Literal(String(number), datatype: XSD.integer) }

  /// At most four digits after the point: a confidence is no more exact than that.
  static func decimal(_ number: Double) -> Literal {
    let scaled = Int((number * 10_000).rounded())
    var digits = String(abs(scaled) % 10_000)
    digits = String(repeating: "0", count: 4 - digits.count) + digits
    return decimal("\(scaled < 0 ? "-" : "")\(abs(scaled) / 10_000).\(digits)")
  }

  /// In canonical form (XML Schema 1.1 Part 2 §3.3.3): no zeros at the end, no point without digits. Stores keep the value
  /// of a number and give it back in that form, and what comes back shall be what was sent.
  static func decimal(_ digits: String) -> Literal {
    var digits = Substring(digits)
    if digits.contains(".") {
      while digits.hasSuffix("0") { digits.removeLast() }
      if digits.hasSuffix(".") { digits.removeLast() }
    }
    return Literal(digits.isEmpty || digits == "-0" || digits == "-" ? "0" : String(digits), datatype: XSD.decimal)
  }

  /// `2019`, `2019-02`, `2019-02-25`; `nil` for anything else and for days that no calendar has.
  public static func date(_ text: String) -> Literal? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let widths = [4, 2, 2]
    guard (1...3).contains(parts.count) else { return nil }
    for (part, width) in zip(parts, widths) {
      guard part.utf8.count == width, part.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    }
    let numbers = parts.compactMap { Int($0) }
    guard numbers[0] > 0 else { return nil }
    if numbers.count > 1, !(1...12).contains(numbers[1]) { return nil }
    if numbers.count > 2, !(1...days(inMonth: numbers[1], of: numbers[0])).contains(numbers[2]) { return nil }
    return Literal(text, datatype: [XSD.gYear, XSD.gYearMonth, XSD.date][numbers.count - 1])
  }

  /// A date of the front matter. A time without an offset names no instant, and none is invented: the day alone is kept.
  public static func date(_ date: PostDate) -> Literal? {
    var date = date
    if date.time?.offsetMinutes == nil { date.time = nil }
    guard date.time != nil else { return Self.date(date.lexicalForm) }
    return Literal(date.lexicalForm, datatype: XSD.dateTime)
  }

  private static func normalized(_ text: String) -> String {
    text.utf8.allSatisfy { $0 < 0x80 } ? text : text.precomposedStringWithCanonicalMapping
  }

  private static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    default: 31
    }
  }
}
