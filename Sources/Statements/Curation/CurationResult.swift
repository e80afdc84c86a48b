public import Entities
public import Posts

/// What one entry of a curation did.
public struct CurationEffect: Sendable, Equatable {
  /// In the curation's file, from 1.
  public var line: Int
  /// `merge person/s-lindqvist into person/sofia-lindqvist`
  public var action: String
  public var posts: Int
  public var mentions: Int
  public var facts: Int
}

/// A blog's extractions as the editor wants them.
public struct CurationResult: Sendable {
  public var extractions: [PostExtraction]
  /// In the order of the entries; those that did nothing are problems instead.
  public var effects: [CurationEffect] = []
  public var problems: [Problem] = []
  /// Things that no post names any more, each with the one that stands for it now.
  public var replaced: [EntityID: EntityID] = [:]
  /// Addresses that name the same thing, in the file's order.
  public var sameAs: [EntityID: [String]] = [:]

  public init(extractions: [PostExtraction]) { self.extractions = extractions }
}
