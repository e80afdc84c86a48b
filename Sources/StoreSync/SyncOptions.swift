public import RDFModel

public struct SyncOptions: Sendable {
  /// The graph that holds the manifest; `{base}id/sync` when nil. Two exports of one base in one store need two.
  public var manifest: IRI?
  /// Takes over graphs of the store that bear a name of the export but are in no manifest of its.
  public var adopts: Bool
  /// Sends every graph, whatever the manifest says.
  public var sendsEverything: Bool
  /// Counts every graph in the store, and sends again what differs. Where the export is small that is always done.
  public var countsEverything: Bool

  public init(
    manifest: IRI? = nil, adopts: Bool = false, sendsEverything: Bool = false, countsEverything: Bool = false
  ) {
    self.manifest = manifest
    self.adopts = adopts
    self.sendsEverything = sendsEverything
    self.countsEverything = countsEverything
  }

  /// Up to so many statements, counting all of them costs less than a second.
  static let smallExport = 1_000_000
}
