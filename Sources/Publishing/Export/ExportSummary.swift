public import Entities
import KnowledgeGraph
public import Posts
public import Statements

/// The pages' structured data in numbers.
public struct PageCounts: Sendable, Equatable {
  public var count = 0
  public var unshown = 0
  public var incomplete = 0
}

/// What an export did, for who asked for it.
public struct ExportSummary: Sendable {
  public var postCount: Int
  /// By reason, in the order of `Blog.SkippedFile.Reason`.
  public var skipped: [(reason: Blog.SkippedFile.Reason, count: Int)]
  public var problems: [Problem]
  /// Distinct entities by type, in the types' order.
  public var entities: [(type: EntityType, count: Int)]
  public var factCount: Int
  public var pages: PageCounts
  /// What the editor's decisions did, in their order.
  public var curation: [CurationEffect]
  /// How long the parts took, in their order; the files of an export do not depend on it.
  public var timings: [(part: String, milliseconds: Double)] = []
  public var violationCount: Int
  /// Results of the shapes that are no violations: warnings and notes.
  public var remarkCount: Int

  /// The explorer has no pictures, because Graphviz's `dot` is not on this machine.
  public var lacksPictures = false

  init(
    blog: Blog, graph: BlogGraph, pages: PageCounts, effects: [CurationEffect], violations: Int, remarks: Int
  ) {
    postCount = blog.posts.count
    skipped = Blog.SkippedFile.Reason.allCases.compactMap { reason in
      let count = blog.skipped.count { $0.reason == reason }
      return count > 0 ? (reason, count) : nil
    }
    problems = blog.problems
    let distinct = Set(graph.posts.flatMap(\.entities))
    entities = EntityType.allCases.map { type in (type, distinct.count { $0.type == type }) }
    factCount = graph.posts.reduce(0) { $0 + $1.factCount }
    self.pages = pages
    curation = effects
    violationCount = violations
    remarkCount = remarks
  }

  /// Whether something in the input should be mended.
  public var hasProblems: Bool { violationCount > 0 || problems.contains { $0.severity == .error } }
}
