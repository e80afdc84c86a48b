import RDFModel

/// A validation result as numbers; most validations make few, and only these are ever spelled out.
struct RawResult: Sendable {
  let site: Site
  let focus: TermID
  /// `.none` when the component gives no `sh:value`.
  let value: TermID
  /// The predicate of a closed shape's result, else `.none`.
  let path: TermID
  /// A count that the explanation names.
  let found: Int
  /// Another term that the explanation names, else `.none`.
  let witness: TermID
  let details: [RawResult]
}
