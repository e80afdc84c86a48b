internal import RDFModel

extension TurtleReader {
  /// A place in the nesting that waits for terms.
  struct Frame {
    enum Kind { case subject, statement, brackets, collection }
    var kind: Kind
    /// The node that the predicates belong to; in a collection its head.
    var subject = TermID.none
    var predicate = TermID.none
    /// In a collection: its newest cell.
    var tail = TermID.none
  }

  private enum Next { case predicate, object, separator, end }

  /// `triples` of the grammar, up to what ends it: `.`, or in a graph `}`.
  mutating func readTriples(about subject: TermID? = nil) throws(Fault) {
    frames.removeAll(keepingCapacity: true)
    var next: Next
    if let subject {
      frames.append(Frame(kind: .statement, subject: subject))
      next = .predicate
    } else {
      frames.append(Frame(kind: .subject))
      next = try readSubject()
    }
    while true {
      skipSpace()
      switch next {
      case .predicate:
        frames[frames.count - 1].predicate = try readVerb()
        next = .object
      case .object: next = try readObject()
      case .separator: next = try readSeparator()
      case .end: return
      }
    }
  }

  private mutating func readSubject() throws(Fault) -> Next {
    switch scanner.byte {
    case UInt8(ascii: "["), UInt8(ascii: "("): return try readObject()
    default:
      frames[0] = Frame(kind: .statement, subject: try readResource("a subject: an IRI, a blank node, '[' or '('"))
      return .predicate
    }
  }

  /// An object, an item of a collection, or the end of one.
  private mutating func readObject() throws(Fault) -> Next {
    switch scanner.byte {
    case UInt8(ascii: "["):
      scanner.position += 1
      skipSpace()
      let node = scanner.scope.fresh(in: &scanner.terms)
      if scanner.byte == UInt8(ascii: "]") {
        scanner.position += 1
        return deliver(node, needsPredicate: true)
      }
      frames.append(Frame(kind: .brackets, subject: node))
      return .predicate
    case UInt8(ascii: "("):
      scanner.position += 1
      frames.append(Frame(kind: .collection))
      return .object
    case UInt8(ascii: ")") where frames[frames.count - 1].kind == .collection:
      scanner.position += 1
      let list = frames.removeLast()
      guard list.tail != .none else { return deliver(emptyList, needsPredicate: true) }
      emit(list.tail, rest, emptyList)
      return deliver(list.subject, needsPredicate: true)
    default: return deliver(try readTerm(), needsPredicate: true)
    }
  }

  /// Hands a finished term to what waits for it. As a subject, only `[ … ]` with something in it may stand alone.
  private mutating func deliver(_ term: TermID, needsPredicate: Bool) -> Next {
    let top = frames.count - 1
    switch frames[top].kind {
    case .statement, .brackets:
      emit(frames[top].subject, frames[top].predicate, term)
      return .separator
    case .collection:
      let cell = scanner.scope.fresh(in: &scanner.terms)
      if frames[top].tail == .none { frames[top].subject = cell } else { emit(frames[top].tail, rest, cell) }
      emit(cell, first, term)
      frames[top].tail = cell
      return .object
    case .subject:
      frames[top] = Frame(kind: .statement, subject: term)
      if needsPredicate { return .predicate }
      skipSpace()
      return endsTriples ? .end : .predicate
    }
  }

  private var endsTriples: Bool {
    scanner.byte == UInt8(ascii: ".") || (namesGraphs && scanner.byte == UInt8(ascii: "}"))
  }

  private mutating func readSeparator() throws(Fault) -> Next {
    let inBrackets = frames[frames.count - 1].kind == .brackets
    switch scanner.byte {
    case UInt8(ascii: ","):
      scanner.position += 1
      return .object
    case UInt8(ascii: ";"):
      while scanner.byte == UInt8(ascii: ";") {
        scanner.position += 1
        skipSpace()
      }
      if inBrackets ? scanner.byte == UInt8(ascii: "]") : endsTriples { return .separator }
      return .predicate
    case UInt8(ascii: "]") where inBrackets:
      scanner.position += 1
      let node = frames.removeLast().subject
      return deliver(node, needsPredicate: false)
    default:
      if !inBrackets, endsTriples { return .end }
      throw scanner.unexpected(inBrackets ? "',', ';' or ']'" : "',', ';' or '.'")
    }
  }

  private mutating func readVerb() throws(Fault) -> TermID {
    if scanner.byte == UInt8(ascii: "a") {
      let start = scanner.position
      let end = endOfPrefix(from: start)
      if end == start + 1, scanner.input[end] != UInt8(ascii: ":") {
        scanner.position = end
        return type
      }
    }
    if scanner.byte == UInt8(ascii: "_") { throw scanner.unexpected("a predicate: an IRI or 'a'") }
    return try readResource("a predicate: an IRI or 'a'")
  }
}
