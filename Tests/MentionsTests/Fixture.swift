import Foundation
import OntologyData
import Posts
import TestSupport

@testable import Mentions

/// The project's own ontology, read once for all tests.
enum Ontology {
  private static let shared = Result {
    let folder = try OntologyFolder(directory: Folders.project.appending(path: "ontology"))
    var languages: [String: LanguageData] = [:]
    for tag in ["en", "fr"] { languages[tag] = try LanguageData(tag: tag, ontology: folder) }
    return (gazetteer: try Gazetteer(ontology: folder), languages: languages)
  }

  static var gazetteer: Gazetteer { get throws { try shared.get().gazetteer } }

  static func language(_ tag: String) throws -> LanguageData {
    guard let data = try shared.get().languages[tag] else {
      throw OntologyDataError(.badList, file: tag, line: 0, "no such language")
    }
    return data
  }

  /// Blocks of the text are separated by line feeds; a block that begins with `# ` is a heading.
  static func annotate(_ text: String, _ tag: String = "en") throws -> AnnotatedText {
    MentionFinder(gazetteer: try gazetteer, language: try language(tag)).annotate(plain(text))
  }

  static func plain(_ text: String) -> PlainText {
    var blocks: [PlainText.Block] = []
    let bytes = Array(text.utf8)
    var start = 0
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let isHeading = line.starts(with: Array("# ".utf8))
      blocks.append(
        .init(
          kind: isHeading ? .heading(level: 1) : .paragraph, range: (start + (isHeading ? 2 : 0))..<(start + line.count)
        ))
      start += line.count + 1
    }
    return PlainText(utf8: bytes, blocks: blocks)
  }
}

extension AnnotatedText {
  /// `person: Ada Lovelace`, in the order of the text.
  var named: [String] { mentions.map { "\($0.kind.rawValue): \($0.name)" } }

  /// `2019-02-25` or `2019-02-25/2019-02-28`, a weekday or year that is open as `????`.
  var days: [String] {
    dates.map { date in
      let (a, b) = (Self.show(date.start), Self.show(date.end))
      return a == b ? a : "\(a)/\(b)"
    }
  }

  private static func show(_ date: CalendarDate) -> String {
    var filled = date
    filled.year = date.year ?? 9999
    return (filled.iso ?? "?").replacing("9999", with: "????")
  }

  var sentenceTexts: [String] { sentences.map { string($0) } }
}
