import Foundation
import TestSupport
import Testing

/// A run that is killed at any moment leaves the former export or the new one, each file whole.
@Suite struct KilledRunTests {
  private func blog(_ count: Int, _ word: String) -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: (0..<count).map { index in
        ("\(word)/post-\(index).md", "---\ntitle: Post \(index) of \(word)\ndate: 2019-02-25\n---\n\nAbout \(word).\n")
      })
  }

  /// - Parameter isIncremental: each run starts from the one before it, and is built in the folder of the one before that.
  @Test(.timeLimit(.minutes(4)), arguments: [false, true])
  func theFormerExportOrTheNewOneIsThere(_ isIncremental: Bool) throws {
    let scratch = try ScratchFolder()
    for (name, files) in [("one", blog(12, "sails")), ("two", blog(15, "oars"))] {
      for (path, text) in files { try scratch.write(text, to: "\(name)/\(path)") }
    }
    func arguments(_ blog: String, _ output: String) -> [String] {
      ["export", scratch.path(blog), "-o", scratch.path(output), "--quiet", "--base", "https://blog.example/"]
    }
    var wanted: [[String: Data]] = []
    for blog in ["one", "two"] {
      _ = try Program.bloggraph.run(arguments(blog, "whole-" + blog))
      wanted.append(try scratch.contents("whole-" + blog))
    }
    #expect(wanted[0] != wanted[1])
    let environment = isIncremental ? ["XDG_CACHE_HOME": scratch.path("cache")] : [:]
    /// The folder that now holds the blog of this name.
    func site(_ blog: String) throws -> String {
      guard isIncremental else { return blog }
      try? FileManager.default.removeItem(atPath: scratch.path("site"))
      try FileManager.default.copyItem(atPath: scratch.path(blog), toPath: scratch.path("site"))
      return "site"
    }

    var kills = 0
    var generator = SystemRandomNumberGenerator()
    for round in 0..<24 {
      let blog = try site(round.isMultiple(of: 2) ? "one" : "two")
      let process = Program.bloggraph.process(arguments(blog, "out"), environment: environment)
      process.standardError = FileHandle.nullDevice
      try process.run()
      // The moments that matter come when the new folder appears beside the old one.
      while process.isRunning, try !isWriting(scratch) { usleep(200) }
      usleep(UInt32.random(in: 0...30_000, using: &generator))
      if process.isRunning { kills += kill(process.processIdentifier, SIGKILL) == 0 ? 1 : 0 }
      process.waitUntilExit()
      if FileManager.default.fileExists(atPath: scratch.path("out")) {
        let found = try scratch.contents("out")
        #expect(found == wanted[0] || found == wanted[1])
      }
    }
    // Had every run come to its end, nothing would have been shown.
    #expect(kills > 0)
    _ = try Program.bloggraph.run(arguments(try site("one"), "out"), environment: environment)
    #expect(try scratch.contents("out") == wanted[0])
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.url.path).filter { $0.hasPrefix(".") }.isEmpty)
  }

  private func isWriting(_ scratch: ScratchFolder) throws -> Bool {
    try FileManager.default.contentsOfDirectory(atPath: scratch.url.path).contains { $0.hasPrefix(".out.bloggraph-") }
  }
}
