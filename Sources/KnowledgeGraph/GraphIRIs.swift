public import Entities
public import RDFModel

/// The IRIs that an export mints, all below one base.
public struct GraphIRIs: Sendable, Equatable {
  /// Absolute, ends with `/`.
  public let base: String

  public init(base: String) { self.base = base.hasSuffix("/") ? base : base + "/" }

  public func entity(_ id: EntityID) -> IRI { minted("\(id.type.rawValue)/\(id.slug)") }

  /// A project's move to a level.
  public func milestone(project slug: String, level: String) -> IRI { minted("milestone/\(slug)-\(level)") }

  public func release(software slug: String, version: String) -> IRI {
    minted("release/\(slug)-\(Slug.make(version, keepingDots: true))")
  }

  /// A source file, by its path below the content folder.
  public func source(_ path: String) -> IRI {
    IRI(base + "id/source/" + IRIText.escapingPath(path))
  }

  public var gazetteer: IRI { minted("gazetteer") }
  public var site: IRI { minted("site") }
  public var dataset: IRI { minted("dataset") }

  public static func evidenceGraph(of post: IRI) -> IRI { IRI(post.string + "#evidence") }

  /// A slug comes from a stage that makes slugs, but also from a gazetteer that a user may edit: escape what cannot stand.
  private func minted(_ path: String) -> IRI { IRI(base + "id/" + IRIText.escapingPath(path)) }
}
