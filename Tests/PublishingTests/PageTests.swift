import Foundation
import JSONLD
import Publishing
import RDFModel
import TestSupport
import Testing

/// Each page's structured data is complete, connected and safe inside a script element.
@Suite struct PageTests {
  static func pages() throws -> [(path: String, json: JSONValue)] {
    try SampleExport.shared.get().files.filter { $0.path.hasPrefix("pages/") }.map {
      ($0.path, try JSONValue(parsing: $0.bytes))
    }
  }

  @Test func everyPostHasAPageUnderItsOwnPath() throws {
    let export = try SampleExport.shared.get()
    let pages = try Self.pages()
    #expect(pages.count == export.summary.postCount)
    #expect(pages.allSatisfy { $0.path.hasSuffix("/index.jsonld") })
  }

  @Test func thePostComesFirstAndReachesEveryNode() throws {
    for page in try Self.pages() {
      let nodes = page.json["@graph"]?.array ?? []
      #expect(page.json["@context"]?.string == "https://schema.org")
      #expect(nodes.first?["@type"]?.string == "BlogPosting")
      let byID = Dictionary(nodes.compactMap { node in node["@id"]?.string.map { ($0, node) } }) { first, _ in first }
      #expect(byID.count == nodes.count)
      var reached: Set<String> = []
      var open = [nodes[0]]
      while let node = open.popLast() {
        for (key, value) in zip(node.object?.keys ?? [], node.object?.values ?? []) {
          // These lead to other pages.
          guard !["workTranslation", "translationOfWork", "item"].contains(key) else { continue }
          for item in value.array ?? [value] {
            guard let id = item["@id"]?.string else { continue }
            #expect(byID[id] != nil, "\(page.path) refers to \(id), which is not there")
            if reached.insert(id).inserted, let next = byID[id] { open.append(next) }
          }
        }
      }
      #expect(reached.count >= nodes.count - 1)
    }
  }

  @Test func stringsArePlainAndTermsAreSchemaOrgs() throws {
    for file in try SampleExport.shared.get().files where file.path.hasPrefix("pages/") {
      let text = String(decoding: file.bytes, as: UTF8.self)
      for mark in ["@language", "@value", "bg:", "w3id.org", "<", ">", "&", "\u{2028}", "\u{2029}"] {
        #expect(!text.contains(mark), "\(file.path) has \(mark)")
      }
    }
  }

  @Test func everyEventIsWholeAndEveryIdAbsolute() throws {
    for page in try Self.pages() {
      for node in page.json["@graph"]?.array ?? [] {
        #expect(node["@id"]?.string?.hasPrefix("http") == true)
        guard node["@type"]?.string == "Event" else { continue }
        #expect(node["name"] != nil && node["startDate"] != nil && node["location"] != nil)
      }
    }
  }

  @Test func noTextCanEndTheScriptElement() throws {
    let scratch = try ScratchFolder()
    try scratch.write("baseURL: https://blog.example/\n", to: "hugo.yaml")
    try scratch.write(
      "---\ntitle: 'a </script><!--<script> & b'\ndate: 2019-02-25\n---\n\nKubernetes.\n", to: "content/x.md")
    let file = try #require(SampleExport.export(scratch.url).files.first { $0.path == "pages/x/index.jsonld" })
    let text = String(decoding: file.bytes, as: UTF8.self)
    #expect(!text.contains("<") && !text.contains("&"))
    let json = try JSONValue(parsing: file.bytes)
    #expect(json["@graph"]?.array?.first?["headline"]?.string == "a </script><!--<script> & b")
  }
}
