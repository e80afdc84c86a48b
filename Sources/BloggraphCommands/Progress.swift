import Glibc
import Publishing
import Synchronization

/// Tells how far an export has come: a bar on a terminal, plain lines otherwise.
final class ProgressView: Sendable {
  private struct State {
    var told: String?
    var lastQuarter = -1
  }
  private let isTerminal: Bool
  private let isQuiet: Bool
  private let state = Mutex(State())

  init(quiet: Bool) {
    isQuiet = quiet
    isTerminal = Console.talksToTerminal
  }

  func show(_ progress: ExportProgress) {
    guard !isQuiet else { return }
    state.withLock { state in
      switch progress {
      case .reading: tell("Reading posts", &state)
      case .extracting(let done, let total): isTerminal ? bar(done, total) : lines(done, total, &state)
      case .building: tell("Building the graph", &state)
      case .validating: tell("Validating", &state)
      case .writing: tell("Writing", &state)
      }
    }
  }

  /// Leaves a clean line behind.
  func finish() {
    if isTerminal, !isQuiet { Console.talk("\r\u{1B}[K") }
  }

  private func tell(_ stage: String, _ state: inout State) {
    guard state.told != stage else { return }
    state.told = stage
    Console.talk(isTerminal ? "\r\u{1B}[K\(stage) …" : stage + "\n")
  }

  private func bar(_ done: Int, _ total: Int) {
    let width = 30
    let filled = total > 0 ? done * width / total : width
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
    Console.talk("\r\u{1B}[KExtracting \(bar) \(done)/\(total)")
  }

  /// A line at the start, and one for each quarter when there is enough to wait for.
  private func lines(_ done: Int, _ total: Int, _ state: inout State) {
    let quarter = total > 0 ? done * 4 / total : 4
    guard quarter > state.lastQuarter, done == 0 || total >= 100 else { return }
    state.lastQuarter = quarter
    Console.talk(done == 0 ? "Extracting from \(total) posts\n" : "Extracted from \(done) of \(total) posts\n")
  }
}
