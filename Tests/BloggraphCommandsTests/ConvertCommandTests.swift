import Foundation
import TestSupport
import Testing

/// `convert` where it must refuse, and where what it writes to is no plain file.
@Suite struct ConvertCommandTests {
  private let line = "<http://example.org/a> <http://example.org/p> \"x\" .\n"
  private let named = "<http://example.org/a> <http://example.org/p> \"x\" <http://example.org/g> .\n"

  @Test(arguments: ["ttl", "nt", "rdf"]) func aSyntaxWithoutNamedGraphsRefusesThem(_ syntax: String) throws {
    let scratch = try ScratchFolder()
    try scratch.write(named, to: "in.nq")
    let arguments = ["convert", scratch.path("in.nq"), "-o", scratch.path("out." + syntax)]
    let refused = try Program.bloggraph.run(arguments)
    #expect(refused.status == 2)
    #expect(refused.errors.contains("has no named graphs, and the input has: use --merge-graphs"))
    #expect(!FileManager.default.fileExists(atPath: scratch.path("out." + syntax)))
    #expect(try Program.bloggraph.run(arguments + ["--merge-graphs"]).status == 0)
    let back = try Program.bloggraph.run(["convert", scratch.path("out." + syntax), "-o", "-", "--to", "nt"])
    #expect(back.output == line)
  }

  @Test(arguments: ["trig", "nq", "jsonld"]) func theOthersKeepThem(_ syntax: String) throws {
    let scratch = try ScratchFolder()
    try scratch.write(named, to: "in.nq")
    let out = scratch.path("out." + syntax)
    #expect(try Program.bloggraph.run(["convert", scratch.path("in.nq"), "-o", out]).status == 0)
    #expect(try Program.bloggraph.run(["convert", out, "-o", "-", "--to", "nq"]).output == named)
  }

  @Test func xmlIsRead() throws {
    let scratch = try ScratchFolder()
    try scratch.write(
      """
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:ex="http://example.org/">
      <rdf:Description rdf:about="http://example.org/a"><ex:p>x</ex:p></rdf:Description></rdf:RDF>
      """, to: "in.rdf")
    #expect(try Program.bloggraph.run(["convert", scratch.path("in.rdf"), "-o", "-", "--to", "nt"]).output == line)
  }

  @Test func severalInputsBecomeOneAndTheirBlankNodesStayApart() throws {
    let scratch = try ScratchFolder()
    for file in ["a.nt", "b.nt"] { try scratch.write("_:x <http://example.org/p> \"\(file)\" .\n", to: file) }
    let outcome = try Program.bloggraph.run(
      ["convert", scratch.path("a.nt"), scratch.path("b.nt"), "-o", "-", "--to", "nt"])
    let subjects = outcome.output.split(separator: "\n").compactMap { $0.split(separator: " ").first }
    #expect(subjects.count == 2)
    #expect(Set(subjects).count == 2)
  }

  @Test func aRemoteContextIsAnErrorThatSaysSo() throws {
    let document = #"{"@context": "https://example.org/context", "@id": "http://example.org/a", "p": "x"}"#
    let outcome = try Program.bloggraph.run(
      ["convert", "-", "--from", "jsonld", "-o", "-", "--to", "nt"], input: document)
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("https://example.org/context"))
    #expect(outcome.errors.contains("nothing is fetched from the network"))
  }

  @Test(arguments: [("bad.nt", "<http://a> .\n"), ("bad.ttl", "<a\n"), ("bad.jsonld", "{"), ("bad.rdf", "<x")])
  func whatBreaksItsSyntaxIsAProblemAndWritesNothing(_ file: String, _ text: String) throws {
    let scratch = try ScratchFolder()
    try scratch.write(text, to: file)
    try scratch.write("before", to: "out.nq")
    let outcome = try Program.bloggraph.run(["convert", scratch.path(file), "-o", scratch.path("out.nq")])
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains(file + ":"))
    #expect(try scratch.contents().keys.sorted() == [file, "out.nq"])
    #expect(try String(contentsOfFile: scratch.path("out.nq"), encoding: .utf8) == "before")
  }

  @Test func aDirectoryAndAMissingFolderAreWrongUse() throws {
    let scratch = try ScratchFolder()
    try scratch.write(line, to: "in.nt")
    let cases = [
      [scratch.url.path, "--from", "nt", "-o", "-", "--to", "nq"],
      [scratch.path("in.nt"), "-o", scratch.path("missing/out.nq")],
      [scratch.path("in.nt"), "-o", scratch.path("out")],
      [scratch.path("in.nt"), "-o", scratch.path("out.png")],
    ]
    for arguments in cases {
      let outcome = try Program.bloggraph.run(["convert"] + arguments)
      #expect(outcome.status == 2, "\(arguments)")
      #expect(outcome.errors.hasPrefix("bloggraph: "))
    }
  }

  /// Renaming a file over a device would take it away from everybody.
  @Test func aPipeStaysOneAndALinkToo() throws {
    let scratch = try ScratchFolder()
    try scratch.write(line, to: "in.nt")
    try scratch.write("", to: "real.nq")
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path("link.nq"), withDestinationPath: scratch.path("real.nq"))
    let script = """
      cd '\(scratch.url.path)'; program='\(Program.bloggraph.executable.path)'
      mkfifo pipe.nq; cat pipe.nq > piped & "$program" convert in.nt -o pipe.nq; wait
      "$program" convert in.nt -o link.nq; test -p pipe.nq && test -L link.nq && cat piped real.nq
      """
    let outcome = try Program(executable: URL(filePath: "/bin/bash")).run(["-c", script])
    #expect(outcome.output == line + line)
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full"), "this system has no /dev/full"))
  func aFullDiskIsNoSuccess() throws {
    let shell = Program(executable: URL(filePath: "/bin/bash"))
    let outcome = try shell.run(
      ["-c", "'\(Program.bloggraph.executable.path)' convert - --from nt -o - --to nq > /dev/full"], input: line)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("standard output cannot be written"))
  }
}
