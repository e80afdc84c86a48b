import Dispatch
public import Foundation
import Synchronization

/// Graphviz's `dot`, which places the nodes of pictures. It sees numbers only: no name of a post reaches it.
public struct Graphviz: Sendable {
  private let executable: URL

  /// The `dot` of this machine; nil when there is none.
  public init?(path: String? = ProcessInfo.processInfo.environment["PATH"]) {
    let folders = (path ?? "").split(separator: ":").map(String.init)
    guard let found = folders.map({ $0 + "/dot" }).first(where: FileManager.default.isExecutableFile) else {
      return nil
    }
    executable = URL(filePath: found)
  }

  /// Changes with another `dot`: it may place nodes otherwise.
  var identity: String {
    let real = executable.resolvingSymlinksInPath().path
    let attributes = try? FileManager.default.attributesOfItem(atPath: real)
    let modified = (attributes?[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
    return "\(real) \(attributes?[.size] as? Int ?? 0) \(modified)"
  }

  /// In the plans' order; nil where `dot` had no answer. One process for each job, each with many graphs.
  func layouts(_ plans: [PicturePlan], jobs: Int) -> [PictureLayout?] {
    let size = max(1, (plans.count + jobs - 1) / max(1, jobs))
    let starts = Array(stride(from: 0, to: plans.count, by: size))
    let results = Mutex<[PictureLayout?]>(Array(repeating: nil, count: plans.count))
    DispatchQueue.concurrentPerform(iterations: starts.count) { index in
      let range = starts[index]..<min(starts[index] + size, plans.count)
      let found = layouts(plans[range])
      results.withLock { $0.replaceSubrange(range, with: found) }
    }
    return results.withLock { $0 }
  }

  private func layouts(_ plans: ArraySlice<PicturePlan>) -> [PictureLayout?] {
    let nothing = [PictureLayout?](repeating: nil, count: plans.count)
    guard let output = try? run(plans.map(\.dot).joined()) else { return nothing }
    var graphs: [[Substring]] = [[]]
    for line in output.split(separator: "\n") {
      if line == "stop" { graphs.append([]) } else { graphs[graphs.count - 1].append(line) }
    }
    // One answer for each question, or else nobody knows which is whose.
    guard graphs.count == plans.count + 1 else { return nothing }
    return zip(plans, graphs).map { PictureLayout(plan: $0, plain: $1) }
  }

  /// Files and not pipes: nothing blocks, however much is said.
  private func run(_ script: String) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appending(path: "bloggraph-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (input, output) = (folder.appending(path: "in"), folder.appending(path: "out"))
    try Data(script.utf8).write(to: input)
    try Data().write(to: output)
    let process = Process()
    process.executableURL = executable
    process.arguments = ["-Tplain"]
    process.environment = ["LC_ALL": "C", "PATH": "/usr/bin:/bin"]
    process.standardInput = try FileHandle(forReadingFrom: input)
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? String(decoding: try Data(contentsOf: output), as: UTF8.self) : ""
  }
}
