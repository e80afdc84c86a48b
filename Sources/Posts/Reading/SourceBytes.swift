import Foundation

/// A file's bytes, made safe for libraries that read UTF-8 text in C.
enum SourceBytes {
  /// The bytes with `?` for each that is not UTF-8 and a space for each NUL, so that nothing moves.
  static func repaired(_ bytes: [UInt8], _ log: ProblemLog) -> [UInt8] {
    var clean = bytes
    var nulls = 0
    var invalid = 0
    var i = 0
    while i < bytes.count {
      let b = bytes[i]
      if b > 0, b < 0x80 {
        i += 1
      } else if b == 0 {
        if nulls == 0 { log.add(.nullByte, "the file holds a NUL byte, which is read as a space", at: i) }
        nulls += 1
        clean[i] = 0x20
        i += 1
      } else if let length = wellFormedLength(bytes, i) {
        i += length
      } else {
        if invalid == 0 {
          log.add(.notUTF8, "the file is not UTF-8; each wrong byte is read as a question mark", at: i)
        }
        invalid += 1
        clean[i] = 0x3F
        i += 1
      }
    }
    return clean
  }

  /// The encoding that a byte order mark tells of, when it is one of wide units; nil otherwise.
  static func wideEncoding(_ bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return "UTF-32" }
    return bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) ? "UTF-16" : nil
  }

  /// Table 3-7 of the Unicode Standard.
  private static func wellFormedLength(_ b: [UInt8], _ i: Int) -> Int? {
    func tail(_ k: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
      i + k < b.count && range.contains(b[i + k])
    }
    switch b[i] {
    case 0xC2...0xDF: return tail(1) ? 2 : nil
    case 0xE0: return tail(1, 0xA0...0xBF) && tail(2) ? 3 : nil
    case 0xE1...0xEC, 0xEE...0xEF: return tail(1) && tail(2) ? 3 : nil
    case 0xED: return tail(1, 0x80...0x9F) && tail(2) ? 3 : nil
    case 0xF0: return tail(1, 0x90...0xBF) && tail(2) && tail(3) ? 4 : nil
    case 0xF1...0xF3: return tail(1) && tail(2) && tail(3) ? 4 : nil
    case 0xF4: return tail(1, 0x80...0x8F) && tail(2) && tail(3) ? 4 : nil
    default: return nil
    }
  }
}

extension String {
  /// Unicode NFC.
  var precomposed: String { precomposedStringWithCanonicalMapping }
}
