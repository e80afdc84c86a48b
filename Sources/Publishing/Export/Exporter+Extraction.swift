import Posts
import Statements

extension Exporter {
  /// The stages up to the statements, start-up included, for who measures them. Counts are sums over the posts.
  public static func extraction(_ options: ExportOptions) throws(ExportError) -> (
    posts: Int, entities: Int, statements: Int
  ) {
    let blog = try Stages.read(options) { _, _ in }
    let extractor = try Stages.extractor(try Stages.ontology(options.ontology), Curation())
    let site = blog.site
    let found = blog.posts.parallelMap(jobs: options.jobs) { extractor.extract($0, site: site) }
    return (
      found.count, found.reduce(0) { $0 + $1.entities.count }, found.reduce(0) { $0 + $1.statements.count }
    )
  }
}
