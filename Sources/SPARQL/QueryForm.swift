/// What a query answers with (SPARQL 1.1 §16).
public enum QueryForm: String, Sendable {
  case select, ask, construct, describe

  /// Whether the answer is a graph.
  public var givesGraph: Bool { self == .construct || self == .describe }

  /// The first keyword behind the prologue.
  init?(_ tokens: [Token]) {
    var at = tokens.startIndex
    func keyword() -> String? { at < tokens.endIndex && tokens[at].kind == .word ? tokens[at].text.lowercased() : nil }
    while let word = keyword(), word == "base" || word == "prefix" { at += word == "base" ? 2 : 3 }
    guard let form = keyword().flatMap(QueryForm.init(rawValue:)) else { return nil }
    self = form
  }
}
