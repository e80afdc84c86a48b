internal import RDFModel

/// Literals that Turtle can write without quotation marks (RDF 1.1 Turtle §2.5.2, §2.5.3): only those whose lexical form
/// is exactly the grammar's, so that reading gives the same term.
enum TurtleShorthand {
  private static let integer = Array("^^<http://www.w3.org/2001/XMLSchema#integer>".utf8)
  private static let decimal = Array("^^<http://www.w3.org/2001/XMLSchema#decimal>".utf8)
  private static let double = Array("^^<http://www.w3.org/2001/XMLSchema#double>".utf8)
  private static let boolean = Array("^^<http://www.w3.org/2001/XMLSchema#boolean>".utf8)

  static func applies(lexical: UnsafeBufferPointer<UInt8>, tail: UnsafeBufferPointer<UInt8>) -> Bool {
    // Few datatypes pass: their lengths are tried first.
    switch tail.count {
    case integer.count:
      if unsafe tail.elementsEqual(integer) { return unsafe parts(lexical) == .integer }
      if unsafe tail.elementsEqual(decimal) { return unsafe parts(lexical) == .decimal }
      return unsafe tail.elementsEqual(boolean)
        && (lexical.elementsEqual("true".utf8) || lexical.elementsEqual("false".utf8))
    case double.count: return unsafe tail.elementsEqual(double) && parts(lexical) == .double
    default: return false
    }
  }

  private enum Kind { case integer, decimal, double }

  private static func parts(_ lexical: UnsafeBufferPointer<UInt8>) -> Kind? {
    let input = unsafe InputBytes(lexical)
    var at = 0
    func digits() -> Int {
      let start = at
      while CharacterClass.isDigit(input[at]) { at += 1 }
      return at - start
    }
    if input[at] == UInt8(ascii: "+") || input[at] == UInt8(ascii: "-") { at += 1 }
    let whole = digits()
    if at == input.count { return whole > 0 ? .integer : nil }
    var fraction = 0
    if input[at] == UInt8(ascii: ".") {
      at += 1
      fraction = digits()
      if at == input.count { return fraction > 0 ? .decimal : nil }
    }
    guard whole + fraction > 0, input[at] | 0x20 == UInt8(ascii: "e") else { return nil }
    at += 1
    if input[at] == UInt8(ascii: "+") || input[at] == UInt8(ascii: "-") { at += 1 }
    return digits() > 0 && at == input.count ? .double : nil
  }
}
