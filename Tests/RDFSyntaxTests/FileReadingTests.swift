import Foundation
import RDFModel
import RDFSyntax
import Testing

@Suite struct FileReadingTests {
  /// Runs with a file that holds the text.
  private func withFile(_ text: String, _ body: (String, Int32) throws -> Void) throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "bloggraph-\(UUID().uuidString).nq")
    try Data(text.utf8).write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    let handle = try FileHandle(forReadingFrom: url)
    try body(url.path, handle.fileDescriptor)
    try handle.close()
  }

  private var text: String {
    "\u{FEFF}# head\n"
      + (0..<400).map { "<urn:s\($0 / 3)> <urn:p\($0 % 7)> \"é \($0 % 50)\\n\"@en _:g\($0 % 5) .\n" }.joined()
      + "_:g1 <urn:p1> _:g2 ."
  }

  @Test func aFileReadsAsItsBytesDo() throws {
    let whole = try dataset(text, .nQuads)
    try withFile(text) { path, _ in
      var read = Dataset()
      try RDFReader(format: .nQuads).read(contentsOf: path, into: &read)
      #expect(read.quads == whole.quads)
    }
  }

  @Test(arguments: 2...9) func partsGiveTheSameNumbers(parts: Int) throws {
    let whole = try dataset(text, .nQuads)
    try withFile(text) { _, descriptor in
      var read = Dataset()
      try RDFReader(format: .nQuads).readLines(of: descriptor, size: text.utf8.count, parts: parts, into: &read)
      #expect(read.quads == whole.quads)
      #expect(read.terms.count == whole.terms.count)
      #expect(read.quads.map(read.decode) == whole.quads.map(whole.decode))
    }
  }

  @Test(arguments: 2...9) func anErrorInAPartHasTheFilesLine(parts: Int) throws {
    for bad in [3, 200, 402] {
      var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      lines[bad - 1] = "<urn:s> nonsense"
      let damaged = lines.joined(separator: "\n")
      try withFile(damaged) { _, descriptor in
        var read = Dataset()
        let error = #expect(throws: SyntaxError.self) {
          try RDFReader(format: .nQuads).readLines(of: descriptor, size: damaged.utf8.count, parts: parts, into: &read)
        }
        #expect(error?.line == bad)
        #expect(error?.sourceLine == "<urn:s> nonsense")
        #expect(read.quads.isEmpty)
      }
    }
  }

  @Test func whatIsNotThereIsAnError() {
    var dataset = Dataset()
    let error = #expect(throws: FileError.self) {
      try RDFReader(format: .nTriples).read(contentsOf: "/nonexistent/file.nt", into: &dataset)
    }
    #expect(error?.operation == .open)
    #expect(error?.description == "cannot open '/nonexistent/file.nt': No such file or directory")
  }

  @Test func aFolderIsAnError() {
    var dataset = Dataset()
    let error = #expect(throws: FileError.self) {
      try RDFReader(format: .turtle).read(contentsOf: FileManager.default.temporaryDirectory.path, into: &dataset)
    }
    #expect(error?.operation == .read)
  }
}
