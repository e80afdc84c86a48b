import Posts
import RDFModel

/// `{base}id/dataset`: what the export holds and what it was made from (VoID and PROV-O). Nothing in it depends on when
/// or where the tool ran.
struct DatasetGraph {
  let iris: GraphIRIs
  let site: Site
  let tool: ToolDescription
  let posts: [Post]
  /// Post graphs and gazetteer.
  let content: Dataset

  func quads() -> [Quad] {
    var graph = GraphBuilder(iris.dataset)
    let node = iris.dataset
    let activity = IRI(node.string + "#export")
    let agent = IRI(node.string + "#bloggraph")
    graph.add(node, types: [VoID.term("Dataset"), PROV.term("Entity")])
    if let title = site.title, !title.isEmpty { graph.add(node, DCTerms.term("title"), .plain(title)) }
    graph.add(node, VoID.term("uriSpace"), .plain(iris.base))
    counts(of: node, in: &graph)
    if let date = lastChange { graph.add(node, DCTerms.term("modified"), date) }

    graph.add(node, PROV.term("wasGeneratedBy"), activity)
    graph.add(activity, types: [PROV.term("Activity")])
    graph.add(activity, PROV.term("wasAssociatedWith"), agent)
    graph.add(agent, types: [PROV.term("SoftwareAgent"), PROV.term("Agent")])
    graph.add(agent, Schema.name, .plain(tool.name))
    graph.add(agent, Schema.softwareVersion, .plain(tool.version))
    for post in posts {
      let source = iris.source(post.sourceFile)
      graph.add(source, types: [PROV.term("Entity")])
      graph.add(source, DCTerms.term("title"), .plain(post.sourceFile))
      if !post.contentHash.isEmpty { graph.add(source, Schema.sha256, .plain(post.contentHash)) }
      graph.add(activity, PROV.term("used"), source)
      graph.add(PostGraph.iri(of: post, iris), PROV.term("wasDerivedFrom"), source)
    }
    return graph.quads
  }

  private func counts(of node: IRI, in graph: inout GraphBuilder) {
    let union = content.unionGraph()
    graph.add(node, VoID.term("triples"), .integer(union.count))
    graph.add(node, VoID.term("documents"), .integer(posts.count))
    graph.add(node, VoID.term("distinctSubjects"), .integer(distinct(union.spo.map(\.subject))))
    graph.add(node, VoID.term("properties"), .integer(distinct(union.pos.map(\.predicate))))
    guard let type = content.terms.find(.iri(RDF.type)) else { return }
    var members: [String: Int] = [:]
    for triple in union.triples(predicate: type) {
      if case .iri(let class_) = content.terms[triple.object] { members[class_.string, default: 0] += 1 }
    }
    graph.add(node, VoID.term("classes"), .integer(members.count))
    for (class_, count) in members.sorted(by: { $0.key < $1.key }) {
      let local = class_.split { $0 == "/" || $0 == "#" }.last.map(String.init) ?? class_
      let prefix = class_.hasPrefix(Schema.namespace) ? "" : class_.hasPrefix(BG.namespace) ? "bg-" : "doap-"
      let partition = IRI(node.string + "#class-" + prefix + IRIText.escapingPath(local))
      graph.add(node, VoID.term("classPartition"), partition)
      graph.add(partition, types: [VoID.term("Dataset")])
      graph.add(partition, VoID.term("class"), IRI(class_))
      graph.add(partition, VoID.term("entities"), .integer(count))
    }
  }

  /// The newest day that a post bears: the sources' last change, as far as they tell it themselves.
  private var lastChange: Literal? {
    posts.compactMap { post -> String? in
      [post.date, post.publishDate, post.lastModified].compactMap { date -> String? in
        guard var date else { return nil }
        date.time = nil
        return date.lexicalForm
      }.max()
    }.max().flatMap { Literal.date($0) }
  }

  private func distinct(_ sorted: [TermID]) -> Int {
    var count = 0
    var last: TermID?
    for id in sorted where id != last {
      count += 1
      last = id
    }
    return count
  }
}

/// Who made the export.
public struct ToolDescription: Sendable, Equatable {
  public var name: String
  public var version: String
  public init(name: String, version: String) {
    self.name = name
    self.version = version
  }
}
