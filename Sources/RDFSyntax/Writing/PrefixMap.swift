internal import RDFModel

/// Shortens IRIs by prefixes, where the local name needs no escape.
struct PrefixMap {
  private struct Entry {
    var name: [UInt8]
    var namespace: [UInt8]
    var isUsed = false
  }

  /// Longest namespace first, so that the first that fits is the best one.
  private var entries: [Entry] = []

  /// A later definition of a prefix counts.
  init(_ prefixes: [(prefix: String, namespace: String)]) throws(WriteError) {
    for (prefix, namespace) in prefixes {
      guard Self.isPrefix(prefix), IRI(namespace).isWritable else {
        throw WriteError(
          code: .invalidPrefix, message: "'\(prefix):' with <\(namespace)> is no prefix that Turtle can write",
          quad: nil)
      }
      entries.removeAll { $0.name == Array(prefix.utf8) }
      entries.append(Entry(name: Array(prefix.utf8), namespace: Array(namespace.utf8)))
    }
    entries.sort { a, b in
      a.namespace.count != b.namespace.count
        ? a.namespace.count > b.namespace.count : a.name.lexicographicallyPrecedes(b.name)
    }
  }

  /// Which entry shortens the IRI (its canonical form, with brackets), if any.
  func index(shortening iri: UnsafeBufferPointer<UInt8>) -> Int? {
    let count = iri.count - 2
    for (index, entry) in entries.enumerated() where entry.namespace.count <= count {
      let end = entry.namespace.count + 1
      let head = unsafe UnsafeBufferPointer(rebasing: iri[1..<end])
      guard unsafe head.elementsEqual(entry.namespace) else { continue }
      if unsafe Self.isLocalName(UnsafeBufferPointer(rebasing: iri[end..<(iri.count - 1)])) { return index }
    }
    return nil
  }

  mutating func markUsed(_ index: Int) { entries[index].isUsed = true }

  /// Writes the IRI that `index(shortening:)` found shortenable.
  func append(_ iri: UnsafeBufferPointer<UInt8>, by index: Int, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: entries[index].name)
    bytes.append(UInt8(ascii: ":"))
    let start = entries[index].namespace.count + 1
    unsafe bytes.append(contentsOf: iri[start..<(iri.count - 1)])
  }

  /// The used prefixes, by name.
  var used: [(prefix: [UInt8], namespace: [UInt8])] {
    entries.filter(\.isUsed).sorted { $0.name.lexicographicallyPrecedes($1.name) }.map { ($0.name, $0.namespace) }
  }

  /// PN_PREFIX, or nothing.
  private static func isPrefix(_ prefix: String) -> Bool {
    guard let first = prefix.unicodeScalars.first else { return true }
    return CharacterClass.isNameBase(first.value) && prefix.unicodeScalars.last != "."
      && prefix.unicodeScalars.allSatisfy { CharacterClass.isName($0.value) || $0 == "." }
  }

  /// PN_LOCAL without PN_LOCAL_ESC, or nothing.
  private static func isLocalName(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    let input = unsafe InputBytes(name)
    var at = 0
    while at < input.count {
      let byte = input[at]
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), UInt8(ascii: ":"): at += 1
      case UInt8(ascii: "-"):
        if at == 0 { return false }
        at += 1
      case UInt8(ascii: "."):
        if at == 0 || at == input.count - 1 { return false }
        at += 1
      case UInt8(ascii: "%"):
        guard CharacterClass.hexValue(input[at + 1]) != nil, CharacterClass.hexValue(input[at + 2]) != nil else {
          return false
        }
        at += 3
      case 0x80...:
        let scalar = input.scalar(at: at)
        guard at == 0 ? CharacterClass.isLabelStart(scalar.value) : CharacterClass.isName(scalar.value) else {
          return false
        }
        at += scalar.length
      default: return false
      }
    }
    return true
  }
}
