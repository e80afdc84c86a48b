import Entities
import KnowledgeGraph
import Posts
import RDFModel
import Statements

/// A post written down by hand, whose file is its text.
enum SamplePost {
  static let base = "https://blog.example/"
  static let iris = GraphIRIs(base: base)
  static let site = Site(baseURL: base, title: "A blog", defaultLanguage: "en")
  static let tool = ToolDescription(name: "bloggraph", version: "1.2.3")

  static func post(_ text: String, file: String = "a.md", language: String = "en", title: String = "A title") -> Post {
    var post = Post(sourceFile: file, permalink: base + file.dropLast(3) + "/", language: language, title: title)
    let bytes = Array(text.utf8)
    post.text = PlainText(
      utf8: bytes, blocks: [.init(kind: .paragraph, range: 0..<bytes.count)],
      sourceMap: [.init(plain: 0, length: bytes.count, source: 0, isExact: true)])
    post.lineStarts = [0] + bytes.indices.filter { bytes[$0] == 0x0A }.map { $0 + 1 }
    post.contentHash = String(repeating: "0", count: 64)
    return post
  }

  /// The byte range of the words' n-th occurrence in the post.
  static func range(_ words: String, in post: Post, occurrence: Int = 0) -> Range<Int> {
    let (text, wanted) = (post.text.utf8, Array(words.utf8))
    var left = occurrence
    for start in 0...(text.count - wanted.count) where text[start..<(start + wanted.count)].elementsEqual(wanted) {
      if left == 0 { return start..<(start + wanted.count) }
      left -= 1
    }
    return 0..<0
  }

  static func entity(
    _ type: EntityType, _ slug: String, _ names: [String], in post: Post, confidence: Double = 0.9,
    subtypes: [EntitySubtype] = [], key: String? = nil
  ) -> Entity {
    Entity(
      id: EntityID(type, slug), subtypes: subtypes, names: names, gazetteerKey: key,
      mentions: names.first.map { [range($0, in: post)] } ?? [], rule: "test/name", confidence: confidence)
  }

  /// Ada works for a company: two entities, one statement.
  static func adaAtWork(file: String = "a.md") -> PostExtraction {
    let post = post("Once upon a time, Ada Example of Ünïted Côde spoke.", file: file)
    let (ada, company) = (EntityID(.person, "ada-example"), EntityID(.organization, "united-code"))
    return PostExtraction(
      post: post,
      entities: [
        entity(.organization, company.slug, ["Ünïted Côde"], in: post, subtypes: [.corporation]),
        entity(.person, ada.slug, ["Ada Example"], in: post),
      ],
      statements: [
        Statement(
          .entity(ada), .worksFor, .entity(company), evidence: [range("Ada Example of Ünïted Côde", in: post)],
          rule: "test/works-for", confidence: 0.875)
      ],
      mainEntities: [ada])
  }
}

extension [Quad] {
  /// Whether a graph says it, whatever its name.
  func says(_ subject: String, _ predicate: IRI, _ object: Term) -> Bool {
    contains { $0.subject == .iri(subject) && $0.predicate == predicate && $0.object == object }
  }

  func objects(_ subject: String, _ predicate: IRI) -> [Term] {
    filter { $0.subject == .iri(subject) && $0.predicate == predicate }.map(\.object)
  }
}
