import Explorer
import Foundation
import KnowledgeGraph
import Posts
import Statements

/// The export before this one, by source file.
struct FormerExport: Sendable {
  /// The files that were written.
  let files: FormerFiles
  /// What posts' graphs took from the site's.
  var site: String { memory.header.site }
  var explorer: ExplorerMemory? { memory.explorer }
  var gazetteer: GraphLines { GraphLines(canonical: Array(memory.gazetteer)) }

  private let memory: MemoryFile
  private let records: [PostRecord]
  private let places: [String: Int]
  private let evidence: Data

  /// `nil` when the output folder's evidence is not what was written, or the memory does not hold what it should.
  init?(_ memory: MemoryFile, output: String, jobs: Int) {
    let path = output + "/evidence.nq"
    guard let state = FileState(path), let known = memory.header.evidence, state.isSameFile(as: known),
      let data = try? Data(contentsOf: URL(filePath: path), options: .mappedIfSafe),
      memory.entries.allSatisfy({ $0.evidence.upperBound <= data.count })
    else { return nil }
    let records = memory.entries.parallelMap(jobs: jobs) { PostRecord($0.record) }
    self.records = records.compactMap(\.self)
    guard self.records.count == memory.entries.count else { return nil }
    self.memory = memory
    evidence = data
    places = Dictionary(memory.entries.enumerated().map { ($1.file, $0) }, uniquingKeysWith: { first, _ in first })
    files = FormerFiles(memory.files, folder: output)
  }

  /// What the file is known to be, if its state or its bytes are those of then.
  func reading(of file: String, at path: String, _ state: FileState?, setup: String) -> FileReading? {
    guard let place = places[file], let state, setup == memory.header.setup else { return nil }
    let record = records[place]
    let isOld = state == memory.entries[place].state && state.isSettled(at: memory.header.written)
    if let post = record.reading.post {
      // A post that another file has the address of is no part of the export, and may become one.
      guard record.found != nil, !post.dependsOnOthers else { return nil }
      if isOld { return record.reading }
      guard let bytes = FileSystem.read(path), SHA256.hexadecimal(bytes) == post.contentHash else { return nil }
      return record.reading
    }
    return isOld ? record.reading : nil
  }

  func page(_ file: String) -> PageStage.Record? { places[file].flatMap { memory.entries[$0].page } }

  /// By permalink of a translation: what it translates.
  var originals: [String: [String]] {
    var originals: [String: [String]] = [:]
    for record in records {
      if let found = record.found, !found.originals.isEmpty, let post = record.reading.post {
        originals[post.permalink] = found.originals
      }
    }
    return originals
  }

  func record(_ file: String) -> PostRecord? { places[file].map { records[$0] } }

  /// The record as it was written.
  func bytes(_ file: String) -> ArraySlice<UInt8>? { places[file].map { memory.entries[$0].record } }

  func graph(_ file: String) -> PostGraph? {
    guard let place = places[file], let kept = records[place].found?.graph else { return nil }
    let entry = memory.entries[place]
    return PostGraph(
      kept: kept, sourceFile: file, content: GraphLines(canonical: Array(entry.content)),
      evidence: GraphLines(canonical: [UInt8](evidence[entry.evidence]), isSorted: true))
  }

  /// The IRIs of all statements that only one of the two exports holds, or that one of them has other evidence for.
  ///
  /// - Parameter kept: files whose graphs are this export's.
  func difference(to graph: BlogGraph, kept: Set<String>) -> Set<String> {
    var difference = StatementDifference()
    let posts = Dictionary(graph.posts.map { ($0.sourceFile, $0) }, uniquingKeysWith: { first, _ in first })
    let all = Set(posts.keys).union(memory.entries.map(\.file)).subtracting(kept)
    for file in all.sorted() {
      difference.add(self.graph(file), posts[file])
    }
    difference.add(gazetteer, GraphLines(graph.gazetteer))
    return difference.iris
  }
}
