import Entities
public import Mentions
public import OntologyData
public import Posts

/// From a post to what it says. One extractor serves all posts of a run, from any thread.
public struct Extractor: Sendable {
  /// With the names that a curation adds.
  public let gazetteer: Gazetteer
  private let confidences: ConfidenceTable
  private let languages: [String: (data: LanguageData, patterns: PatternSet)]
  private let fallback: String

  /// Reads the gazetteer and every language of the ontology.
  public init(ontology: OntologyFolder = .builtIn, curation: Curation = Curation()) throws(OntologyDataError) {
    // Each takes about half of the time, and knows nothing of the other.
    let (known, languages) = try sideBySide { () throws(OntologyDataError) in
      try Gazetteer(ontology: ontology)
    } _: { () throws(OntologyDataError) in
      try Self.languages(ontology)
    }
    var gazetteer = known
    for alias in curation.gazetteerAliases(gazetteer) { gazetteer.add(alias) }
    self.gazetteer = gazetteer
    self.languages = languages
    confidences = try ConfidenceTable(ontology: ontology)
    fallback = "en"
  }

  private static func languages(
    _ ontology: OntologyFolder
  ) throws(OntologyDataError) -> [String: (data: LanguageData, patterns: PatternSet)] {
    var languages: [String: (data: LanguageData, patterns: PatternSet)] = [:]
    for path in (try? ontology.paths(below: "languages")) ?? [] where path.hasSuffix("/lists.txt") {
      let tag = String(path.split(separator: "/").dropLast().last ?? "")
      guard let data = try LanguageData(tag: tag, ontology: ontology) else { continue }
      let patterns = try PatternSet(source: data.patternSource, file: "languages/\(tag)/patterns.txt", language: data)
      languages[tag] = (data, patterns)
    }
    return languages
  }

  /// The languages that the ontology knows, ascending.
  public var languageTags: [String] { languages.keys.sorted() }

  /// The post's text, annotated; nil when the ontology knows no language to read it with.
  public func annotate(_ post: Post) -> AnnotatedText? {
    language(of: post).map { MentionFinder(gazetteer: gazetteer, language: $0.data).annotate(post.text) }
  }

  private func language(of post: Post) -> (data: LanguageData, patterns: PatternSet)? {
    languages[post.language] ?? languages[String(post.language.prefix(2))] ?? languages[fallback]
  }

  public func extract(_ post: Post, site: Site) -> PostExtraction {
    guard let (language, patterns) = language(of: post), let annotated = annotate(post) else {
      return PostExtraction(post: post, entities: [], statements: [])
    }
    // Without any, the first day that the text tells with its year.
    let told = annotated.dates.first { $0.start.year != nil && !$0.isVague }?.start
    let anchor = Anchor.of(post, months: language.list("month")) ?? told
    var draft = Draft(post: post, annotated: annotated, gazetteer: gazetteer, language: language, anchor: anchor)
    let linked = Linker(gazetteer: gazetteer).link(annotated)
    for entity in linked.entities { draft.insert(entity) }
    draft.ofMention = linked.ofMention
    let author = Authors().find(&draft)
    let voice = Voice(&draft, author: author)
    Affiliations(language, voice: voice, topic: draft.mainProject, author: author).find(&draft)
    PeopleTables(language, topic: draft.mainProject).find(&draft)
    MemberLists(language).find(&draft)
    Memberships(language).find(&draft, home: voice.home)
    draft.uniteShortNames()
    draft.uniteCities()
    var context = EventContext.build(&draft)
    let sessions = OnlineSessions(language).find(&draft, &context)
    let scene = SoftwareScene(&draft, voice: voice, author: author)
    // Names that an apposition tells to be software come first: what is said of them follows.
    OwnSoftware(language, scene: scene).find(&draft)
    PatternFacts(patterns: patterns, context: context, author: author, topic: draft.mainProject, scene: scene)
      .find(&draft)
    Parties(context: context, author: voice.home ?? author).find(&draft)
    PartyClauses(context: context, home: voice.home ?? author).find(&draft)
    SoftwareFacts(language, scene: scene).find(&draft)
    draft.stateCompanions()
    Contributions(language).find(&draft, project: draft.mainProject)
    Contributors(language).find(&draft, project: context.byCity.isEmpty ? draft.mainProject : nil)
    var listed = sessions
    // Chapters of a recording look like a programme.
    let isConversation = draft.isConversation
    if !isConversation { TalkSections(language, context: context).find(&draft, &listed) }
    listed = TalkListing(language, context: context).find(&draft, listed: listed)
    if !isConversation { TalkTables(language, context: context).find(&draft, &listed) }
    TalkFinder(language, context: context, speaker: draft.firstPerson, isConversation: isConversation)
      .find(&draft, listed: listed)
    TalkRecordings(language, context: context).find(&draft)
    TalkDescriptions(language).find(&draft)
    draft.shareTopics()
    if context.byCity.isEmpty { draft.topicOfTalks(draft.mainProject, main: context.main) }
    EventDates(context: context).find(&draft)
    draft.inheritFromWhole()
    var extraction = draft.finish(main: context.main)
    confidences.apply(to: &extraction)
    return extraction
  }
}
