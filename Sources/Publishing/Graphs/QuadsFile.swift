import Dispatch
import Foundation
import RDFModel
import RDFSyntax
import Synchronization

/// A file of N-Quads in canonical form, in memory or mapped, with what stands where in it.
struct QuadsFile: Sendable {
  let bytes: Data
  let scan: GraphScan

  /// - Throws: `ExportGraphsError`, or a `SyntaxError` for a file that is no N-Quads.
  init(path: String) throws {
    guard let mapped = try? Data(contentsOf: URL(filePath: path), options: .alwaysMapped) else {
      throw ExportGraphsError(.unreadable, path: path)
    }
    if let scan = Self.scan(mapped) {
      (bytes, self.scan) = (mapped, scan)
      return
    }
    // Somebody else's file, or one with something in it that an export never has.
    var dataset = Dataset()
    try RDFReader(format: .nQuads, file: path).read(contentsOf: path, into: &dataset)
    for quad in dataset.quads {
      if quad.graph == .none { throw ExportGraphsError(.defaultGraph, path: path) }
      for id in [quad.triple.subject, quad.triple.object, quad.graph] where dataset.terms.kind(id) == .blankNode {
        throw ExportGraphsError(.blankNode, path: path)
      }
    }
    var lines: [UInt8] = []
    try NQuadsWriter().write(dataset, to: &lines)
    let data = Data(lines)
    guard let scan = Self.scan(data) else { throw ExportGraphsError(.unreadable, path: path) }
    (bytes, self.scan) = (data, scan)
  }

  /// Below this a part is not worth a thread.
  private static let smallestPart = 4 << 20

  /// nil when the lines are not canonical.
  private static func scan(_ data: Data) -> GraphScan? {
    unsafe data.withUnsafeBytes { bytes in
      let count = max(1, min(ProcessInfo.processInfo.activeProcessorCount, bytes.count / smallestPart))
      var bounds = [0]
      for part in 1..<max(count, 1) {
        bounds.append(unsafe startOfLine(bytes, from: max(bounds[part - 1], bytes.count / count * part)))
      }
      bounds.append(bytes.count)
      nonisolated(unsafe) let shared = unsafe bytes
      let parts = Mutex<[GraphScan?]>(Array(repeating: nil, count: count))
      let ranges = zip(bounds, bounds.dropFirst()).map { $0..<$1 }
      DispatchQueue.concurrentPerform(iterations: count) { part in
        var scan = GraphScan()
        if unsafe scan.scan(shared, ranges[part]) { parts.withLock { [scan] in $0[part] = scan } }
      }
      let found = parts.withLock { $0 }.compactMap { $0 }
      guard found.count == count, unsafe partsAscend(bytes, bounds) else { return nil }
      return found.dropFirst().reduce(into: found[0]) { $0.append($1) }
    }
  }

  private static func startOfLine(_ bytes: UnsafeRawBufferPointer, from offset: Int) -> Int {
    guard offset > 0, offset < bytes.count else { return min(offset, bytes.count) }
    return unsafe GraphScan.find(0x0A, in: bytes, from: offset).map { $0 + 1 } ?? bytes.count
  }

  /// Whether the last line of each part comes before the first of the next.
  private static func partsAscend(_ bytes: UnsafeRawBufferPointer, _ bounds: [Int]) -> Bool {
    bounds.dropFirst().dropLast().allSatisfy { bound in
      guard bound > 1, bound < bytes.count else { return true }
      let before = unsafe bytes[..<(bound - 1)].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
      let after = unsafe bytes[bound...].firstIndex(of: 0x0A) ?? bytes.count
      return unsafe GraphScan.ascends(
        UnsafeRawBufferPointer(rebasing: bytes[before..<(bound - 1)]),
        UnsafeRawBufferPointer(rebasing: bytes[bound..<after]))
    }
  }
}
