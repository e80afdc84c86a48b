import KnowledgeGraph
import RDFModel

/// 64 bits of what a page can see of something (FNV-1a): the same in every process. Parts are kept apart.
struct Fingerprint {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  mutating func combine(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
    value = (value ^ 0xFF) &* 0x100_0000_01b3
  }

  mutating func combine(_ text: String) { combine(text.utf8) }

  static func of(_ text: String) -> UInt64 {
    var print = Fingerprint()
    print.combine(text)
    return print.value
  }

  mutating func combine(_ number: Int) { combine(String(number).utf8) }
}

extension Thing {
  /// Of its face: all but its claims, and how often it is mentioned, which follows from claims.
  var fingerprint: UInt64 {
    var print = Fingerprint()
    print.combine(kind?.rawValue ?? "-")
    print.combine(address)
    for name in classes.sorted() { print.combine(name) }
    print.combine(labels.count)
    for label in labels {
      print.combine(label.text)
      print.combine(label.language ?? "-")
      print.combine(label.isAlternate ? 1 : 0)
    }
    for (predicate, values) in attributes.sorted(by: { $0.key < $1.key }) {
      print.combine(predicate)
      print.combine(values.count)
      for value in values { print.combine(CanonicalForm.bytes(of: value)) }
    }
    return print.value
  }
}

extension ExplorerInput.Finding {
  static func fingerprint(_ findings: [ExplorerInput.Finding]) -> UInt64 {
    var print = Fingerprint()
    for finding in findings {
      print.combine(finding.severity.rawValue)
      for text in [finding.node, finding.title, finding.message] { print.combine(text) }
      print.combine(finding.places.count)
      for place in finding.places {
        print.combine(place.file)
        print.combine(place.line ?? 0)
      }
    }
    return print.value
  }
}
