import Entities
import KnowledgeGraph
import Posts
import Statements

/// What an export keeps of one file, for the next export to start from.
struct PostRecord: Codable, Sendable {
  var file: String
  /// Of a post without its text.
  var reading: FileReading
  /// Missing when the post is not part of the export.
  var entities: [Entity]?
  var main: [EntityID]?
  var trace: TranslationPairs.Trace?
  /// Permalinks of what the post translates: the only thing that a post's graph takes from other posts.
  var originals: [String]?
  var graph: PostGraph.Kept?

  init(file: String, reading: FileReading) {
    self.file = file
    self.reading = reading
    self.reading.post = reading.post.map(Self.withoutText)
  }

  mutating func add(
    _ extraction: PostExtraction, trace: TranslationPairs.Trace, originals: [String], graph: PostGraph
  ) {
    entities = extraction.entities.map { entity in
      var entity = entity
      entity.mentions = []
      return entity
    }
    main = extraction.mainEntities
    self.trace = trace
    self.originals = originals
    self.graph = graph.kept
  }

  /// Of an unchanged post: enough for everything but its own graph.
  var extraction: PostExtraction? {
    guard let post = reading.post, let entities, let main else { return nil }
    return PostExtraction(post: post, entities: entities, statements: [], mainEntities: main)
  }

  private static func withoutText(_ post: Post) -> Post {
    var post = post
    post.text = PlainText()
    post.lineStarts = [0]
    return post
  }
}
