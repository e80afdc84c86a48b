import RDFModel

/// A decision that an editor should look at.
public struct Doubt: Sendable {
  /// 0 to 1; the greater, the sooner it should be looked at.
  public var weight: Double
  /// A sentence without its full stop.
  public var sentence: String
  /// Where it stands: the facts or mentions that it rests on.
  public var grounds: [ExplainedFact]
  /// Entries of `bloggraph.yaml` that would settle it one way or the other, each as its lines.
  public var entries: [[String]]

  public init(_ weight: Double, _ sentence: String, grounds: [ExplainedFact], entries: [[String]] = []) {
    self.weight = weight
    self.sentence = sentence
    self.grounds = grounds
    self.entries = entries
  }
}

/// A thing of an export, as a review looks at it.
struct ReviewedThing {
  let iri: IRI
  /// `person/ada-example`
  let reference: String
  let type: String
  let slug: String
  let name: String
  /// All names that posts give it.
  let names: [String]
  /// The gazetteer knows it.
  let isKnown: Bool
  /// Of the mentions, by file.
  let mentions: [ExplainedFact]
  /// How sure the surest mention is.
  let confidence: Double
}
