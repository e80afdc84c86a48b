import Foundation
import KnowledgeGraph
import RDFModel

/// What an export knows behind the statements of one post's page.
struct PageEvidence {
  let file: String
  private let post: String
  private let assertions: [Key: [Assertion]]
  private let site: NodeTable
  private let reference: NodeTable
  private let own: NodeTable

  private struct Key: Hashable {
    let subject: String
    let predicate: String
  }

  /// `nil` for an address that is no post's.
  init?(post: String, _ content: Dataset, _ evidence: Dataset) {
    var graphs: [Term: [Quad]] = [:]
    var posts: Set<Term> = []
    for quad in content.quads.lazy.map(content.decode) {
      guard let graph = quad.graph else { continue }
      graphs[graph, default: []].append(quad)
      if quad.predicate == BG.sourceFile { posts.insert(graph) }
    }
    guard posts.contains(.iri(post)), let quads = graphs[.iri(post)],
      let file = quads.first(where: { $0.predicate == BG.sourceFile })?.object.literal?.lexicalForm
    else { return nil }
    self.post = post
    self.file = file
    own = NodeTable(quads)
    func others(_ end: String) -> NodeTable {
      NodeTable(graphs.filter { !posts.contains($0.key) && $0.key.iri?.string.hasSuffix(end) == true }.flatMap(\.value))
    }
    site = others("/id/site")
    reference = others("/id/gazetteer")
    var assertions: [Key: [Assertion]] = [:]
    for assertion in Assertion.all(in: evidence) where assertion.post.string == post {
      guard let subject = assertion.subject.iri else { continue }
      assertions[Key(subject: subject.string, predicate: assertion.predicate.string), default: []].append(assertion)
    }
    self.assertions = assertions
  }

  func backing(of node: String, _ property: String, _ value: String) -> [PageBacking] {
    let predicate = Schema.term(property)
    let stated = (assertions[Key(subject: node, predicate: predicate.string)] ?? []).filter {
      Self.text($0.object) == value
    }
    let direct = stated.flatMap(backing)
    if !direct.isEmpty { return direct }
    let inSite = site.objects(node, predicate).contains { Self.text($0) == value }
    switch property {
    case "publisher", "isPartOf": return [.configuration]
    case "workTranslation", "translationOfWork": return [.translation]
    case "url" where node == post || value == post, "mainEntityOfPage", "breadcrumb", "itemListElement", "position",
      "inLanguage":
      return [.place]
    case "item": return [.configuration]
    case "name" where node.hasPrefix(post + "#breadcrumb-"): return step(node, value)
    case "contentUrl", "embedUrl", "thumbnailUrl", "url":
      let shown = [Schema.image, Schema.video].flatMap { assertions[Key(subject: post, predicate: $0.string)] ?? [] }
        .filter { Self.text($0.object) == node }.flatMap(backing)
      if !shown.isEmpty { return shown }
      let used = documents(node)
      if !used.isEmpty { return used }
    case "name", "address":
      let named = mentions(of: node, value)
      if !named.isEmpty { return named }
    default: break
    }
    if inSite { return [.configuration] }
    if property == "sameAs", reference.iris(node, Schema.sameAs).contains(value) { return [.identification] }
    // A link of the post stands on the words that name the thing.
    guard property == "url", own.iris(node, Schema.url).contains(value) else { return [.nothing] }
    let linked = mentions(of: node, "")
    return linked.isEmpty ? [.nothing] : linked
  }

  /// A step of the trail: the site, or the post.
  private func step(_ node: String, _ value: String) -> [PageBacking] {
    if own.texts(post, Schema.headline).contains(value) { return backing(of: post, "headline", value) }
    return [.configuration]
  }

  /// Slides and recordings: what a talk says of them.
  private func documents(_ node: String) -> [PageBacking] {
    assertions.filter { $0.key.predicate == Schema.workFeatured.string || $0.key.predicate == Schema.recordedIn.string }
      .sorted { $0.key.subject < $1.key.subject }.flatMap(\.value).filter { Self.text($0.object) == node }
      .flatMap(backing)
  }

  /// The words that name a thing with this value in them.
  private func mentions(of node: String, _ value: String) -> [PageBacking] {
    let about = (assertions[Key(subject: post, predicate: Schema.mentions.string)] ?? []).filter {
      Self.text($0.object) == node
    }
    let quotations = about.flatMap(\.quotations)
    let wanted = Self.folded(value)
    return quotations.filter { wanted.isEmpty || Self.folded($0.prefix + $0.exact + $0.suffix).contains(wanted) }
      .prefix(1).map { .text(file: file, quotation: $0) }
  }

  private func backing(_ assertion: Assertion) -> [PageBacking] {
    if assertion.rule.hasPrefix("front-matter/") {
      let key = String(assertion.rule.dropFirst("front-matter/".count))
      return [.frontMatter(key: key, file: file, line: assertion.quotations.first?.line ?? assertion.line)]
    }
    if !assertion.quotations.isEmpty {
      return assertion.quotations.prefix(1).map { .text(file: file, quotation: $0) }
    }
    switch assertion.rule {
    case "picture/shown", "video/embedded": return [.shown(file: file, line: assertion.line)]
    case "video/described": return [.frontMatter(key: "videos", file: file, line: assertion.line)]
    default: return []
    }
  }

  private static func text(_ term: Term) -> String {
    switch term {
    case .literal(let literal): literal.lexicalForm
    case .iri(let iri): iri.string
    case .blankNode(let node): node.label
    }
  }

  private static func folded(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
