import KnowledgeGraph
import RDFModel
import RDFSyntax

/// Canonical N-Quads from blocks that are canonical each.
enum SortedLines {
  /// The lines of one graph in canonical order, each once.
  ///
  /// - Throws: `WriteError` when a term cannot be written.
  static func of(_ lines: GraphLines) throws -> GraphLines {
    guard !lines.isSorted else { return lines }
    var dataset = Dataset()
    lines.insert(into: &dataset)
    var bytes: [UInt8] = []
    try NQuadsWriter().write(dataset, to: &bytes)
    return GraphLines(canonical: bytes, isSorted: true)
  }

  /// Blocks of sorted lines as one, in parts. Mostly they follow each other: the subjects of a post's evidence begin with
  /// its address.
  static func joined(_ blocks: [GraphLines]) -> [[UInt8]] {
    if let order = order(blocks) { return order.map { blocks[$0].bytes } }
    return [sorted(Array(blocks.map(\.bytes).joined()))]
  }

  /// Where each block stands in the joined lines; `nil` when the blocks mix.
  static func ranges(_ blocks: [GraphLines]) -> [Range<Int>]? {
    guard let order = order(blocks) else { return nil }
    var ranges = Array(repeating: 0..<0, count: blocks.count)
    var start = 0
    for index in order {
      ranges[index] = start..<(start + blocks[index].bytes.count)
      start = ranges[index].upperBound
    }
    return ranges
  }

  /// The order in which blocks, one behind the other, are sorted as a whole; `nil` when there is none. Empty ones are left
  /// out.
  private static func order(_ blocks: [GraphLines]) -> [Int]? {
    let firsts = blocks.map { firstLine($0.bytes) }
    let order = blocks.indices.filter { !blocks[$0].bytes.isEmpty }.sorted {
      firsts[$0].lexicographicallyPrecedes(firsts[$1])
    }
    let follows = zip(order, order.dropFirst()).allSatisfy { a, b in
      lastLine(blocks[a].bytes).lexicographicallyPrecedes(firsts[b])
    }
    return follows ? order : nil
  }

  private static func sorted(_ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var last: ArraySlice<UInt8>?
    for line in bytes.split(separator: 0x0A).sorted(by: { $0.lexicographicallyPrecedes($1) }) where line != last {
      out += line
      out.append(0x0A)
      last = line
    }
    return out
  }

  private static func firstLine(_ bytes: [UInt8]) -> ArraySlice<UInt8> { bytes.prefix { $0 != 0x0A } }

  private static func lastLine(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
    let body = bytes.dropLast()
    return body[((body.lastIndex(of: 0x0A) ?? -1) + 1)...]
  }
}

extension PostGraph {
  /// With its evidence in the order in which files have it. What cannot be written stays as it is, and says so when it
  /// is.
  var withSortedEvidence: PostGraph {
    guard let evidence = try? SortedLines.of(evidenceLines) else { return self }
    return with(evidence: evidence)
  }
}
