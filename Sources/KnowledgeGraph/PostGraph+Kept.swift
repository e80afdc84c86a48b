import Entities
public import RDFModel

/// What an export keeps of a post's graph for the next one.
extension PostGraph {
  /// All of it but its lines. A property that is added to `PostGraph` must be added here too.
  public struct Kept: Sendable {
    var post: String
    var entities: [EntityID]
    var factCount: Int
    var language: String
    var unshown: [String]
    /// Literals in their canonical form.
    var unshownTexts: [String]
    var fields: [Field]

    struct Field: Sendable {
      var key: String
      var predicate: String
      var object: String
    }
  }

  public var kept: Kept {
    func text(_ term: Term) -> String { String(decoding: CanonicalForm.bytes(of: term), as: UTF8.self) }
    return Kept(
      post: post.string, entities: entities, factCount: factCount, language: language,
      unshown: unshown.map(\.string).sorted(), unshownTexts: unshownTexts.map(text).sorted(),
      fields: fields.map { .init(key: $0.key, predicate: $0.predicate.string, object: text($0.object)) })
  }

  /// A graph that an earlier run made of the same post.
  public init(kept: Kept, sourceFile: String, content: GraphLines, evidence: GraphLines) {
    func term(_ text: String) -> Term { CanonicalForm.term(Array(text.utf8)[...]) }
    post = IRI(kept.post)
    self.sourceFile = sourceFile
    entities = kept.entities
    factCount = kept.factCount
    language = kept.language
    unshown = Set(kept.unshown.map { IRI($0) })
    unshownTexts = Set(kept.unshownTexts.map(term))
    fields = kept.fields.map { Field(key: $0.key, predicate: IRI($0.predicate), object: term($0.object)) }
    self.content = .kept(content)
    grounds = .kept(evidence)
  }

  public var contentLines: GraphLines { content.lines }
  public var evidenceLines: GraphLines { grounds.lines }

  /// The same with its evidence in another order.
  public func with(evidence lines: GraphLines) -> PostGraph {
    var copy = self
    copy.grounds = .kept(lines)
    return copy
  }

  public func insertContent(into dataset: inout Dataset) { content.insert(into: &dataset) }
  public func insertEvidence(into dataset: inout Dataset) { grounds.insert(into: &dataset) }
}
