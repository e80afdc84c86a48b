import RDFModel

/// What a parameter's values are, told by its default: `"Istio"` is a text, `10` an integer, `<https://…>` an IRI.
public enum ParameterKind: Sendable, Equatable {
  case text(language: String?)
  case iri
  case integer
  case decimal
  case double
  case boolean
  /// A literal of another datatype, which is kept as the query writes it (`xsd:date`).
  case typed(datatype: String)

  /// The tokens of one RDF term in a `VALUES` block.
  init(_ tokens: ArraySlice<Token>) {
    guard let first = tokens.first else {
      self = .text(language: nil)
      return
    }
    switch first.kind {
    case .string:
      let rest = tokens.dropFirst()
      if let tag = rest.first, tag.kind == .languageTag {
        self = .text(language: String(tag.text.dropFirst()))
      } else if rest.count >= 3, rest.prefix(2).allSatisfy({ $0.text == "^" }), let type = rest.dropFirst(2).first {
        self = .typed(datatype: type.text)
      } else {
        self = .text(language: nil)
      }
    case .iri: self = .iri
    default:
      let word = tokens.first { $0.kind == .word }?.text ?? ""
      if ["true", "false"].contains(word) {
        self = .boolean
      } else if word.first?.isNumber == true {
        self = word.contains(where: { "eE".contains($0) }) ? .double : word.contains(".") ? .decimal : .integer
      } else {
        self = word.contains(":") ? .iri : .text(language: nil)
      }
    }
  }

  /// The value as a term of the query's text (SPARQL 1.1 §4.1). Whatever the value holds, it is one term.
  func term(_ value: String, of name: String) throws(QueryError) -> String {
    func fail(_ wanted: String) -> QueryError {
      QueryError(.badValue, "\(name) must be \(wanted), and not \"\(value)\"")
    }
    switch self {
    case .text(let language): return Self.quoted(value) + (language.map { "@" + $0 } ?? "")
    case .iri:
      guard IRI(value).isWritable else { throw fail("an absolute IRI") }
      return "<\(value)>"
    case .integer:
      guard value.wholeMatch(of: #/[+-]?[0-9]+/#) != nil else { throw fail("a whole number") }
      return value
    case .decimal:
      guard value.wholeMatch(of: #/[+-]?[0-9]*\.?[0-9]+/#) != nil else { throw fail("a number") }
      // Without a point it would be an integer, which compares alike and prints otherwise.
      return value.contains(".") ? value : value + ".0"
    case .double:
      guard value.wholeMatch(of: #/[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?/#) != nil else {
        throw fail("a number")
      }
      return value.contains(where: { "eE".contains($0) }) ? value : value + "e0"
    case .boolean:
      guard ["true", "false"].contains(value) else { throw fail("true or false") }
      return value
    case .typed(let datatype):
      if datatype == "xsd:date" || datatype.hasSuffix("#date>"),
        value.wholeMatch(of: #/-?[0-9]{4,}-[0-9]{2}-[0-9]{2}(Z|[+-][0-9]{2}:[0-9]{2})?/#) == nil
      {
        throw fail("a day as 2024-05-31")
      }
      return Self.quoted(value) + "^^" + datatype
    }
  }

  /// §19.8 [156] with the escapes of [160].
  static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\t": out += "\\t"
      case "\u{8}": out += "\\b"
      case "\u{C}": out += "\\f"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }
}
