public import RDFModel

/// A sentence about a result, with the terms that it names still terms: whoever shows it knows what they are called.
public struct ResultMessage: Hashable, Sendable, ExpressibleByStringInterpolation {
  public enum Piece: Hashable, Sendable {
    case text(String)
    case term(Term)
    case path(PropertyPath)
  }

  public private(set) var pieces: [Piece] = []

  public init(stringLiteral text: String) { if !text.isEmpty { pieces = [.text(text)] } }

  public init(stringInterpolation: StringInterpolation) { pieces = stringInterpolation.pieces }

  /// The sentence. Without a name a term is written as in N-Triples, a string with its quotation marks.
  /// - Parameter name: what a term is called here: a label, a prefixed name; nil for those it does not know.
  public func text(naming name: (Term) -> String? = { _ in nil }) -> String {
    pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .term(let term): name(term) ?? term.text
      case .path(let path): path.sparql { name(.iri($0)) }
      }
    }.joined()
  }

  public struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var pieces: [Piece] = []

    public init(literalCapacity: Int, interpolationCount: Int) {}

    public mutating func appendLiteral(_ text: String) { if !text.isEmpty { pieces.append(.text(text)) } }
    public mutating func appendInterpolation(_ text: String) { appendLiteral(text) }
    public mutating func appendInterpolation(_ number: Int) { appendLiteral(String(number)) }
    public mutating func appendInterpolation(_ term: Term) { pieces.append(.term(term)) }
    public mutating func appendInterpolation(_ path: PropertyPath) { pieces.append(.path(path)) }
    public mutating func appendInterpolation(_ message: ResultMessage) { pieces += message.pieces }
  }
}
