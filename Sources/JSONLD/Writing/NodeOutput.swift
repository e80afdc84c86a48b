internal import RDFModel

/// The document as it grows, straight from canonical N-Triples bytes: their string escapes are JSON's too.
struct NodeOutput {
  private let forms: ByteStrings
  private var names: NameFragments
  private let context: JSONLDWriter.Context?
  private let type: TermID
  /// Terms that were checked before.
  private var isChecked: [Bool]
  private var bytes: [UInt8] = []
  private static let chunk = 1 << 18

  init(forms: ByteStrings, context: JSONLDWriter.Context?, dataset: Dataset) {
    self.forms = forms
    self.context = context
    names = NameFragments(context: context, count: dataset.terms.count)
    type = dataset.terms.find(.iri(RDF.type)) ?? .none
    isChecked = Array(repeating: false, count: dataset.terms.count + 1)
    bytes.reserveCapacity(Self.chunk + 1 << 16)
  }

  /// - Parameter quads: by graph and subject, each once, `rdf:type` first.
  mutating func write(_ quads: [IDQuad], to sink: ([UInt8]) throws -> Void) throws {
    if let context {
      append("{\"@context\":")
      JSONSerializer().append(context.json, to: &bytes)
      append(",\n\"@graph\":[")
    } else {
      append("[")
    }
    var graph = TermID.none
    var first = 0
    var isFirstInGraph = true
    while first < quads.count {
      let quad = quads[first]
      if quad.graph != graph {
        if graph != .none { append("]}") }
        append(first == 0 ? "\n{\"@id\":" : ",\n{\"@id\":")
        try appendIdentifier(quad.graph)
        append(",\"@graph\":[")
        graph = quad.graph
        isFirstInGraph = true
      }
      append(isFirstInGraph ? "\n{\"@id\":" : ",\n{\"@id\":")
      isFirstInGraph = false
      try appendIdentifier(quad.triple.subject)
      while first < quads.count, quads[first].triple.subject == quad.triple.subject, quads[first].graph == graph {
        let end = try appendProperty(quads, first)
        first = end
      }
      append("}")
      if bytes.count >= Self.chunk {
        try sink(bytes)
        bytes.removeAll(keepingCapacity: true)
      }
    }
    if graph != .none { append("]}") }
    append(context == nil ? "\n]\n" : "\n]}\n")
    try sink(bytes)
  }

  /// The values of one property. Returns where the next one starts.
  private mutating func appendProperty(_ quads: [IDQuad], _ first: Int) throws -> Int {
    let quad = quads[first]
    let predicate = quad.triple.predicate
    // `@type` holds no literals; those, sorted before all others, get the property's full name.
    let isType = predicate == type && !isLiteral(quad.triple.object)
    var end = first + 1
    while end < quads.count, quads[end].triple.predicate == predicate,
      quads[end].triple.subject == quad.triple.subject, quads[end].graph == quad.graph
    {
      if predicate == type, !isType, !isLiteral(quads[end].triple.object) { break }
      end += 1
    }
    append(",")
    if isType { append("\"@type\"") } else { try appendName(predicate) }
    let isArray = context == nil || end - first > 1
    append(isArray ? ":[" : ":")
    for at in first..<end {
      if at > first { append(",") }
      let object = quads[at].triple.object
      if !isType {
        try appendValue(object)
      } else if unsafe forms[object.rawValue].first == UInt8(ascii: "<") {
        try appendName(object)
      } else {
        try appendIdentifier(object)
      }
    }
    if isArray { append("]") }
    return end
  }

  private func isLiteral(_ id: TermID) -> Bool {
    let first = unsafe forms[id.rawValue][0]
    return first == UInt8(ascii: "\"")
  }

  private mutating func appendValue(_ id: TermID) throws {
    let form = unsafe forms[id.rawValue]
    guard unsafe form[0] == UInt8(ascii: "\"") else {
      append("{\"@id\":")
      try appendIdentifier(id)
      return append("}")
    }
    guard let quote = unsafe form.lastIndex(of: UInt8(ascii: "\"")) else { return }
    let text = unsafe UnsafeBufferPointer(rebasing: form[...quote])
    if quote == form.count - 1 {
      if context != nil { return unsafe bytes.append(contentsOf: text) }
      append("{\"@value\":")
    } else if unsafe form[quote + 1] == UInt8(ascii: "@") {
      let language = unsafe UnsafeBufferPointer(rebasing: form[(quote + 2)...])
      guard LanguageTag.isWellFormed(unsafe String(decoding: language, as: UTF8.self)) else { throw unwritable(id) }
      append("{\"@language\":\"")
      unsafe bytes.append(contentsOf: language)
      append("\",\"@value\":")
    } else {
      append("{\"@type\":")
      let datatype = unsafe UnsafeBufferPointer(rebasing: form[(quote + 3)...])
      guard let name = unsafe names.datatype(datatype) else { throw unwritable(id) }
      bytes.append(contentsOf: name)
      append(",\"@value\":")
    }
    unsafe bytes.append(contentsOf: text)
    append("}")
  }

  /// An IRI or a blank node, in full.
  private mutating func appendIdentifier(_ id: TermID) throws {
    let form = unsafe forms[id.rawValue]
    if !isChecked[Int(id.rawValue)] {
      try unsafe check(id, form)
      isChecked[Int(id.rawValue)] = true
    }
    let isIRI = unsafe form[0] == UInt8(ascii: "<")
    append("\"")
    unsafe bytes.append(contentsOf: isIRI ? UnsafeBufferPointer(rebasing: form[1..<(form.count - 1)]) : form)
    append("\"")
  }

  private mutating func appendName(_ id: TermID) throws {
    guard let name = unsafe names.name(id.rawValue, forms[id.rawValue]) else { throw unwritable(id) }
    bytes.append(contentsOf: name)
  }

  private func check(_ id: TermID, _ form: UnsafeBufferPointer<UInt8>) throws {
    switch unsafe form[0] {
    case UInt8(ascii: "<"):
      let text = unsafe String(decoding: form.dropFirst().dropLast(), as: UTF8.self)
      guard RDFDeserializer.iri(text) != nil else { throw unwritable(id) }
      if let context, context.misreads(text) {
        throw JSONLDError(.iriConfusedWithPrefix, "<\(text)> reads as a compact IRI in the context")
      }
    case UInt8(ascii: "_"):
      let isPlain = unsafe form.allSatisfy { $0 > 0x20 && $0 != 0x22 && $0 != 0x5C }
      guard isPlain else { throw unwritable(id) }
    default: throw unwritable(id)
    }
  }

  private func unwritable(_ id: TermID) -> JSONLDError {
    let text = unsafe String(decoding: forms[id.rawValue], as: UTF8.self)
    return JSONLDError(.unwritableTerm, "\(text) cannot stand here in JSON-LD")
  }

  @inline(__always) private mutating func append(_ text: StaticString) {
    unsafe bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }
}

/// The JSON strings that predicates, types and datatypes are called by: few, and used over and over.
struct NameFragments {
  private let context: JSONLDWriter.Context?
  private var fragments: [[UInt8]] = [[]]
  /// Where a term's fragment is; 0 for none yet.
  private var index: [UInt32]
  private var datatypes: [(form: [UInt8], fragment: [UInt8])] = []

  init(context: JSONLDWriter.Context?, count: Int) {
    self.context = context
    index = Array(repeating: 0, count: count + 1)
  }

  /// Nil for what is no writable IRI.
  mutating func name(_ id: UInt32, _ form: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    if index[Int(id)] == 0 {
      guard let made = unsafe make(form) else { return nil }
      fragments.append(made)
      index[Int(id)] = UInt32(fragments.count - 1)
    }
    return fragments[Int(index[Int(id)])]
  }

  mutating func datatype(_ form: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    for known in datatypes where known.form.count == form.count {
      if unsafe known.form.elementsEqual(form) { return known.fragment }
    }
    guard let made = unsafe make(form) else { return nil }
    // A graph with more datatypes than this pays for each use.
    if datatypes.count < 16 { datatypes.append((unsafe Array(form), made)) }
    return made
  }

  private func make(_ form: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    guard unsafe form.first == UInt8(ascii: "<"), form.count > 2 else { return nil }
    let iri = unsafe String(decoding: form.dropFirst().dropLast(), as: UTF8.self)
    guard RDFDeserializer.iri(iri) != nil else { return nil }
    let name = context?.name(of: iri) ?? iri
    if name == iri, context?.misreads(iri) == true { return nil }
    return JSONSerializer().bytes(of: .string(name))
  }
}
