public import Foundation

/// A real store that a test starts on loopback, in a folder of its own.
public final class StoreServer: Sendable {
  public let port: UInt16
  private let process: Process
  /// The server lives as long as its other end is open: even a test that crashes leaves none behind.
  private let lifeline = Pipe()

  public var address: URL { URL(string: "http://127.0.0.1:\(port)") ?? URL(filePath: "/") }

  /// Oxigraph from PyPI in the project's `.venv` (`make deps`); nil when it is not there.
  public static let oxigraphBinary: URL? = {
    let url = Folders.project.appending(path: ".venv/bin/oxigraph")
    return FileManager.default.isExecutableFile(atPath: url.path) ? url : nil
  }()

  /// Debian's `virtuoso-opensource-7-bin`; nil when it is not there.
  public static let virtuosoBinary: URL? = {
    let url = URL(filePath: "/usr/bin/virtuoso-t")
    return FileManager.default.isExecutableFile(atPath: url.path) ? url : nil
  }()

  public struct Failure: Error, CustomStringConvertible { public var description: String }

  /// - Parameter arguments: those of the server, given its folder.
  private init(_ binary: URL?, port: UInt16, ready: String, arguments: (URL) throws -> [String]) throws {
    guard let binary else { throw Failure(description: "the store's program is not installed: make deps") }
    self.port = port
    let folder = FileManager.default.temporaryDirectory.appending(path: "bloggraph-store-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments =
      ["-c", #"folder=$1; shift; "$@" & server=$!; cat >/dev/null; kill -9 $server; wait $server; rm -rf "$folder""#]
      + ["sh", folder.path, binary.path] + (try arguments(folder))
    process.currentDirectoryURL = folder
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    process.standardInput = lifeline
    try process.run()
    // Until it answers; a busy machine may take a while.
    for _ in 0..<1200 where process.isRunning {
      if let connection = Connection(port: port) {
        connection.write(Array("GET \(ready) HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n".utf8))
        let answer = String(decoding: connection.read(), as: UTF8.self)
        connection.close()
        if answer.hasPrefix("HTTP/1.1 200") || answer.hasPrefix("HTTP/1.0 200") { return }
      }
      usleep(50_000)
    }
    stop()
    throw Failure(description: "\(binary.lastPathComponent) does not start")
  }

  public static func oxigraph() throws -> StoreServer {
    let port = try LoopbackListener.freePort()
    return try StoreServer(oxigraphBinary, port: port, ready: "/") { folder in
      ["serve", "--location", folder.appending(path: "store").path, "--bind", "127.0.0.1:\(port)"]
    }
  }

  /// The user is `dba`, and so is the password.
  public static func virtuoso() throws -> StoreServer {
    let port = try LoopbackListener.freePort()
    return try StoreServer(virtuosoBinary, port: port, ready: "/sparql?query=ASK%7B%7D") { folder in
      let (database, sql) = (folder.appending(path: "virtuoso").path, try LoopbackListener.freePort())
      let settings = """
        [Database]
        DatabaseFile = \(database).db
        ErrorLogFile = \(database).log
        LockFile = \(database).lck
        TransactionFile = \(database).trx
        xa_persistent_file = \(database).pxa
        [TempDatabase]
        DatabaseFile = \(database)-temp.db
        TransactionFile = \(database)-temp.trx
        [Parameters]
        ServerPort = 127.0.0.1:\(sql)
        DisableUnixSocket = 1
        NumberOfBuffers = 10000
        MaxDirtyBuffers = 6000
        CheckpointInterval = 0
        ServerThreads = 30
        MaxClientConnections = 30
        [HTTPServer]
        ServerPort = 127.0.0.1:\(port)
        ServerRoot = \(folder.path)
        ServerThreads = 20
        MaxClientConnections = 20
        MaxKeepAlives = 20
        KeepAliveTimeout = 1
        [SPARQL]
        ResultSetMaxRows = 10000

        """
      let file = folder.appending(path: "virtuoso.ini")
      try Data(settings.utf8).write(to: file)
      return ["+foreground", "+configfile", file.path]
    }
  }

  /// At once; its folder goes away with it.
  public func stop() {
    guard process.isRunning else { return }
    try? lifeline.fileHandleForWriting.close()
    process.waitUntilExit()
  }

  deinit { stop() }
}
