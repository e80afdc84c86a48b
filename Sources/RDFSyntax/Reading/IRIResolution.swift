/// Resolution of references against a base, RFC 3986 §5.2, on bytes (RFC 3987 §6.5 lets it work on IRIs unchanged).
struct IRIResolution {
  private var base: Parts<[UInt8]>

  /// The base must have a scheme.
  init(base: [UInt8]) { self.base = Parts(base) }

  /// A reference in its five components (RFC 3986 appendix B).
  private struct Parts<Bytes: RandomAccessCollection> where Bytes.Element == UInt8, Bytes.Index == Int {
    var scheme: Bytes.SubSequence?
    var authority: Bytes.SubSequence?
    var path: Bytes.SubSequence
    var query: Bytes.SubSequence?
    var fragment: Bytes.SubSequence?

    init(_ bytes: Bytes) {
      var rest = bytes[...]
      if let end = IRIResolution.endOfScheme(bytes) {
        scheme = rest[..<end]
        rest = rest[(end + 1)...]
      }
      if let hash = rest.firstIndex(of: UInt8(ascii: "#")) {
        fragment = rest[(hash + 1)...]
        rest = rest[..<hash]
      }
      if let mark = rest.firstIndex(of: UInt8(ascii: "?")) {
        query = rest[(mark + 1)...]
        rest = rest[..<mark]
      }
      if rest.starts(with: "//".utf8) {
        let after = rest.dropFirst(2)
        let end = after.firstIndex(of: UInt8(ascii: "/")) ?? after.endIndex
        authority = after[..<end]
        rest = after[end...]
      }
      path = rest
    }
  }

  /// Where the scheme's colon stands (RFC 3986 §3.1), if there is a scheme.
  private static func endOfScheme<Bytes: Collection>(_ bytes: Bytes) -> Bytes.Index? where Bytes.Element == UInt8 {
    guard let first = bytes.first, CharacterClass.isLetter(first) else { return nil }
    var index = bytes.startIndex
    while index < bytes.endIndex {
      switch bytes[index] {
      case UInt8(ascii: ":"): return index
      case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."): break
      case let byte where CharacterClass.isLetter(byte) || CharacterClass.isDigit(byte): break
      default: return nil
      }
      index = bytes.index(after: index)
    }
    return nil
  }

  @inline(__always) static func hasScheme(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    unsafe endOfScheme(bytes) != nil
  }

  static func hasScheme(_ bytes: [UInt8]) -> Bool { endOfScheme(bytes) != nil }

  /// Appends the target IRI.
  func resolve(_ reference: [UInt8], to target: inout [UInt8]) {
    let given = Parts(reference)
    var path: [UInt8]
    var authority = given.authority.map { Array($0) }
    var query = given.query.map { Array($0) }
    if given.scheme != nil || given.authority != nil {
      path = Self.removeDotSegments(Array(given.path))
    } else {
      authority = base.authority.map { Array($0) }
      if given.path.isEmpty {
        path = Array(base.path)
        if query == nil { query = base.query.map { Array($0) } }
      } else if given.path.first == UInt8(ascii: "/") {
        path = Self.removeDotSegments(Array(given.path))
      } else {
        path = Self.removeDotSegments(merge(given.path))
      }
    }
    // §5.3
    target.append(contentsOf: given.scheme ?? base.scheme ?? [])
    target.append(UInt8(ascii: ":"))
    if let authority {
      target.append(contentsOf: "//".utf8)
      target.append(contentsOf: authority)
    } else if path.starts(with: "//".utf8) {
      // Without this the path would come back as an authority (RFC 3986 §3.3; WHATWG does the same).
      path.insert(contentsOf: "/.".utf8, at: 0)
    }
    target.append(contentsOf: path)
    if let query {
      target.append(UInt8(ascii: "?"))
      target.append(contentsOf: query)
    }
    if let fragment = given.fragment {
      target.append(UInt8(ascii: "#"))
      target.append(contentsOf: fragment)
    }
  }

  /// §5.2.3
  private func merge(_ path: ArraySlice<UInt8>) -> [UInt8] {
    if base.authority != nil, base.path.isEmpty { return [UInt8(ascii: "/")] + path }
    guard let slash = base.path.lastIndex(of: UInt8(ascii: "/")) else { return Array(path) }
    return Array(base.path[...slash] + path)
  }

  /// §5.2.4
  static func removeDotSegments(_ path: [UInt8]) -> [UInt8] {
    let slash = UInt8(ascii: "/")
    var input = path[...]
    var output: [UInt8] = []
    func dropLastSegment() {
      while let last = output.popLast(), last != slash {}
    }
    while !input.isEmpty {
      if input.starts(with: "../".utf8) {
        input = input.dropFirst(3)
      } else if input.starts(with: "./".utf8) || input.starts(with: "/./".utf8) {
        input = input.dropFirst(2)
      } else if input.elementsEqual("/.".utf8) {
        output.append(slash)
        input = []
      } else if input.starts(with: "/../".utf8) {
        input = input.dropFirst(3)
        dropLastSegment()
      } else if input.elementsEqual("/..".utf8) {
        dropLastSegment()
        output.append(slash)
        input = []
      } else if input.elementsEqual(".".utf8) || input.elementsEqual("..".utf8) {
        input = []
      } else {
        let end = input.dropFirst().firstIndex(of: slash) ?? input.endIndex
        output.append(contentsOf: input[..<end])
        input = input[end...]
      }
    }
    return output
  }
}
