public import RDFModel

/// A shapes graph that cannot be validated with: ill-formed (SHACL §1.3, appendix B), recursive (§3.4.3), or asking
/// for an entailment that is not here (§1.5). It is no report: nothing is said about the data.
public struct ShapesError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What a problem is about. More may come.
  public enum Code: String, Hashable, Sendable {
    case illFormedShape = "ill-formed-shape"
    case illFormedPath = "ill-formed-path"
    case illFormedList = "ill-formed-list"
    case illFormedPattern = "ill-formed-pattern"
    case recursiveShape = "recursive-shape"
    case tooDeep = "too-deep"
    case unsupportedEntailment = "unsupported-entailment"
  }

  public struct Problem: Hashable, Sendable, CustomStringConvertible {
    public let code: Code
    /// The shape, or the node that stands for one.
    public let shape: Term
    /// A sentence without the shape's name.
    public let reason: String
    /// The named shape that a blank one is part of.
    public internal(set) var owner: Term? = nil

    public var description: String { "shape \(shape.text(in: owner)): \(reason)" }
  }

  /// One or more, in the order of the shapes graph.
  public let problems: [Problem]

  public var description: String { problems.map(\.description).joined(separator: "\n") }
}

extension Term {
  /// The canonical N-Triples form.
  var text: String { String(decoding: CanonicalForm.bytes(of: self), as: UTF8.self) }

  /// The label of a blank node alone tells a reader nothing.
  func text(in owner: Term?) -> String { owner.map { "\(text) of \($0.text)" } ?? text }
}
