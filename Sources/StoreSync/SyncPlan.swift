public import Publishing
public import RDFModel

/// What a store lacks of an export, and what it has too much.
public struct SyncPlan: Sendable, Equatable {
  /// Graphs that the store does not have. All lists ascend by name.
  public var added: [ExportGraphs.Graph] = []
  /// Graphs whose content in the store is another, or not known.
  public var replaced: [ExportGraphs.Graph] = []
  /// Graphs of this export's manifest that are not in the export any more.
  public var deleted: [IRI] = []
  /// How many graphs are as they should be.
  public var unchanged = 0
  /// Of the replaced ones those that a manifest vouches for, but whose number of statements in the store is another.
  public var damaged: [IRI] = []

  public var isEmpty: Bool { added.isEmpty && replaced.isEmpty && deleted.isEmpty }
}

/// What a sync did.
public struct SyncSummary: Sendable, Equatable {
  public var plan: SyncPlan
  public var statementsSent = 0
  public var bytesSent = 0
  /// Graphs whose statements were counted in the store afterwards, or before, and agree with the export.
  public var graphsCounted = 0
}
