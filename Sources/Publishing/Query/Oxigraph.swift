public import Foundation
public import SPARQL

/// Oxigraph's program (the PyPI wheel `oxigraph` holds it as one file), which loads, answers and serves.
public struct Oxigraph: Sendable, Equatable {
  /// Absolute.
  public let executable: String

  public init(executable: String) { self.executable = executable }

  /// `BLOGGRAPH_OXIGRAPH`, else what `make store` installed beside this program, else `oxigraph` on the path. The project's
  /// own comes first: it is the version that the tests run against.
  ///
  /// - Throws: `StoreError` when there is none.
  public static func find(
    environment: [String: String], program: String? = nil
  ) throws(StoreError) -> Oxigraph {
    func usable(_ path: String) -> Bool { FileManager.default.isExecutableFile(atPath: path) }
    if let named = environment["BLOGGRAPH_OXIGRAPH"], !named.isEmpty {
      guard usable(named) else { throw StoreError(.noEngine, "BLOGGRAPH_OXIGRAPH: \(named) is no program") }
      return Oxigraph(executable: URL(filePath: named).standardizedFileURL.path)
    }
    // The folders that a build of the project lies in, and no others: not what happens to be the current folder's.
    var folder = URL(filePath: program ?? Bundle.main.executablePath ?? "/").resolvingSymlinksInPath()
      .deletingLastPathComponent()
    for _ in 0..<4 where folder.path != "/" {
      let own = folder.appending(path: ".venv/bin/oxigraph").path
      if usable(own) { return Oxigraph(executable: own) }
      folder.deleteLastPathComponent()
    }
    for folder in (environment["PATH"] ?? "").split(separator: ":") where folder.hasPrefix("/") {
      if usable(folder + "/oxigraph") { return Oxigraph(executable: folder + "/oxigraph") }
    }
    throw StoreError(
      .noEngine,
      "Oxigraph answers the queries, and is not here: `make store` installs it into the project, `pip install oxigraph` on "
        + "the path, and BLOGGRAPH_OXIGRAPH names it elsewhere")
  }

  /// What tells one build of it from another.
  var identity: String {
    guard let state = FileState(URL(filePath: executable).resolvingSymlinksInPath().path) else { return executable }
    return "\(executable) \(state.size) \(state.modified)"
  }

  /// Adds files to a store: N-Quads to their graphs, Turtle to the default graph.
  func load(_ files: [String], into store: String) throws {
    try run(["load", "--location", store, "--file"] + files) { _ in }
  }

  /// What `exec` needs to become the server: read-only, on the loopback interface only.
  public func serverArguments(store: String, port: UInt16) -> [String] {
    [executable, "serve-read-only", "--location", store, "--bind", "127.0.0.1:\(port)"]
  }

  /// - Parameter input: written to its standard input.
  func run(_ arguments: [String], input: String = "", _ piece: (Data) throws -> Void) throws {
    let process = Process()
    process.executableURL = URL(filePath: executable)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(["RUST_BACKTRACE": "0"]) { $1 }
    let (given, answered, said) = (Pipe(), Pipe(), Pipe())
    process.standardInput = given
    process.standardOutput = answered
    process.standardError = said
    do { try process.run() } catch {
      throw StoreError(.noEngine, "\(executable) cannot be started: \(error.localizedDescription)")
    }
    // All three at once, or a full pipe would stop both sides.
    let errors = Background { said.fileHandleForReading.readDataToEndOfFile() }
    let writing = Background {
      try? given.fileHandleForWriting.write(contentsOf: Data(input.utf8))
      try? given.fileHandleForWriting.close()
      return Data()
    }
    do {
      while case let data = answered.fileHandleForReading.availableData, !data.isEmpty { try piece(data) }
    } catch {
      process.terminate()
      process.waitUntilExit()
      throw error
    }
    process.waitUntilExit()
    _ = writing.result
    let message = Self.message(errors.result)
    guard process.terminationReason == .exit, process.terminationStatus == 0 else {
      throw StoreError(arguments.first == "query" ? .refused : .engine, message)
    }
  }

  /// Its first words, without the program's own stack.
  private static func message(_ bytes: Data) -> String {
    let text = String(decoding: bytes, as: UTF8.self).components(separatedBy: "\n\nStack backtrace")[0]
    let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
    return trimmed.hasPrefix("Error: ") ? String(trimmed.dropFirst(7)) : trimmed
  }
}

/// Oxigraph on a store folder.
public struct StoreEngine: QueryEngine {
  private let oxigraph: Oxigraph
  /// Kept, for it holds the folder.
  private let store: QueryStore

  public init(_ oxigraph: Oxigraph, _ store: QueryStore) {
    self.oxigraph = oxigraph
    self.store = store
  }

  public func answer(
    _ query: QueryText, fileExtension: String, mediaType: String, _ piece: (Data) throws -> Void
  ) throws {
    try oxigraph.run(
      ["query", "--location", store.path, "--results-format", fileExtension], input: query.text, piece)
  }
}
