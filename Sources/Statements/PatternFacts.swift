import Entities
import Mentions

/// Turns what the language's patterns matched into statements: arguments become entities of the kind that the relation asks for,
/// negated and hypothetical sentences are left out.
struct PatternFacts {
  let patterns: PatternSet
  let context: EventContext
  let author: EntityID?
  /// The project that the post is about.
  let topic: EntityID?
  let scene: SoftwareScene

  func find(_ draft: inout Draft) {
    let roles = RoleGrammar(draft.language)
    let annotated = draft.annotated
    let matches = patterns.matches(
      in: annotated, context: MatchContext(role: { roles.length(annotated, $0) }, title: { _ in 0 }))
    for match in matches {
      if isDoubtful(draft, match) { continue }
      apply(match, &draft)
    }
  }

  /// Something in the clause takes the fact back.
  private func isDoubtful(_ draft: Draft, _ match: PatternMatch) -> Bool {
    let negation = draft.language.list("negation")
    let hypothetical = draft.language.list("hypothetical")
    let tokens = draft.annotated.tokens
    let sentence = draft.sentence(match.tokens.lowerBound)
    let low = max(sentence.lowerBound, match.tokens.lowerBound - 4)
    for index in low..<match.tokens.upperBound {
      if negation.match(tokens, index) > 0, draft.annotated.mention(covering: index) == nil { return true }
      if hypothetical.match(tokens, index) > 0, !tokens[index].isCapital || tokens[index].shape.contains(.sentenceStart)
      {
        return true
      }
    }
    return false
  }

  private func apply(_ match: PatternMatch, _ draft: inout Draft) {
    guard match.arguments.count >= 2 else { return }
    let sentence = draft.annotated.tokens[match.tokens.lowerBound].sentence
    let name = match.relation
    let subject = match.arguments[0]
    let object = match.arguments[1]
    func state(_ s: EntityID?, _ relation: Relation, _ o: StatementObject?) {
      guard let s, let o else { return }
      draft.state(.entity(s), relation, o, tokens: match.tokens, rule: match.rule, match.confidence)
    }
    switch name {
    case "worksFor", "memberOf":
      guard let organization = entity(object, .organization, &draft), organization.type == .organization else { return }
      let who = entity(subject, nil, &draft)
      // A foundation is part of another rather than its member.
      if name == "memberOf", let who, who.type == .organization, draft.entities[who]?.subtypes.contains(.ngo) == true {
        return
      }
      var relation = Relation(rawValue: name) ?? .worksFor
      // From a committee without a title: one belongs to it.
      if relation == .worksFor, case .mention(let index) = object,
        draft.annotated.mentions[index].tokens.contains(where: {
          let length = draft.language.list("body-noun").match(draft.annotated.tokens, $0)
          return length > (match.rule.contains("tit") ? 1 : 0)
        })
      {
        relation = .memberOf
      }
      if relation == .worksFor, case .mention(let index) = object, isFormer(draft, match.tokens, before: index) {
        return
      }
      // Whose ambassador somebody is does not say who pays them.
      if relation == .worksFor, case .mention(let index) = object, isMember(draft, match.tokens, before: index) {
        relation = .memberOf
      }
      state(who, relation, .entity(organization))
    case "jobTitle":
      guard case .tokens(let range) = object, let person = entity(subject, nil, &draft) else { return }
      for title in titles(draft, range) {
        let text = draft.annotated.string(title)
        let isProjectRole = draft.language.list("role-not").contains(
          draft.annotated.tokens[title.upperBound - 1].folded)
        // `maintainer`, `Fluentd maintainer`
        let isOfSoftware = !draft.mentions(in: title, [.project, .product]).isEmpty
        if isProjectRole && (title.count == 1 || isOfSoftware) { continue }
        draft.state(.entity(person), .jobTitle, .text(text), tokens: match.tokens, rule: match.rule, match.confidence)
      }
    case "contributesTo":
      guard let software = entity(object, .project, &draft), software.type == .project || software.type == .product
      else { return }
      state(entity(subject, nil, &draft), .contributesTo, .entity(software))
    case "uses", "produces":
      guard let software = entity(object, .project, &draft), software.type == .project || software.type == .product,
        let user = entity(subject, name == "produces" ? .organization : nil, &draft, isStrict: true),
        user.type != .person, name != "produces" || user.type == .organization,
        user.type != .place
      else { return }
      if case .builtin("topic") = subject, !mayMeanTopic(draft, match) { return }
      state(user, name == "uses" ? .uses : .produces, .entity(software))
    case "maturity":
      guard case .constant(let level) = object, let maturity = Maturity(rawValue: level),
        let project = entity(subject, .project, &draft), project.type == .project,
        !isProspect(draft, match.tokens)
      else { return }
      state(project, .maturity, .maturity(maturity, since: nil))
    case "release":
      guard case .tokens(let range) = object, let software = entity(subject, .project, &draft),
        software.type == .project || software.type == .product
      else { return }
      if isBound(draft, match.tokens, range) { return }
      let version = draft.annotated.string(range)
      if Self.isSeries(version) { return }
      let bare = version.first.map { $0 == "v" || $0 == "V" } == true ? String(version.dropFirst()) : version
      state(software, .release, .version(bare, date: nil))
    case "host", "sponsor", "organizer":
      guard let event = event(subject, at: sentence), let party = entity(object, .organization, &draft),
        party.type == .organization || name == "organizer" && party.type == .person
      else { return }
      state(event, Relation(rawValue: name) ?? .host, .entity(party))
    case "location":
      guard let event = event(subject, at: sentence), let place = entity(object, nil, &draft), place.type == .place
      else {
        return
      }
      if isAnother(subject, draft, match) { return }
      // A roadshow takes place in all its cities, each of which has its own meetup.
      if event == context.main, !context.byCity.isEmpty { return }
      state(event, .location, .entity(place))
    case "date":
      guard let event = event(subject, at: sentence), case .date(let date) = object,
        draft.contains(draft.language.list("deadline-word"), in: match.tokens) == nil, !isAnother(subject, draft, match)
      else { return }
      draft.tell(event, date, bytes: draft.annotated.range(match.tokens), rule: match.rule, match.confidence)
    case "superEvent":
      guard let part = event(subject, at: sentence), let whole = event(object, at: sentence) else { return }
      state(part, .superEvent, .entity(whole))
    default: break
    }
  }

  /// `formerly at Quillmark`
  private func isFormer(_ draft: Draft, _ match: Range<Int>, before index: Int) -> Bool {
    let former = draft.language.list("former")
    let name = draft.annotated.mentions[index].tokens.lowerBound
    return (max(match.lowerBound, name - 3)..<max(match.lowerBound, name)).contains {
      former.match(draft.annotated.tokens, $0) > 0 && draft.annotated.mention(covering: $0) == nil
    }
  }

  /// What a project's own post says without a subject is said of the project; another name before it is the subject.
  private func mayMeanTopic(_ draft: Draft, _ match: PatternMatch) -> Bool {
    guard scene.isProjects else { return false }
    let sentence = draft.sentence(match.tokens.lowerBound)
    var end = match.tokens.lowerBound
    if case .mention(let object) = match.arguments[1] { end = draft.annotated.mentions[object].tokens.lowerBound }
    return draft.mentions(in: sentence.lowerBound..<end, [.project, .product, .organization, .name]).allSatisfy {
      draft.ofMention[$0] == topic || draft.annotated.mentions[$0].kind == .name || isObject(draft, $0, match)
    }
  }

  /// `ambassador of the CNCF`: right before the organization, with nothing but prepositions and articles between.
  private func isMember(_ draft: Draft, _ match: Range<Int>, before index: Int) -> Bool {
    let tokens = draft.annotated.tokens
    let members = draft.language.list("member-noun")
    let of = draft.language.list("member-of")
    let the = draft.language.list("the")
    var at = draft.annotated.mentions[index].tokens.lowerBound - 1
    while at > match.lowerBound, of.contains(tokens[at].folded) || the.contains(tokens[at].folded) { at -= 1 }
    if at > match.lowerBound, members.contains(tokens[at].folded),
      at < draft.annotated.mentions[index].tokens.lowerBound - 1
    {
      return true
    }
    // `CNCF ambassador Ada`
    let end = draft.annotated.mentions[index].tokens.upperBound
    return end < match.upperBound && members.match(tokens, end) > 0
  }

  /// One of a list that the match takes.
  private func isObject(_ draft: Draft, _ mention: Int, _ match: PatternMatch) -> Bool {
    guard case .mention(let object) = match.arguments[1], mention < object else { return false }
    let mentions = draft.annotated.mentions
    return (mention..<object).allSatisfy {
      mentions[$0 + 1].tokens.lowerBound - mentions[$0].tokens.upperBound <= 2
    }
  }

  /// `on course to graduation`: wished for, not reached.
  private func isProspect(_ draft: Draft, _ match: Range<Int>) -> Bool {
    let prospects = draft.language.list("prospect")
    let low = max(draft.sentence(match.lowerBound).lowerBound, match.lowerBound - 4)
    return (low..<match.upperBound).contains { prospects.match(draft.annotated.tokens, $0) > 0 }
  }

  /// `3.x`, `3.5.1-v3.5.19`: many releases, none of them told.
  private static func isSeries(_ version: String) -> Bool {
    version.lowercased().hasSuffix(".x") || version.contains("-v")
  }

  /// `2.40 or later`, `requires 1.16`: a bound, not a release.
  private func isBound(_ draft: Draft, _ match: Range<Int>, _ version: Range<Int>) -> Bool {
    let tokens = draft.annotated.tokens
    let sentence = draft.sentence(version.lowerBound)
    let behind = draft.language.list("version-bound-behind")
    let before = draft.language.list("version-bound-before")
    let after = version.upperBound..<min(version.upperBound + 2, sentence.upperBound)
    if after.contains(where: { behind.match(tokens, $0) > 0 }) { return true }
    return (max(sentence.lowerBound, version.lowerBound - 6)..<version.lowerBound).contains {
      before.match(tokens, $0) > 0
    }
  }

  /// Another event stands between the subject and what is said: then it is said of that one.
  private func isAnother(_ subject: Argument, _ draft: Draft, _ match: PatternMatch) -> Bool {
    guard case .mention(let index) = subject else { return false }
    return draft.mentions(in: match.tokens, [.event]).contains {
      $0 > index && context.ofMention[$0] != context.ofMention[index]
    }
  }

  /// `event` is the one at which the sentence plays, `series` the one that the post is about.
  private func event(_ argument: Argument, at sentence: Int) -> EntityID? {
    switch argument {
    case .mention(let index): return context.ofMention[index]
    case .builtin("event"):
      return context.event(ofSentence: sentence)
    case .builtin("series"): return context.byCity.isEmpty ? context.event(ofSentence: sentence) : context.main
    default: return nil
    }
  }

  /// `isStrict`: software stands for an organization only when one of that name is known.
  private func entity(
    _ argument: Argument, _ kind: Mention.Kind?, _ draft: inout Draft, isStrict: Bool = false
  ) -> EntityID? {
    switch argument {
    case .mention(let index):
      if let kind {
        let mention = draft.annotated.mentions[index]
        if kind == .project, mention.isSoftware { return draft.ofMention[index] }
        if kind == .organization, mention.kind == .person { return nil }
        if isStrict, mention.isSoftware,
          !mention.alternatives.contains(where: { draft.gazetteer.entries[$0].kind == .organization })
        {
          return nil
        }
        return draft.retype(index, to: kind) ?? (mention.kind == .name ? nil : draft.ofMention[index])
      }
      return draft.ofMention[index] ?? draft.retype(index, to: .organization)
    case .builtin("topic"): return topic
    case .builtin("author"), .builtin("site"): return author
    case .builtin: return context.main
    default: return nil
    }
  }

  /// Two titles joined by `and` are two.
  private func titles(_ draft: Draft, _ range: Range<Int>) -> [Range<Int>] {
    let and = draft.language.list("and")
    let heads = draft.language.list("role-head")
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    for index in range where and.contains(draft.annotated.tokens[index].folded) {
      let left = start..<index
      let right = (index + 1)..<range.upperBound
      guard left.contains(where: { heads.contains(draft.annotated.tokens[$0].folded) }),
        right.contains(where: { heads.contains(draft.annotated.tokens[$0].folded) })
      else { continue }
      parts.append(left)
      start = index + 1
    }
    parts.append(start..<range.upperBound)
    return parts.filter { !$0.isEmpty }
  }
}
