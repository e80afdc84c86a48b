internal import RDFModel

/// RDF to Object Conversion (JSON-LD 1.1 API §8.5), for literals.
enum LiteralConversion {
  static func json(_ literal: Literal, options: JSONLDProcessor.Options) throws -> JSONValue {
    let text = literal.lexicalForm
    if let language = literal.language { return ["@value": .string(text), "@language": .string(language)] }
    switch literal.datatype {
    case XSD.string: return ["@value": .string(text)]
    case JSONLDTerms.json where options.processingMode == .jsonLD11:
      guard let value = try? JSONValue(parsing: Array(text.utf8), maximumDepth: options.maximumDepth) else {
        throw JSONLDError(.invalidJSONLiteral, "an rdf:JSON literal that is no JSON")
      }
      return ["@value": value, "@type": "@json"]
    default: break
    }
    if options.usesNativeTypes, let value = native(literal) { return ["@value": value] }
    let datatype = literal.datatype.string
    if options.rdfDirection == .i18nDatatype, let parts = datatype.dropping(prefix: JSONLDTerms.i18n) {
      if let at = parts.lastIndex(of: "_") {
        var object: JSONObject = ["@value": .string(text)]
        if at > parts.startIndex { object["@language"] = .string(String(parts[..<at])) }
        let direction = parts[parts.index(after: at)...]
        if !direction.isEmpty { object["@direction"] = .string(String(direction)) }
        return .object(object)
      }
    }
    return ["@value": .string(text), "@type": .string(datatype)]
  }

  /// JSON's own value, for lexical forms that are in the datatype.
  private static func native(_ literal: Literal) -> JSONValue? {
    let text = literal.lexicalForm
    switch literal.datatype {
    case XSD.boolean where ["true", "1"].contains(text): return true
    case XSD.boolean where ["false", "0"].contains(text): return false
    case XSD.integer:
      guard let number = JSONNumber(text), text.utf8.allSatisfy({ $0 == UInt8(ascii: "-") || $0 &- 48 <= 9 }) else {
        return nil
      }
      return .number(number)
    case XSD.double: return JSONNumber(text).flatMap { $0.double.isFinite ? .number($0) : nil }
    default: return nil
    }
  }
}
