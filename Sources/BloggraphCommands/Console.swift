import Foundation
import Glibc
import Synchronization

/// The two streams: results go to stdout, talk goes to stderr. A reader that goes away (`| head`) ends the output, not
/// the run.
enum Console {
  private static let closed = Mutex<Set<Int32>>([])
  private static let failed = Mutex<Int32>(0)

  /// Why results did not reach stdout, other than by a reader's choice; nil when they did.
  static var failure: String? {
    let number = failed.withLock { $0 }
    return number == 0 ? nil : "standard output cannot be written: \(unsafe String(cString: strerror(number)))"
  }

  static func out(_ text: String) { write(Array(text.utf8), to: STDOUT_FILENO) }
  static func out(_ bytes: [UInt8]) { write(bytes, to: STDOUT_FILENO) }
  static func talk(_ text: String) { write(Array(text.utf8), to: STDERR_FILENO) }
  /// A line to stderr that begins with the program's name.
  static func complain(_ text: String) { talk("bloggraph: \(text)\n") }

  static var talksToTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// Columns of the terminal that results go to; nil when they go elsewhere.
  static var outputWidth: Int? {
    var size = winsize()
    guard isatty(STDOUT_FILENO) == 1, unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return nil
    }
    return Int(size.ws_col)
  }

  /// Writing into a closed pipe is then an error that can be looked at, and no signal.
  static func ignoreBrokenPipes() { _ = signal(SIGPIPE, SIG_IGN) }

  private static func write(_ bytes: [UInt8], to stream: Int32) {
    closed.withLock { closed in
      guard !closed.contains(stream) else { return }
      var written = 0
      while written < bytes.count {
        let count = unsafe bytes[written...].withUnsafeBytes { unsafe Glibc.write(stream, $0.baseAddress, $0.count) }
        if count >= 0 {
          written += count
        } else if errno != EINTR {
          if stream == STDOUT_FILENO, errno != EPIPE { failed.withLock { [number = errno] in $0 = number } }
          closed.insert(stream)
          return
        }
      }
    }
  }
}
