import Foundation
import Glibc
import Publishing
import TestSupport
import Testing

@Suite struct OutputFolderTests {
  private let scratch: ScratchFolder
  private let output: String

  init() throws {
    scratch = try ScratchFolder()
    output = scratch.path("out")
  }

  private func file(_ path: String, _ text: String) -> OutputFile { OutputFile(path: path, bytes: Array(text.utf8)) }

  private func text(_ path: String) -> String? {
    (try? Data(contentsOf: scratch.url.appending(path: "out/" + path))).map { String(decoding: $0, as: UTF8.self) }
  }

  private func siblings() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: scratch.url.path) }

  @Test func aNewFolderIsMadeWithItsManifest() throws {
    try OutputFolder(output).replace(with: [file("a.txt", "1"), file("pages/p/index.jsonld", "2")], generator: "g")
    #expect(text("a.txt") == "1")
    #expect(text("pages/p/index.jsonld") == "2")
    let manifest = try #require(OutputManifest(folder: output))
    #expect(manifest.files.map(\.path) == ["a.txt", "pages/p/index.jsonld"])
    #expect(manifest.files[0].sha256 == "6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b")
    #expect(try siblings() == ["out"])
  }

  @Test func whatTheFormerExportWroteGoesAndWhatItDidNotStays() throws {
    try OutputFolder(output).replace(with: [file("old.txt", "1"), file("pages/old/index.jsonld", "1")], generator: "g")
    try scratch.write("mine", to: "out/notes.txt")
    try scratch.write("mine", to: "out/pages/mine.txt")
    try FileManager.default.createSymbolicLink(atPath: scratch.path("out/link"), withDestinationPath: "notes.txt")
    try FileManager.default.createDirectory(atPath: scratch.path("out/empty"), withIntermediateDirectories: false)
    try OutputFolder(output).replace(with: [file("new.txt", "2")], generator: "g")
    #expect(text("old.txt") == nil)
    #expect(!FileManager.default.fileExists(atPath: scratch.path("out/pages/old")))
    #expect(text("new.txt") == "2")
    #expect(text("notes.txt") == "mine")
    #expect(text("pages/mine.txt") == "mine")
    #expect(text("link") == "mine")
    #expect(FileManager.default.fileExists(atPath: scratch.path("out/empty")))
    #expect(try siblings() == ["out"])
  }

  @Test func aManifestThatPointsOutOfTheFolderDeletesNothingThere() throws {
    try scratch.write("mine", to: "precious.txt")
    try scratch.write(
      #"{"files":[{"bytes":4,"path":"../precious.txt","sha256":""}],"generator":"x"}"#, to: "out/manifest.json")
    try OutputFolder(output).replace(with: [file("a.txt", "1")], generator: "g")
    #expect(FileManager.default.fileExists(atPath: scratch.path("precious.txt")))
  }

  @Test func whatAKilledRunLeftIsCleanedUp() throws {
    try scratch.write("half", to: ".out.bloggraph-1-0/graph.nq")
    try OutputFolder(output).replace(with: [file("a.txt", "1")], generator: "g")
    #expect(try siblings() == ["out"])
  }

  @Test func aFileInTheWayIsRefused() throws {
    try scratch.write("a file", to: "out")
    #expect { try OutputFolder(output) } throws: { ($0 as? OutputError)?.code == .notAFolder }
    #expect { try OutputFolder(output + "/below") } throws: { ($0 as? OutputError)?.code == .notAFolder }
  }

  @Test(.enabled(if: getuid() != 0, "root may write everywhere"))
  func aFolderThatCannotBeWrittenToIsRefused() throws {
    try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: false)
    try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: output)
    #expect { try OutputFolder(output) } throws: { ($0 as? OutputError)?.code == .notWritable }
  }

  @Test func somethingThatHasNoSecondNameIsWorkedAround() throws {
    try OutputFolder(output).replace(with: [file("old.txt", "1"), file("pages/old/i", "1")], generator: "g")
    // A named pipe cannot be carried over: the files are then moved one by one.
    #expect(unsafe mkfifo(scratch.path("out/pipe"), 0o600) == 0)
    try OutputFolder(output).replace(with: [file("new.txt", "2"), file("pages/new/i", "2")], generator: "g")
    #expect(text("old.txt") == nil)
    #expect(text("new.txt") == "2")
    #expect(text("pages/new/i") == "2")
    #expect(!FileManager.default.fileExists(atPath: scratch.path("out/pages/old")))
    #expect(FileManager.default.fileExists(atPath: scratch.path("out/pipe")))
    #expect(try siblings() == ["out"])
  }
}
