import RDFModel

/// A difference as RDF Patch (https://afs.github.io/rdf-patch/), in one transaction. Equal differences have equal bytes.
public struct PatchForm: Sendable {
  public init() {}

  public func bytes(_ difference: ExportDifference) -> [UInt8] {
    var rows: [UInt8] = []
    var identity = ContentHash()
    for change in difference.changes {
      for (mark, statements) in [("D", change.removed), ("A", change.added)] {
        for statement in statements {
          let row = Array("\(mark) ".utf8) + statement + " <\(change.graph.string)> .\n".utf8
          unsafe row.withUnsafeBytes { unsafe identity.add($0) }
          rows += row
        }
      }
    }
    return Array("H id <urn:uuid:\(Self.uuid(identity.hexadecimal))> .\nTX .\n".utf8) + rows + "TC .\n".utf8
  }

  /// A UUID of the custom kind (RFC 9562 §5.8), from what the patch does.
  private static func uuid(_ hexadecimal: String) -> String {
    var digits = Array(hexadecimal)
    digits[12] = "8"
    digits[16] = ["8", "9", "a", "b"][(digits[16].hexDigitValue ?? 0) % 4]
    return [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(digits[$0]) }.joined(separator: "-")
  }
}
