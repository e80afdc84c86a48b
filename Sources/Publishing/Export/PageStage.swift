import KnowledgeGraph
import Posts
import RDFModel

/// The pages' structured data: made, or as the former export has it.
///
/// A page is a function of its post's graph, of the gazetteer's and the site's graph, of what its post translates and is
/// translated by, and of the site's configuration. A post that was kept has the graph and the configuration of then.
struct PageStage {
  private(set) var made: [Page] = []
  private(set) var files: [OutputFile] = []
  private(set) var counts = PageCounts()
  /// By source file.
  private(set) var records: [String: Record] = [:]

  /// What is kept of a page.
  struct Record: Sendable, Equatable {
    var path: String
    var unshown: Int
    var incomplete: Int
  }

  /// - Parameter makesAll: every page is needed as a value.
  init(_ posts: PostStage, _ graph: BlogGraph, makesAll: Bool, jobs: Int) {
    var former = makesAll ? nil : posts.former
    if let known = former,
      known.gazetteer.bytes != GraphLines(graph.gazetteer).bytes || known.originals != posts.originals
    {
      former = nil
    }
    let kept = graph.posts.map { post -> (Record, OutputFile)? in
      guard posts.kept[post.sourceFile] != nil, let record = former?.page(post.sourceFile),
        let file = former?.files[record.path]
      else { return nil }
      return (record, file)
    }
    let projection = PageProjection(site: posts.blog.site, graph: graph)
    let indices = graph.posts.indices.filter { kept[$0] == nil }
    let new = indices.parallelMap(jobs: jobs) { index in
      projection.page(for: graph.posts[index]).map { (page: $0, file: $0.file) }
    }
    var pages = Dictionary(uniqueKeysWithValues: zip(indices, new))
    for index in graph.posts.indices {
      if let (record, file) = kept[index] {
        add(record, file, graph.posts[index])
      } else if let (page, file) = pages.removeValue(forKey: index) ?? nil {
        made.append(page)
        let record = Record(path: file.path, unshown: page.leftOut.unshown, incomplete: page.leftOut.incomplete)
        add(record, file, graph.posts[index])
      }
    }
  }

  /// None at all.
  init() {}

  private mutating func add(_ record: Record, _ file: OutputFile, _ post: PostGraph) {
    records[post.sourceFile] = record
    files.append(file)
    counts.count += 1
    counts.unshown += record.unshown
    counts.incomplete += record.incomplete
  }
}
