import Foundation
import KnowledgeGraph
import Publishing
import RDFModel
import RDFSyntax
import TestSupport
import Testing

/// Every triple of an export that comes from a post's text has an assertion whose words stand in the post's file at its line, and
/// `explain` shows it. What the front matter alone says (a headline, a date, a keyword), and what follows from a node's being
/// there (its types and names, a picture's address), rests on no sentence and has none: the data contract's facts are the rest.
@Suite struct FactEvidenceTests {
  @Test func theSampleBlog() throws {
    #expect(try check(Folders.project.appending(path: "examples/blog"), content: "content") >= 300)
  }

  /// Real posts, which not everybody has beside the project; the sample blog proves the same.
  @Test(.enabled(if: Folders.shared("posts") != nil), arguments: ["posts", "blogs"])
  func realPosts(_ name: String) throws {
    #expect(try check(try #require(Folders.shared(name)), content: "") >= 300)
  }

  private static let withoutWords: Set<IRI> = [
    RDF.type, Schema.name, Schema.alternateName, Schema.headline, Schema.description, Schema.inLanguage,
    Schema.datePublished, Schema.dateModified, Schema.keywords, Schema.image, Schema.contentUrl, Schema.caption,
    Schema.translationOfWork, Schema.workTranslation, BG.sourceFile, Schema.term("address"),
    // Where the page stands in the site.
    Schema.term("isPartOf"), Schema.term("mainEntityOfPage"), Schema.term("publisher"), Schema.term("breadcrumb"),
    Schema.term("itemListElement"), Schema.term("position"), Schema.term("item"),
    // A recording's own.
    Schema.term("embedUrl"), Schema.term("thumbnailUrl"),
  ]
  /// A picture or a recording is shown on a line of the file: there are no words to quote.
  private static let withLineOnly = ["video/", "picture/", "front-matter/"]

  /// Answers how many facts there are.
  private func check(_ folder: URL, content: String) throws -> Int {
    let scratch = try ScratchFolder()
    let export = try SampleExport.export(folder, pages: false)
    for file in export.files { try scratch.write(String(decoding: file.bytes, as: UTF8.self), to: file.path) }
    let reader = try ExportReader(folder: scratch.url.path)
    let explainer = Explainer(reader)
    let assertions = Dictionary(grouping: Assertion.all(in: reader.evidence)) {
      [.iri($0.post), $0.subject, .iri($0.predicate), $0.object]
    }
    var files: [Term: String] = [:]
    let quads = reader.content.quads.map(reader.content.decode)
    for quad in quads where quad.predicate == BG.sourceFile { files[quad.subject] = quad.object.literal?.lexicalForm }
    var sources: [String: SourceWords] = [:]
    var explained: [IRI: Set<String>] = [:]
    var count = 0
    for quad in quads {
      guard let post = quad.graph, let file = files[post], !Self.withoutWords.contains(quad.predicate) else { continue }
      // The address of a post's page, and that of a byline's author.
      if quad.predicate == Schema.url, assertions[[post, quad.subject, .iri(quad.predicate), quad.object]] == nil {
        #expect(!isThing(quad.subject), "\(quad)")
        continue
      }
      count += 1
      let found = assertions[[post, quad.subject, .iri(quad.predicate), quad.object]] ?? []
      #expect(found.count == 1, "\(quad)")
      guard let assertion = found.first else { continue }
      #expect(
        !assertion.quotations.isEmpty || Self.withLineOnly.contains { assertion.rule.hasPrefix($0) }, "\(quad)")
      if sources[file] == nil { sources[file] = try SourceWords(folder.appending(path: content).appending(path: file)) }
      for quotation in assertion.quotations {
        #expect(
          sources[file]?.hold(quotation.exact, at: quotation.line ?? 0) == true,
          "\(file):\(quotation.line ?? 0) \(quotation.exact)")
      }
      guard quad.predicate != Schema.mentions, let node = quad.subject.iri ?? quad.object.iri else { continue }
      let asked = node == post.iri ? quad.object.iri ?? node : node
      if explained[asked] == nil {
        let all = explainer.explain(asked)
        explained[asked] = Set((all.facts + all.talks.flatMap(\.facts)).flatMap { $0.quotations.map(\.exact) })
      }
      #expect(assertion.quotations.allSatisfy { explained[asked]?.contains($0.exact) == true }, "\(quad)")
    }
    return count
  }

  /// Of an event, a talk, software or a place the text says the address; a byline says a person's own page.
  private func isThing(_ term: Term) -> Bool {
    ["event", "talk", "project", "product", "place"].contains { term.iri?.string.contains("/id/\($0)/") == true }
  }
}

/// A source file, asked for words: markup between them, and the notation's escapes of a character, are not the post's words.
private struct SourceWords {
  private let lines: [[UInt8]]

  init(_ url: URL) throws {
    lines = String(decoding: try Data(contentsOf: url), as: UTF8.self).replacing("\r\n", with: "\n")
      .split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r" }.map { Array($0.utf8) }
  }

  /// Whether the words begin on the line and go on from there in their order, each whole.
  func hold(_ quotation: String, at line: Int) -> Bool {
    // Tags inside a word (`25<sup>th</sup>`) are markup as well; elsewhere they hold captions and titles.
    [false, true].contains { hold(quotation, at: line, withoutTags: $0) }
  }

  private func hold(_ quotation: String, at line: Int, withoutTags: Bool) -> Bool {
    guard lines.indices.contains(line - 1) else { return false }
    func letters(_ text: String) -> String {
      Self.letters(withoutTags ? text.replacing(#/<[^>]*>/#, with: "") : text)
    }
    // A quotation ends within this many lines of where it begins.
    let text = letters(
      String(decoding: Array(lines[(line - 1)..<min(lines.count, line + 60)].joined(separator: [0x0A])), as: UTF8.self))
    let words = quotation.split { !($0.isLetter || $0.isNumber) }.map { letters(String($0)) }
    var at = text.startIndex
    for (index, word) in words.enumerated() {
      guard let found = text[at...].firstRange(of: word) else { return false }
      if index == 0 {
        let firstLine = letters(String(decoding: lines[line - 1], as: UTF8.self))
        if firstLine.firstRange(of: word) == nil { return false }
      }
      at = found.upperBound
    }
    return true
  }

  /// NFC, with HTML's named references for letters as letters.
  private static func letters(_ text: String) -> String {
    guard text.contains("&") || !text.utf8.allSatisfy({ $0 < 0x80 }) else { return text }
    var out = text.precomposedStringWithCanonicalMapping
    for (name, letter) in [
      ("&eacute;", "é"), ("&egrave;", "è"), ("&agrave;", "à"), ("&ccedil;", "ç"), ("&ecirc;", "ê"), ("&amp;", "&"),
      ("&nbsp;", " "),
    ] {
      out = out.replacing(name, with: letter)
    }
    return out
  }
}
