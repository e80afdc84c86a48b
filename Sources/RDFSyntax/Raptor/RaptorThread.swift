internal import Dispatch
internal import Foundation

/// The one thread on which libraptor2 runs, one document at a time.
///
/// libxml2 keeps its error handlers by thread, and raptor sets its own where it is opened: on a thread of its own it takes
/// nobody's away.
final class RaptorThread: @unchecked Sendable {
  static let shared = RaptorThread()

  private let turn = NSLock()
  private let posted = DispatchSemaphore(value: 0)
  private let finished = DispatchSemaphore(value: 0)
  /// Set by the caller before `posted`, and read by the thread before `finished`.
  private var work: (() -> Void)?

  private init() {
    let thread = Thread { [self] in
      while true {
        posted.wait()
        work?()
        finished.signal()
      }
    }
    thread.name = "libraptor2"
    thread.start()
  }

  /// Runs the work there, and waits for its end. The work may not call this again.
  func run(_ work: () -> Void) {
    turn.withLock {
      withoutActuallyEscaping(work) { work in
        self.work = work
        posted.signal()
        finished.wait()
        self.work = nil
      }
    }
  }
}
