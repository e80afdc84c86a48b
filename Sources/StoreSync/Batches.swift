import Dispatch
import Foundation
import Publishing
import Synchronization

/// Graphs in groups that fit into one request. The next group is read and checked while the store works on the last one.
final class Batches: Sendable {
  private struct State {
    var position = 0
    var ahead: Result<[GraphContent], any Error>?
  }
  private let graphs: [ExportGraphs.Graph]
  private let export: ExportGraphs
  private let bytes: Int
  private let limit: Int
  private let state = Mutex(State())
  private let isReady = DispatchSemaphore(value: 0)

  /// - Parameters:
  ///   - bytes: how big a group is at most, unless one graph is bigger.
  ///   - limit: how many graphs a group has at most.
  init(_ graphs: [ExportGraphs.Graph], of export: ExportGraphs, bytes: Int, graphs limit: Int) {
    self.graphs = graphs
    self.export = export
    self.bytes = bytes
    self.limit = max(1, limit)
    prepare()
  }

  /// nil behind the last group.
  ///
  /// - Throws: `SyntaxError` for a line that is no N-Quads.
  func next() throws -> [GraphContent]? {
    isReady.wait()
    let batch = try state.withLock { $0.ahead.take() }?.get() ?? []
    guard !batch.isEmpty else { return nil }
    prepare()
    return batch
  }

  private func prepare() {
    // A thread and not a queue: queues have a thread for each core, and those may all wait for stores.
    Thread.detachNewThread { [self] in
      let batch = Result { try read() }
      state.withLock { $0.ahead = batch }
      isReady.signal()
    }
  }

  private func read() throws -> [GraphContent] {
    var batch: [GraphContent] = []
    var size = 0
    var position = state.withLock { $0.position }
    while position < graphs.count, batch.count < limit {
      guard let index = export.index(of: graphs[position].name) else {
        position += 1
        continue
      }
      let content = try GraphContent(index, of: export)
      if !batch.isEmpty, size + content.size > bytes { break }
      batch.append(content)
      size += content.size
      position += 1
    }
    state.withLock { [position] in $0.position = position }
    return batch
  }
}
