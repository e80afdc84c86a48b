public import Entities
import KnowledgeGraph
public import Posts
public import Statements

/// What an export did, for who asked for it.
public struct ExportSummary: Sendable {
  public var postCount: Int
  /// By reason, in the order of `Blog.SkippedFile.Reason`.
  public var skipped: [(reason: Blog.SkippedFile.Reason, count: Int)]
  public var problems: [Problem]
  /// Distinct entities by type, in the types' order.
  public var entities: [(type: EntityType, count: Int)]
  public var factCount: Int
  /// What the editor's decisions did, in their order.
  public var curation: [CurationEffect]
  public var violationCount: Int
  /// Results of the shapes that are no violations: warnings and notes.
  public var remarkCount: Int

  init(blog: Blog, graph: BlogGraph, effects: [CurationEffect], violations: Int, remarks: Int) {
    postCount = blog.posts.count
    skipped = Blog.SkippedFile.Reason.allCases.compactMap { reason in
      let count = blog.skipped.count { $0.reason == reason }
      return count > 0 ? (reason, count) : nil
    }
    problems = blog.problems
    let distinct = Set(graph.posts.flatMap(\.entities))
    entities = EntityType.allCases.map { type in (type, distinct.count { $0.type == type }) }
    factCount = graph.posts.reduce(0) { $0 + $1.factCount }
    curation = effects
    violationCount = violations
    remarkCount = remarks
  }

  /// Whether something in the input should be mended.
  public var hasProblems: Bool { violationCount > 0 || problems.contains { $0.severity == .error } }
}
