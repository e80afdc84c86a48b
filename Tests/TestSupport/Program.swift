public import Foundation

/// The built program, run as a user runs it.
public struct Program: Sendable {
  public var executable: URL

  /// `bloggraph` beside the tests' own bundle.
  public static let bloggraph = Program(
    executable: URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath().deletingLastPathComponent()
      .appending(path: "bloggraph"))

  public init(executable: URL) { self.executable = executable }

  public struct Outcome: Sendable {
    public var status: Int32
    public var output: String
    public var errors: String
  }

  public func process(_ arguments: [String], in folder: URL? = nil, environment: [String: String] = [:]) -> Process {
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    if let folder { process.currentDirectoryURL = folder }
    // Nothing is kept from one run to another unless a test says where.
    process.environment = ProcessInfo.processInfo.environment.merging(["XDG_CACHE_HOME": "/dev/null"]) { $1 }
      .merging(environment) { $1 }
    return process
  }

  /// Runs to the end. Input is given as bytes.
  public func run(
    _ arguments: [String], in folder: URL? = nil, input: String = "", environment: [String: String] = [:]
  ) throws -> Outcome {
    let process = process(arguments, in: folder, environment: environment)
    let scratch = FileManager.default.temporaryDirectory.appending(path: "bloggraph-run-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: scratch) }
    // Files and not pipes: nothing blocks, however much is said.
    let files = ["in", "out", "err"].map { scratch.appending(path: $0) }
    try Data(input.utf8).write(to: files[0])
    for file in files.dropFirst() { try Data().write(to: file) }
    process.standardInput = try FileHandle(forReadingFrom: files[0])
    process.standardOutput = try FileHandle(forWritingTo: files[1])
    process.standardError = try FileHandle(forWritingTo: files[2])
    try process.run()
    process.waitUntilExit()
    func text(_ file: URL) throws -> String { String(decoding: try Data(contentsOf: file), as: UTF8.self) }
    return Outcome(status: process.terminationStatus, output: try text(files[1]), errors: try text(files[2]))
  }
}

/// A folder that is gone when its owner is.
public final class ScratchFolder: Sendable {
  public let url: URL

  public init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "bloggraph-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  public func write(_ text: String, to path: String) throws {
    let file = url.appending(path: path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  public func path(_ relative: String) -> String { url.appending(path: relative).path }

  /// Every file below a folder with its bytes, hidden ones too.
  public func contents(_ relative: String = "") throws -> [String: Data] {
    let root = relative.isEmpty ? url : url.appending(path: relative)
    var found: [String: Data] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: root.path) {
      let file = root.appending(path: path)
      var isFolder: ObjCBool = false
      guard unsafe FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder), !isFolder.boolValue else {
        continue
      }
      found[path] = try Data(contentsOf: file)
    }
    return found
  }
}
