public import Mentions

/// The events of a post: mentions that name one edition together, and the edition that a bare name means.
public struct EventResolver: Sendable {
  let gazetteer: Gazetteer
  let language: LanguageData

  public init(gazetteer: Gazetteer, language: LanguageData) {
    self.gazetteer = gazetteer
    self.language = language
  }

  /// One event: what its names say, and the mentions (indices) that mean it.
  public struct Group: Sendable {
    public var name: EventName
    public var mentions: [Int]
    /// `next`, `latest` and the like: an edition told from others by that word alone.
    public var qualifier: String?
  }

  /// - Parameter told: The city (its key in the gazetteer) and the year that the clause around a mention tells.
  public func resolve(_ annotated: AnnotatedText, told: [Int: (place: String?, year: Int?)] = [:]) -> [Group] {
    var groups: [Group] = []
    var bare: [(Int, EventName)] = []
    for (index, mention) in annotated.mentions.enumerated() where mention.kind == .event {
      var name = EventName(annotated, mention, gazetteer: gazetteer, language: language)
      name.toldPlace = told[index]?.place
      name.toldYear = told[index]?.year
      let qualifier = qualifier(annotated, mention)
      if !name.isEdition, qualifier == nil, name.toldPlace == nil, name.toldYear == nil {
        bare.append((index, name))
      } else if let known = groups.firstIndex(where: { $0.name.agrees(with: name) && $0.qualifier == qualifier }) {
        groups[known].name.merge(name)
        groups[known].mentions.append(index)
      } else {
        groups.append(Group(name: name, mentions: [index], qualifier: qualifier))
      }
    }
    for (index, name) in bare {
      // The edition that the post names most often; else the series itself.
      let fitting = groups.indices.filter { groups[$0].name.agrees(with: name) }
      if let best = fitting.max(by: { groups[$0].mentions.count < groups[$1].mentions.count }) {
        groups[best].mentions.append(index)
      } else {
        groups.append(Group(name: name, mentions: [index], qualifier: nil))
      }
    }
    return groups
  }

  private func qualifier(_ annotated: AnnotatedText, _ mention: Mention) -> String? {
    let tokens = annotated.tokens
    let first = mention.tokens.lowerBound
    guard first > 0, tokens[first - 1].sentence == tokens[first].sentence else { return nil }
    // `the second PennantCon`; `our first KubeCon` is the first that we saw.
    if let ordinal = language.list("edition-ordinal").value(tokens[first - 1].folded), mention.entry == nil {
      let isOurs = first > 1 && language.list("our").contains(tokens[first - 2].folded)
      return isOurs ? nil : ordinal
    }
    return mention.entry == nil ? nil : language.list("edition-qualifier").value(tokens[first - 1].folded)
  }
}
