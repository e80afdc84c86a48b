import RDFModel

/// The value of a literal that has an order: SPARQL 1.1's operator mapping (§17.3) for `<` and its kin, extended from
/// numbers, strings, booleans and `xsd:dateTime` to all of XSD's ordered types.
enum TypedValue {
  /// How one value stands to another.
  enum Order { case less, equal, greater }

  case decimal(ExactDecimal)
  case floating(Double)
  case boolean(Bool)
  /// In UTF-8, which sorts as code points do.
  case string(ArraySlice<UInt8>)
  /// With the type that both sides must share.
  case time(TimePoint, XSDType)
  case duration(TimeSpan)

  /// From a term's canonical form; nil when it is no literal, is ill-typed, or has no ordered type.
  init?(_ term: ArraySlice<UInt8>) {
    guard term.first == UInt8(ascii: "\"") else { return nil }
    let parts = LiteralParts(term)
    guard parts.language == nil else { return nil }
    guard let datatype = parts.datatype else {
      self = .string(parts.lexicalForm)
      return
    }
    guard let type = XSDType(iri: datatype) else { return nil }
    let text = parts.lexicalForm
    switch type {
    case .decimal:
      guard let number = ExactDecimal(text) else { return nil }
      self = .decimal(number)
    case .integer, .byte, .short, .int, .long, .unsignedByte, .unsignedShort, .unsignedInt, .unsignedLong,
      .positiveInteger, .nonNegativeInteger, .negativeInteger, .nonPositiveInteger:
      guard type.accepts(text), let number = ExactDecimal(text) else { return nil }
      self = .decimal(number)
    case .double, .float:
      guard let number = FloatingForm.value(text, isFloat: type == .float) else { return nil }
      self = .floating(number)
    case .boolean:
      guard type.accepts(text) else { return nil }
      self = .boolean(text.elementsEqual("true".utf8) || text.elementsEqual("1".utf8))
    case .string, .normalizedString, .token, .language, .nmtoken, .name, .ncName:
      guard type.accepts(text) else { return nil }
      self = .string(text)
    case .date, .time, .dateTime, .dateTimeStamp, .gYear, .gMonth, .gDay, .gYearMonth, .gMonthDay:
      guard let point = TimePoint(text, type) else { return nil }
      self = .time(point, type == .dateTimeStamp ? .dateTime : type)
    case .duration, .yearMonthDuration, .dayTimeDuration:
      guard let span = TimeSpan(text, type) else { return nil }
      self = .duration(span)
    case .hexBinary, .base64Binary, .anyURI, .owlReal, .owlRational: return nil
    }
  }

  /// Nil when the two cannot be compared.
  func compare(_ other: TypedValue) -> Order? {
    switch (self, other) {
    case (.decimal(let a), .decimal(let b)): Self.order(a, b)
    // A decimal beside a double is a double (XPath 2.0 §B.1).
    case (.decimal(let a), .floating(let b)): Self.order(a.double, b)
    case (.floating(let a), .decimal(let b)): Self.order(a, b.double)
    case (.floating(let a), .floating(let b)): Self.order(a, b)
    case (.boolean(let a), .boolean(let b)): Self.order(a ? 1 : 0, b ? 1 : 0)
    case (.string(let a), .string(let b)):
      a.elementsEqual(b) ? .equal : a.lexicographicallyPrecedes(b) ? .less : .greater
    case (.time(let a, let type), .time(let b, let otherType)): type == otherType ? a.compare(b) : nil
    case (.duration(let a), .duration(let b)): a.compare(b)
    default: nil
    }
  }

  private static func order<Value: Comparable>(_ a: Value, _ b: Value) -> Order? {
    a < b ? .less : a == b ? .equal : a > b ? .greater : nil
  }
}
