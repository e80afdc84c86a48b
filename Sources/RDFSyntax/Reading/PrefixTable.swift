internal import RDFModel

/// The prefixes that are in force in a document.
struct PrefixTable {
  private var names = ByteStringTable()
  /// By the prefix's number; the number 0 is free for the empty prefix.
  private var namespaces: [[UInt8]?] = [nil]

  mutating func define(_ prefix: UnsafeBufferPointer<UInt8>, as namespace: [UInt8]) {
    let number = prefix.isEmpty ? 0 : unsafe Int(names.intern(prefix))
    if number == namespaces.count { namespaces.append(namespace) } else { namespaces[number] = namespace }
  }

  func namespace(_ prefix: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    if prefix.isEmpty { return namespaces[0] }
    let number = unsafe Int(names.find(prefix))
    return number == 0 ? nil : namespaces[number]
  }

  /// Each prefix with its last meaning, in the order in which they were first defined.
  var all: [(prefix: String, namespace: String)] {
    namespaces.enumerated().compactMap { number, namespace in
      guard let namespace else { return nil }
      let prefix = number == 0 ? "" : String(decoding: names[UInt32(number)], as: UTF8.self)
      return (prefix, String(decoding: namespace, as: UTF8.self))
    }
  }
}
