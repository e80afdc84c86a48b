import Foundation
import KnowledgeGraph
import RDFModel

/// An export by graph and by post, read once for all its pages.
struct PageRecords: Sendable {
  private(set) var files: [String: String] = [:]
  /// The posts' own graphs.
  private(set) var graphs: [String: [Quad]] = [:]
  let site: NodeTable
  let reference: NodeTable
  let assertions: [String: [Assertion]]

  init(_ export: ExportReader) {
    var others: [String: [Quad]] = [:]
    for quad in export.content.quads.lazy.map(export.content.decode) {
      guard let graph = quad.graph?.iri?.string else { continue }
      graphs[graph, default: []].append(quad)
      if quad.predicate == BG.sourceFile { files[graph] = quad.object.literal?.lexicalForm }
    }
    for (graph, quads) in graphs where files[graph] == nil {
      if let name = graph.split(separator: "/").last { others[String(name)] = quads }
    }
    site = NodeTable(others["site"] ?? [])
    reference = NodeTable(others["gazetteer"] ?? [])
    assertions = Dictionary(grouping: Assertion.all(in: export.evidence)) { $0.post.string }
  }
}

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
  init?(post: String, _ records: PageRecords) {
    guard let file = records.files[post] else { return nil }
    self.post = post
    self.file = file
    own = NodeTable(records.graphs[post] ?? [])
    site = records.site
    reference = records.reference
    assertions = Dictionary(grouping: records.assertions[post] ?? []) { assertion in
      Key(subject: Self.text(assertion.subject), predicate: assertion.predicate.string)
    }
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
