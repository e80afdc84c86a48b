import Glibc
import Publishing
import Synchronization

/// Tells how far an export has come: a bar on a terminal, plain lines otherwise.
final class ProgressView: Sendable {
  private struct State {
    /// The last line that was told.
    var told: String?
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
      case .reading(let done, let total): count("Reading", "files", done, total, &state)
      case .extracting(let done, let total): count("Extracting from", "posts", done, total, &state)
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

  private func count(_ stage: String, _ unit: String, _ done: Int, _ total: Int, _ state: inout State) {
    guard isTerminal else {
      // A line at the start, and one for each quarter when there is enough to wait for.
      let quarter = total >= 100 ? done * 4 / total * total / 4 : 0
      return tell(quarter == 0 ? "\(stage) \(total) \(unit)" : "\(stage) \(unit): \(quarter) of \(total)", &state)
    }
    let width = 30
    let filled = total > 0 ? done * width / total : width
    // A hundred steps are enough for an eye.
    let drawn = "\(stage) \(total > 0 ? done * 100 / total : 100)"
    guard state.told != drawn else { return }
    state.told = drawn
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
    Console.talk("\r\u{1B}[K\(stage) \(unit) \(bar) \(done)/\(total)")
  }
}
