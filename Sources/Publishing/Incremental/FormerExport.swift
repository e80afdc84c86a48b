import Foundation
import KnowledgeGraph
import Posts
import Statements

/// The export before this one, by source file.
struct FormerExport: Sendable {
  private let setup: String
  /// What posts' graphs took from the site's.
  let site: String
  private let written: Int64
  private let records: [String: PostRecord]
  private let states: [String: FileState]
  private let graphs: [String: (content: Range<Int>, evidence: Range<Int>)]
  private let lines: [String: ArraySlice<UInt8>]
  private let content: [UInt8]
  private let evidence: Data

  /// `nil` when the output folder's evidence is not what was written.
  init?(_ memory: MemoryFile, output: String) {
    let path = output + "/evidence.nq"
    guard let state = FileState(path), let known = memory.header.evidence, state.isSameFile(as: known),
      let data = try? Data(contentsOf: URL(filePath: path), options: .mappedIfSafe)
    else { return nil }
    setup = memory.header.setup
    site = memory.header.site
    written = memory.header.written
    content = memory.content
    evidence = data
    var records: [String: PostRecord] = [:]
    var states: [String: FileState] = [:]
    var graphs: [String: (content: Range<Int>, evidence: Range<Int>)] = [:]
    var lines: [String: ArraySlice<UInt8>] = [:]
    var start = 0
    for (index, record) in memory.records.enumerated() {
      records[record.file] = record
      lines[record.file] = index < memory.lines.count ? memory.lines[index] : nil
      states[record.file] = memory.header.states[index]
      let end = start + memory.header.contentLengths[index]
      let range = memory.header.evidenceRanges[index]
      guard range.lowerBound >= 0, range.upperBound <= data.count else { return nil }
      graphs[record.file] = (start..<end, range)
      start = end
    }
    (self.records, self.states, self.graphs, self.lines) = (records, states, graphs, lines)
  }

  /// What the file is known to be, if its state or its bytes are those of then.
  func reading(of file: String, at path: String, _ state: FileState?, setup: String) -> FileReading? {
    guard let record = records[file], let state, setup == self.setup else { return nil }
    if let post = record.reading.post {
      // A post that another file has the address of is no part of the export, and may become one.
      guard record.graph != nil, record.isUnaltered == true, !post.dependsOnOthers else { return nil }
      if state == states[file], state.isSettled(at: written) { return record.reading }
      guard let data = FileManager.default.contents(atPath: path),
        SHA256.hexadecimal([UInt8](data)) == post.contentHash
      else { return nil }
      return record.reading
    }
    return state == states[file] && state.isSettled(at: written) ? record.reading : nil
  }

  func record(_ file: String) -> PostRecord? { records[file] }

  /// The record as it was written.
  func line(_ file: String) -> ArraySlice<UInt8>? { lines[file] }

  func graph(_ file: String) -> PostGraph? {
    guard let kept = records[file]?.graph, let ranges = graphs[file] else { return nil }
    return PostGraph(
      kept: kept, sourceFile: file, content: GraphLines(canonical: Array(content[ranges.content])),
      evidence: GraphLines(canonical: [UInt8](evidence[ranges.evidence]), isSorted: true))
  }
}
