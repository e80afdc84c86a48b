internal import RDFModel

extension TurtleReader {
  /// Where PN_PREFIX ends; the start itself when none begins there.
  func endOfPrefix(from start: Int) -> Int {
    var at = start
    let input = scanner.input
    guard at < input.count else { return start }
    let head = input.scalar(at: at)
    guard CharacterClass.isNameBase(head.value) else { return start }
    at += head.length
    while at < input.count {
      let byte = input[at]
      if CharacterClass.isLetter(byte) || byte == 0x2E {
        at += 1
        continue
      }
      let scalar = input.scalar(at: at)
      guard CharacterClass.isName(scalar.value) else { break }
      at += scalar.length
    }
    while input[at - 1] == UInt8(ascii: ".") { at -= 1 }
    return at
  }

  /// PrefixedName.
  mutating func readPrefixedName(_ wanted: String) throws(Fault) -> TermID {
    let start = scanner.position
    let colon = endOfPrefix(from: start)
    guard scanner.input[colon] == UInt8(ascii: ":") else { throw scanner.unexpected(wanted) }
    guard let namespace = unsafe prefixes.namespace(scanner.input[start..<colon]) else {
      throw Fault(.undefinedPrefix, "the prefix '\(scanner.input.text(start..<colon)):' is not defined", at: start)
    }
    scanner.scratch.removeAll(keepingCapacity: true)
    scanner.scratch.append(UInt8(ascii: "<"))
    scanner.scratch.append(contentsOf: namespace)
    scanner.position = colon + 1
    try scanLocalName()
    scanner.scratch.append(UInt8(ascii: ">"))
    return scanner.internScratch()
  }

  /// PN_LOCAL, which may be missing; appends it to `scratch` without its escapes.
  private mutating func scanLocalName() throws(Fault) {
    let start = scanner.position
    // Dots seen since the last other character: they belong to the name only if another follows.
    var dots = 0
    while true {
      let byte = scanner.byte
      var length = 1
      switch byte {
      case UInt8(ascii: "."):
        if scanner.position == start { return }
        dots += 1
        scanner.position += 1
        continue
      case UInt8(ascii: "-") where scanner.position == start: return
      case UInt8(ascii: ":"), 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), UInt8(ascii: "-"): break
      case UInt8(ascii: "%"):
        guard CharacterClass.hexValue(scanner.peek(1)) != nil, CharacterClass.hexValue(scanner.peek(2)) != nil else {
          throw Fault(.escape, "% in a name needs two hexadecimal digits", at: scanner.position)
        }
        length = 3
      case UInt8(ascii: "\\"):
        guard Self.localEscapes.contains(scanner.peek(1)) else {
          throw Fault(.escape, "a backslash in a name does not escape this", at: scanner.position)
        }
        flush(&dots)
        scanner.scratch.append(scanner.peek(1))
        scanner.position += 2
        continue
      case 0x80...:
        let scalar = scanner.input.scalar(at: scanner.position)
        let allowed =
          scanner.position == start ? CharacterClass.isLabelStart(scalar.value) : CharacterClass.isName(scalar.value)
        guard allowed else {
          scanner.position -= dots
          return
        }
        length = scalar.length
      default:
        scanner.position -= dots
        return
      }
      flush(&dots)
      for offset in 0..<length { scanner.scratch.append(scanner.peek(offset)) }
      scanner.position += length
    }
  }

  /// PN_LOCAL_ESC.
  private static let localEscapes = ByteSet("_~.-!$&'()*+,;=/?#@%")

  private mutating func flush(_ dots: inout Int) {
    while dots > 0 {
      scanner.scratch.append(UInt8(ascii: "."))
      dots -= 1
    }
  }
}
