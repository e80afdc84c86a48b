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

  static func extractor(_ ontology: OntologyFolder) throws(ExportError) -> Extractor {
    do {
      return try Extractor(ontology: ontology)
    } catch {
      throw ExportError(.badOntology, "\(error)")
    }
  }
}
