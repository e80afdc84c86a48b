import Entities
import Foundation
import Mentions
import OntologyData
import Posts
import TestSupport
import Testing

@testable import Statements

/// Small posts with the facts that they state, from `Fixtures/sentences`; the file's name begins with the language's tag.
///
/// A case is `=== what it shows`, a Markdown body (front matter of its own, or a plain one is put before it), and lines
///
///     => Ada Lovelace | worksFor | Example Corp      a fact; all facts of that relation must be listed
///     => Ada Lovelace | is | person/ada-lovelace     a thing that the text names
///     =! Example Corp | is | person/example-corp     not a thing of that kind
///     =none uses produces                            relations that the text states nothing of
struct SentenceCase: Sendable, CustomTestStringConvertible {
  var file: String
  var line: Int
  var name: String
  var body: String
  var facts: [String] = []
  var absent: [String] = []
  var without: [String] = []

  var language: String { String(file.prefix(2)) }
  var testDescription: String { "\(file):\(line) \(name)" }

  static let all: [SentenceCase] = {
    let folder = Folders.fixture("StatementsTests", "sentences")
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.sorted().filter { $0.hasSuffix(".txt") }.flatMap { file in
      parse((try? String(contentsOf: folder.appending(path: file), encoding: .utf8)) ?? "", file: file)
    }
  }()

  private static func parse(_ text: String, file: String) -> [SentenceCase] {
    var cases: [SentenceCase] = []
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if line.hasPrefix("=== ") {
        cases.append(SentenceCase(file: file, line: number + 1, name: String(line.dropFirst(4)), body: ""))
      } else if !cases.isEmpty {
        let last = cases.count - 1
        if line.hasPrefix("=> ") {
          cases[last].facts.append(String(line.dropFirst(3)))
        } else if line.hasPrefix("=! ") {
          cases[last].absent.append(String(line.dropFirst(3)))
        } else if line.hasPrefix("=none ") {
          cases[last].without += line.dropFirst(6).split(separator: " ").map(String.init)
        } else {
          cases[last].body += line + "\n"
        }
      }
    }
    return cases
  }

  var markdown: String {
    body.hasPrefix("---\n") ? body : "---\ntitle: Notes of the week\ndate: 2019-05-20\n---\n\n" + body
  }
}

/// One extractor for all tests: the gazetteer takes a while to read.
enum Extraction {
  private static let shared = Result {
    try Extractor(ontology: try OntologyFolder(directory: Folders.project.appending(path: "ontology")))
  }
  static var extractor: Extractor { get throws { try shared.get() } }

  static func run(_ markdown: String, language: String, file: String = "posts/notes.md") throws -> PostExtraction? {
    guard var post = readPost(bytes: Array(markdown.utf8), file: file).post else { return nil }
    post.language = language
    return try extractor.extract(post, site: Site(baseURL: "https://blog.example/"))
  }
}

extension PostExtraction {
  /// `Ada Lovelace | worksFor | Example Corp`, one per statement, ascending.
  var facts: [String] {
    statements.map { statement in
      let subject: String =
        switch statement.subject {
        case .post: "post"
        case .entity(let id): name(id)
        }
      let object: String =
        switch statement.object {
        case .entity(let id): name(id)
        case .text(let text), .date(let text): text
        case .document(let url, let kind): "\(kind.rawValue) \(url)"
        case .maturity(let level, _): level.rawValue
        case .version(let version, _): version
        }
      return "\(subject) | \(statement.relation.rawValue) | \(object)"
    }.sorted()
  }

  /// `Ada Lovelace | is | person/ada-lovelace`
  var things: [String] {
    entities.map { "\($0.names.first ?? "?") | is | \($0.id.type.rawValue)/\($0.id.slug)" }
  }

  private func name(_ id: EntityID) -> String {
    entities.first { $0.id == id }?.names.first ?? "missing \(id.type.rawValue)/\(id.slug)"
  }
}
