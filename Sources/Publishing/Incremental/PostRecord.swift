import Entities
import Foundation
import KnowledgeGraph
import Posts
import Statements

/// What an export keeps of one file, for the next export to start from.
struct PostRecord: Sendable {
  /// Of a post without what only its own graph holds.
  var reading: FileReading
  /// Missing when the post is not part of the export.
  var found: Found?

  struct Found: Sendable {
    /// Without the places where things were found.
    var entities: [Entity]
    var statements: [Statement]
    /// Where other posts tell that its people are not those of the same name. With no editor at work, it is all that its
    /// graph says otherwise than was found in it.
    var moves: [Namesakes.Move]
    var trace: TranslationPairs.Trace
    /// Permalinks of what the post translates: the only thing that a post's graph takes from other posts.
    var originals: [String]
    var graph: PostGraph.Kept
  }

  init(reading: FileReading, found: Found? = nil) {
    self.reading = reading
    self.reading.post = reading.post.map(Self.withoutText)
    self.found = found
  }

  /// What was found in the post, without its text: enough for everything but the post's own graph.
  var extraction: PostExtraction? {
    guard let post = reading.post, let found else { return nil }
    return PostExtraction(
      post: post, entities: found.entities, statements: found.statements, mainEntities: [], depictions: [])
  }

  private static func withoutText(_ post: Post) -> Post {
    var post = post
    post.text = PlainText()
    post.lineStarts = [0]
    (post.pictures, post.videos, post.fieldLines) = ([], [], [:])
    return post
  }
}

/// As bytes.
extension PostRecord {
  /// - Throws: what `JSONEncoder` throws.
  func bytes() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var out = PackedWriter()
    out.add(try encoder.encode(reading))
    out.add(found == nil ? 0 : 1)
    guard let found else { return out.bytes }
    PackedExtraction.write(found.entities, found.statements, to: &out)
    out.add(found.moves.count)
    for move in found.moves {
      out.add(move.from)
      out.add(move.to)
    }
    out.add(found.trace.language)
    out.add(found.trace.links.sorted())
    out.add(found.trace.pictures.sorted())
    out.add(found.originals)
    found.graph.write(to: &out)
    return out.bytes
  }

  /// `nil` for bytes that are not such a record, whole and as it was written.
  init?(_ bytes: ArraySlice<UInt8>) {
    var input = PackedReader(bytes)
    guard let reading = try? JSONDecoder().decode(FileReading.self, from: Data(input.slice())) else { return nil }
    self.reading = reading
    if input.number() == 1 {
      guard let (entities, statements) = PackedExtraction.read(from: &input) else { return nil }
      var moves: [Namesakes.Move] = []
      for _ in 0..<input.count() { moves.append(.init(from: input.entity(), to: input.entity())) }
      let trace = TranslationPairs.Trace(
        language: input.text(), links: input.texts(), pictures: input.texts(), entities: entities)
      found = Found(
        entities: entities, statements: statements, moves: moves, trace: trace, originals: input.texts(),
        graph: PostGraph.Kept(from: &input))
    }
    guard input.isWhole else { return nil }
  }
}
