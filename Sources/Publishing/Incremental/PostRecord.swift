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
  var statements: [Statement]?
  var main: [EntityID]?
  var depictions: [PostExtraction.Depiction]?
  /// Where other posts tell that its people are not those of the same name. With no editor at work, it is all that its graph
  /// says otherwise than was found in it.
  var moves: [Namesakes.Move]?
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
    _ found: PostExtraction, moves: [Namesakes.Move], trace: TranslationPairs.Trace, originals: [String], graph: PostGraph
  ) {
    entities = found.entities
    statements = found.statements
    main = found.mainEntities
    depictions = found.depictions
    self.moves = moves
    self.trace = trace
    self.originals = originals
    self.graph = graph.kept
  }

  /// What was found in the post, without its text: enough for everything but the post's own graph.
  var extraction: PostExtraction? {
    guard let post = reading.post, let entities, let statements, let main, let depictions else { return nil }
    return PostExtraction(
      post: post, entities: entities, statements: statements, mainEntities: main, depictions: depictions)
  }

  private static func withoutText(_ post: Post) -> Post {
    var post = post
    post.text = PlainText()
    post.lineStarts = [0]
    return post
  }
}
