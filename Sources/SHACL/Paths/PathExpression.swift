public import RDFModel

/// A SHACL property path (SHACL §2.3.1), over whatever names its predicates.
public indirect enum PathExpression<Predicate: Hashable & Sendable>: Hashable, Sendable {
  case predicate(Predicate)
  case inverse(PathExpression)
  /// Two or more steps.
  case sequence([PathExpression])
  /// Two or more ways.
  case alternative([PathExpression])
  case zeroOrMore(PathExpression)
  case oneOrMore(PathExpression)
  case zeroOrOne(PathExpression)

  /// The same path with other names for its predicates.
  func map<Other>(_ name: (Predicate) -> Other) -> PathExpression<Other> {
    switch self {
    case .predicate(let predicate): .predicate(name(predicate))
    case .inverse(let path): .inverse(path.map(name))
    case .sequence(let steps): .sequence(steps.map { $0.map(name) })
    case .alternative(let ways): .alternative(ways.map { $0.map(name) })
    case .zeroOrMore(let path): .zeroOrMore(path.map(name))
    case .oneOrMore(let path): .oneOrMore(path.map(name))
    case .zeroOrOne(let path): .zeroOrOne(path.map(name))
    }
  }
}

/// A property path as a report shows it.
public typealias PropertyPath = PathExpression<IRI>

/// A property path over the term numbers of one table.
typealias NumberedPath = PathExpression<TermID>

extension PathExpression where Predicate == IRI {
  /// The path in SPARQL's syntax (SPARQL 1.1 §9.1).
  /// - Parameter name: how a predicate is written; `<IRI>` when it answers nil.
  public func sparql(naming name: (IRI) -> String? = { _ in nil }) -> String {
    func write(_ path: PropertyPath, nested: Bool) -> String {
      func grouped(_ text: String) -> String { nested ? "(\(text))" : text }
      return switch path {
      case .predicate(let iri): name(iri) ?? "<\(iri.string)>"
      case .inverse(let path): "^" + write(path, nested: true)
      case .sequence(let steps): grouped(steps.map { write($0, nested: true) }.joined(separator: "/"))
      case .alternative(let ways): grouped(ways.map { write($0, nested: true) }.joined(separator: "|"))
      case .zeroOrMore(let path): write(path, nested: true) + "*"
      case .oneOrMore(let path): write(path, nested: true) + "+"
      case .zeroOrOne(let path): write(path, nested: true) + "?"
      }
    }
    return write(self, nested: false)
  }
}
