import Foundation
import JSONLD
import Publishing
import TestSupport

/// A Hugo site in a folder of its own, its export, and what reads its pages.
struct RealPages {
  let folder: ScratchFolder
  let export: Export

  private static let hugo = find("hugo")
  static let isThere = hugo != nil && find("chromium") != nil && PythonReaders.python != nil

  private static func find(_ name: String) -> URL? {
    ["/usr/bin/", "/usr/local/bin/", "/snap/bin/"].map { URL(filePath: $0 + name) }.first {
      FileManager.default.isExecutableFile(atPath: $0.path)
    }
  }

  init(copying site: URL) throws {
    folder = try ScratchFolder()
    try FileManager.default.copyItem(at: site, to: folder.url.appending(path: "site"))
    export = try Self.export(folder)
  }

  /// A site with a post for each text, whose title, description and tag it is.
  init(texts: [String]) throws {
    folder = try ScratchFolder()
    try folder.write("baseURL: https://blog.example/\ntitle: A & B </script>\n", to: "site/hugo.yaml")
    try folder.write(
      "<html><head>\n</head><body>{{ .Title }}{{ .Content }}</body></html>", to: "site/layouts/_default/baseof.html")
    for kind in ["single", "list"] {
      try folder.write("{{ define \"main\" }}{{ end }}", to: "site/layouts/_default/\(kind).html")
    }
    for (number, text) in texts.enumerated() {
      let quoted = String(decoding: JSONSerializer().bytes(of: .string("t " + text)), as: UTF8.self)
      try folder.write(
        "{\n\"title\": \(quoted),\n\"description\": \(quoted),\n\"tags\": [\(quoted)],\n\"date\": \"2024-01-02\"\n}\n\nText.\n",
        to: "site/content/p\(number).md")
    }
    export = try Self.export(folder)
  }

  private static func export(_ folder: ScratchFolder) throws -> Export {
    let export = try SampleExport.export(folder.url.appending(path: "site"))
    try OutputFolder(folder.path("out")).replace(with: export.files, generator: "test")
    return export
  }

  /// Builds the site; returns the folder of its pages.
  func build(_ name: String) throws -> URL {
    let outcome = try Program(executable: Self.hugo ?? URL(filePath: "/nonexistent")).run([
      "--source", folder.path("site"), "--destination", folder.path(name), "--quiet",
    ])
    guard outcome.status == 0 else { throw Failure(text: outcome.output + outcome.errors) }
    return folder.url.appending(path: name)
  }

  /// What `export --hugo` does, and the line of the theme.
  func includePartial() throws {
    _ = try HugoFiles(export.pages).write(into: folder.path("site"), generator: "test")
    let file = folder.url.appending(path: "site/layouts/_default/baseof.html")
    let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    try folder.write(
      text.replacingOccurrences(of: "</head>", with: "{{ partial \"bloggraph.html\" . }}</head>"),
      to: "site/layouts/_default/baseof.html")
  }

  /// The HTML file of each page, in the pages' order.
  func pages(below folder: URL) throws -> [URL] {
    export.pages.map { page in
      folder.appending(path: String(page.path.dropFirst("pages/".count).dropLast("index.jsonld".count)) + "index.html")
    }
  }

  struct Found {
    var data: JSONValue
    var count: Int
    var text: String
    var title: String
  }

  func browse(_ files: [URL]) throws -> [Found] {
    try lines("browser_pages", files).map { line in
      Found(
        data: line["data"] ?? .null, count: Int(line["count"]?.number?.lexicalForm ?? "") ?? 0,
        text: line["text"]?.string ?? "", title: line["title"]?.string ?? "")
    }
  }

  func extract(_ files: [URL]) throws -> [Set<PlainTriples.Triple>] {
    try lines("extruct_triples", files).map { line in
      Set(
        (line.array ?? []).compactMap { triple in
          guard let parts = triple.array?.compactMap(\.string), parts.count == 3 else { return nil }
          return PlainTriples.Triple(subject: parts[0], predicate: parts[1], object: parts[2])
        })
    }
  }

  /// White space does not count, since a browser breaks lines where it likes, nor the quotation marks that Hugo sets in the
  /// place of straight ones.
  static func folded(_ text: String) -> String {
    let marks: [Character: Character] = ["\u{201C}": "\"", "\u{201D}": "\"", "\u{2018}": "'", "\u{2019}": "'"]
    return String(text.precomposedStringWithCanonicalMapping.filter { !$0.isWhitespace }.map { marks[$0] ?? $0 })
      .lowercased()
  }

  private func lines(_ script: String, _ files: [URL]) throws -> [JSONValue] {
    let path = Folders.fixture("PublishingTests", "readers/\(script).py").path
    let outcome = try Program(executable: PythonReaders.python ?? URL(filePath: "/nonexistent")).run(
      [path] + files.map(\.path))
    guard outcome.status == 0 else { throw Failure(text: outcome.errors) }
    let lines = try outcome.output.split(separator: "\n").map { try JSONValue(parsing: Array($0.utf8)) }
    guard lines.count == files.count else { throw Failure(text: "\(lines.count) of \(files.count) pages were read") }
    return lines
  }

  struct Failure: Error { let text: String }
}
