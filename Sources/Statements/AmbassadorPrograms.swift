import Mentions

/// Programmes that a project names its ambassadors' community after (`Rook Ambassador Program`).
enum AmbassadorPrograms {
  /// Where the text first names the programme that is called after the same thing as a mention.
  static func named(after mention: Int, _ draft: Draft) -> Range<Int>? {
    let annotated = draft.annotated
    let tokens = annotated.tokens
    let members = draft.language.list("member-noun")
    let programs = draft.language.list("program-noun")
    let name = Folding.fold(annotated.mentions[mention].name)
    for other in annotated.mentions where Folding.fold(other.name) == name {
      let at = other.tokens.upperBound
      guard at < tokens.count, case let noun = members.match(tokens, at), noun > 0, at + noun < tokens.count,
        tokens[at + noun].sentence == tokens[at].sentence, case let length = programs.match(tokens, at + noun),
        length > 0
      else { continue }
      return other.tokens.lowerBound..<(at + noun + length)
    }
    return nil
  }
}
