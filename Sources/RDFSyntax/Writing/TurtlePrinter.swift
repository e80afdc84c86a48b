internal import RDFModel

/// The layout of Turtle and TriG.
struct TurtlePrinter {
  private let quads: [IDQuad]
  private let terms: TurtleTerms
  private let type: TermID
  private let nesting: BlankNodeNesting?
  private var output = OutputBuffer()
  private var isFirstBlock = true

  /// - Parameter quads: those of a graph side by side, and in it those of a subject, when there is a nesting.
  init(_ quads: [IDQuad], terms: TurtleTerms, type: TermID, nesting: BlankNodeNesting?) {
    self.quads = quads
    self.terms = terms
    self.type = type
    self.nesting = nesting
  }

  mutating func print(to sink: inout some ByteSink) throws {
    printPrefixes()
    var index = 0
    while index < quads.count {
      let graph = quads[index].graph
      var end = index
      while end < quads.count, quads[end].graph == graph { end += 1 }
      if graph == .none {
        try printSubjects(index..<end, indent: 0, to: &sink)
      } else {
        separate()
        terms.appendName(graph, to: &output.bytes)
        append(" {\n")
        isFirstBlock = true
        try printSubjects(index..<end, indent: 2, to: &sink)
        append("}\n")
        isFirstBlock = false
      }
      index = end
    }
    try output.flush(to: &sink)
  }

  private mutating func printPrefixes() {
    for (prefix, namespace) in terms.usedPrefixes {
      append("@prefix ")
      output.bytes.append(contentsOf: prefix)
      append(": <")
      output.bytes.append(contentsOf: namespace)
      append("> .\n")
      isFirstBlock = false
    }
  }

  private mutating func printSubjects(_ range: Range<Int>, indent: Int, to sink: inout some ByteSink) throws {
    var index = range.lowerBound
    while index < range.upperBound {
      let subject = quads[index].triple.subject
      var end = index
      while end < range.upperBound, quads[end].triple.subject == subject { end += 1 }
      switch nesting?[subject] ?? .labelled {
      case .nested, .listCell: break
      case let place:
        separate()
        self.indent(indent)
        if place == .unreferenced { append("[]") } else { terms.append(subject, to: &output.bytes) }
        append(" ")
        printPredicates(index..<end, indent: indent)
        append(" .\n")
        try output.flushIfFull(to: &sink)
      }
      index = end
    }
  }

  private mutating func printPredicates(_ range: Range<Int>, indent: Int) {
    var index = range.lowerBound
    while index < range.upperBound {
      let predicate = quads[index].triple.predicate
      var end = index + 1
      while end < range.upperBound, quads[end].triple.predicate == predicate { end += 1 }
      if index > range.lowerBound {
        append(" ;\n")
        self.indent(indent + 2)
      }
      if predicate == type { append("a") } else { terms.appendName(predicate, to: &output.bytes) }
      // Several objects stand one a line, so that adding one changes one line.
      let isAlone = end == index + 1
      for object in index..<end {
        if isAlone {
          append(" ")
        } else {
          append(object == index ? "\n" : ",\n")
          self.indent(indent + 4)
        }
        printObject(quads[object].triple.object, indent: isAlone ? indent + 2 : indent + 4)
      }
      index = end
    }
  }

  private mutating func printObject(_ object: TermID, indent: Int) {
    guard let nesting else { return terms.append(object, to: &output.bytes) }
    switch nesting[object] {
    case .nested:
      let range = nesting.statements(about: object)
      if range.isEmpty { return append("[]") }
      append("[\n")
      self.indent(indent + 2)
      printPredicates(range, indent: indent)
      append("\n")
      self.indent(indent)
      append("]")
    case .listCell: printList(object, nesting, indent: indent)
    default: terms.append(object, to: &output.bytes)
    }
  }

  private mutating func printList(_ head: TermID, _ nesting: BlankNodeNesting, indent: Int) {
    append("(")
    var cell = head
    while nesting[cell] == .listCell {
      // `rdf:first` sorts before `rdf:rest`.
      let start = nesting.statements(about: cell).lowerBound
      append(" ")
      printObject(quads[start].triple.object, indent: indent + 2)
      cell = quads[start + 1].triple.object
    }
    append(" )")
  }

  /// An empty line between blocks.
  private mutating func separate() {
    if isFirstBlock { isFirstBlock = false } else { append("\n") }
  }

  private mutating func append(_ text: StaticString) {
    unsafe output.bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  private mutating func indent(_ count: Int) {
    for _ in 0..<count { output.bytes.append(0x20) }
  }
}
