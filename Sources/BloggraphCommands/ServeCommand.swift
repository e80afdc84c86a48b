import ArgumentParser
import Foundation
import Glibc
import Publishing

struct ServeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Serve an export's SPARQL endpoint on this machine.",
    discussion: """
      Starts Oxigraph's server on the store of an export, read-only and on the loopback interface: a page to write queries \
      on at the address that is said, and the SPARQL 1.1 Protocol at /query. It runs until it is interrupted. A later export \
      does not reach it.

      Examples:
        bloggraph serve output/
        bloggraph serve output/ --port 8080
      """)

  @Argument(help: ArgumentHelp("The folder of an export.", valueName: "out"))
  var output: String

  @Option(help: ArgumentHelp("The port; 0 takes a free one.", valueName: "n"))
  var port: UInt16 = 7878

  func run() throws {
    let (oxigraph, store): (Oxigraph, QueryStore)
    do { (oxigraph, store) = try LocalStore.open(output) } catch { throw CommandFailure("\(error)") }
    guard !store.isTemporary else {
      throw CommandFailure("the cache folder cannot be written to, and a server needs its store to stay")
    }
    guard let free = LoopbackPort.free(port) else {
      throw CommandFailure("port \(port) is taken; --port 0 takes a free one")
    }
    Console.out("\(output) at http://127.0.0.1:\(free)/ (queries: http://127.0.0.1:\(free)/query), until interrupted\n")
    // The server takes this process's place: no signal has to be passed on, and nothing is left when it ends. The store
    // stays held.
    _ = fcntl(store.lock, F_SETFD, 0)
    _ = signal(SIGPIPE, SIG_DFL)
    // A parent that starts programs from a worker thread leaves them deaf to interrupts.
    var none = sigset_t()
    unsafe sigemptyset(&none)
    unsafe sigprocmask(SIG_SETMASK, &none, nil)
    let arguments = oxigraph.serverArguments(store: store.path, port: free)
    let pointers = unsafe arguments.map { unsafe strdup($0) } + [nil]
    unsafe execv(oxigraph.executable, pointers)
    throw CommandFailure("\(oxigraph.executable) cannot be started: \(unsafe String(cString: strerror(errno)))")
  }
}
