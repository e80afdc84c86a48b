import Foundation
import Synchronization

/// Stands before a server and cuts the line: after so many bytes from the client every connection ends, and new ones are
/// closed at once, until the line is mended.
public final class CuttingProxy: Sendable {
  private let listener: LoopbackListener
  private let state: State

  private final class State: Sendable {
    /// Bytes that may still pass; nil for no end.
    let left = Mutex<Int?>(nil)
    let cuts = Mutex(0)

    /// How many of so many bytes may pass.
    func pass(_ count: Int) -> Int {
      left.withLock { left in
        guard let allowed = left else { return count }
        left = max(0, allowed - count)
        return min(allowed, count)
      }
    }
    var isCut: Bool { left.withLock { $0 == 0 } }
  }

  public var port: UInt16 { listener.port }
  /// How many connections were cut.
  public var cuts: Int { state.cuts.withLock { $0 } }

  public init(to port: UInt16) throws {
    let state = State()
    self.state = state
    listener = try LoopbackListener { client in
      guard !state.isCut, let server = Connection(port: port) else { return }
      Thread.detachNewThread {
        while true {
          let bytes = server.read()
          if bytes.isEmpty || state.isCut || !client.write(bytes) { break }
        }
        client.end()
      }
      while true {
        let bytes = client.read()
        if bytes.isEmpty { break }
        let allowed = state.pass(bytes.count)
        server.write(Array(bytes.prefix(allowed)))
        if allowed < bytes.count || state.isCut {
          state.cuts.withLock { $0 += 1 }
          break
        }
      }
      server.end()
    }
  }

  /// After so many bytes from clients.
  public func cut(after bytes: Int) { state.left.withLock { $0 = bytes } }
  public func mend() { state.left.withLock { $0 = nil } }
}
