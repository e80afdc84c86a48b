import RDFModel

/// The datatypes whose lexical forms are checked: XSD's that RDF 1.1 (§5.1) and the OWL 2 datatype map (§4) name.
/// Forms are taken as they stand: white space around them is a fault, as RDF has it.
enum XSDType: String, CaseIterable, Sendable {
  case string, boolean, decimal, integer, double, float
  case date, time, dateTime, dateTimeStamp
  case gYear, gMonth, gDay, gYearMonth, gMonthDay
  case duration, yearMonthDuration, dayTimeDuration
  case byte, short, int, long
  case unsignedByte, unsignedShort, unsignedInt, unsignedLong
  case positiveInteger, nonNegativeInteger, negativeInteger, nonPositiveInteger
  case hexBinary, base64Binary, anyURI
  case language, normalizedString, token
  case nmtoken = "NMTOKEN"
  case name = "Name"
  case ncName = "NCName"
  /// OWL 2 §4.1: its values are written as other datatypes' literals, so it has no lexical form.
  case owlReal = "owl:real"
  case owlRational = "owl:rational"

  init?(_ iri: IRI) { self.init(iri: Array(iri.string.utf8)[...]) }

  /// From the IRI's bytes.
  init?(iri: ArraySlice<UInt8>) {
    if iri.starts(with: Self.xsd) {
      guard let type = Self.byName[Array(iri.dropFirst(Self.xsd.count))] else { return nil }
      self = type
    } else if iri.elementsEqual("http://www.w3.org/2002/07/owl#real".utf8) {
      self = .owlReal
    } else if iri.elementsEqual("http://www.w3.org/2002/07/owl#rational".utf8) {
      self = .owlRational
    } else {
      return nil
    }
  }

  private static let xsd = Array(XSD.namespace.utf8)
  private static let byName: [[UInt8]: XSDType] = {
    var names: [[UInt8]: XSDType] = [:]
    for type in allCases where !type.rawValue.contains(":") { names[Array(type.rawValue.utf8)] = type }
    return names
  }()

  /// Whether the text, in UTF-8, is a lexical form of the type.
  func accepts(_ text: ArraySlice<UInt8>) -> Bool {
    switch self {
    case .string: return true
    case .boolean: return ["true", "false", "1", "0"].contains { text.elementsEqual($0.utf8) }
    case .decimal: return ExactDecimal(text) != nil
    case .integer, .byte, .short, .int, .long, .unsignedByte, .unsignedShort, .unsignedInt, .unsignedLong,
      .positiveInteger, .nonNegativeInteger, .negativeInteger, .nonPositiveInteger:
      return IntegerRange(self)?.accepts(text) ?? false
    case .double, .float: return FloatingForm.accepts(text)
    case .date, .time, .dateTime, .dateTimeStamp, .gYear, .gMonth, .gDay, .gYearMonth, .gMonthDay:
      return TimePoint(text, self) != nil
    case .duration, .yearMonthDuration, .dayTimeDuration: return TimeSpan(text, self) != nil
    case .hexBinary: return text.count % 2 == 0 && text.allSatisfy(\.isHexDigit)
    case .base64Binary: return StringForms.isBase64(text)
    case .anyURI: return true
    case .language: return StringForms.isLanguage(text)
    case .normalizedString: return !text.contains { $0 == 0x9 || $0 == 0xA || $0 == 0xD }
    case .token: return StringForms.isToken(text)
    case .nmtoken: return StringForms.isName(text, startChecked: false, colons: true)
    case .name: return StringForms.isName(text, startChecked: true, colons: true)
    case .ncName: return StringForms.isName(text, startChecked: true, colons: false)
    case .owlReal: return false
    case .owlRational: return StringForms.isRational(text)
    }
  }
}

extension UInt8 {
  var isDigit: Bool { (0x30...0x39).contains(self) }
  var isHexDigit: Bool { isDigit || (0x41...0x46).contains(self) || (0x61...0x66).contains(self) }
  var isLetter: Bool { (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self) }
}
