import Foundation
import KnowledgeGraph
import Mentions
import OntologyData
import Posts
import Statements

/// The calls into the stages before this one, with their errors put into an export's terms.
enum Stages {
  static func read(
    _ options: ExportOptions, known: FileBook? = nil, progress: @escaping @Sendable (Int, Int) -> Void
  ) throws(ExportError) -> Blog {
    let reader = BlogReader(
      options: .init(
        baseURL: options.baseURL, includeDrafts: options.includesDrafts, strict: options.isStrict, jobs: options.jobs))
    do {
      return try reader.read(folder: URL(filePath: options.content), known: known, progress: progress)
    } catch {
      // A problem of one file ends a strict run; any other is about the folder.
      if options.isStrict, error.code != .noFolder, error.code != .noBaseURL, !error.file.isEmpty {
        throw ExportError(.strict, "stopped at the first problem", problems: [error])
      }
      throw ExportError(.noContent, error.message)
    }
  }

  static func ontology(_ folder: String?) throws(ExportError) -> OntologyFolder {
    do {
      guard let folder else { return .builtIn }
      return try OntologyFolder(directory: URL(filePath: folder))
    } catch {
      throw ExportError(.badOntology, "\(error)")
    }
  }

  /// What the editor decided. A mistake in the file is a problem of the input like one in a post: the entry is left out, and a
  /// strict run ends.
  static func curation(_ options: ExportOptions, problems: inout [Problem]) throws(ExportError) -> Curation {
    let files: [URL]
    if let path = options.curation {
      files = [URL(filePath: path)]
    } else {
      files = CompanionFile.find("bloggraph.yaml", for: URL(filePath: options.content))
    }
    guard let file = files.first else { return Curation() }
    guard let data = try? Data(contentsOf: file) else {
      throw ExportError(.noCuration, "the curation \(file.path) cannot be read")
    }
    let (curation, found) = CurationReader.read([UInt8](data), file: file.lastPathComponent)
    if options.isStrict, let error = found.first(where: { $0.severity == .error }) {
      throw ExportError(.strict, "stopped at the first problem", problems: [error])
    }
    problems += found
    if files.count > 1 {
      problems.append(
        Problem(
          .curation, .warning, "\(files[1].path) is not read: \(file.path) is nearer", file: files[1].lastPathComponent)
      )
    }
    return curation
  }

  static func extractor(_ ontology: OntologyFolder, _ curation: Curation) throws(ExportError) -> Extractor {
    do {
      return try Extractor(ontology: ontology, curation: curation)
    } catch {
      throw ExportError(.badOntology, "\(error)")
    }
  }
}
