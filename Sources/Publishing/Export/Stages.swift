import Foundation
import KnowledgeGraph
import Mentions
import OntologyData
import Posts
import Statements

/// The calls into the stages before this one, with their errors put into an export's terms.
enum Stages {
  static func read(_ options: ExportOptions) throws(ExportError) -> Blog {
    do {
      return try BlogReader(
        folder: options.content, baseURL: options.baseURL, includesDrafts: options.includesDrafts, jobs: options.jobs
      ).read()
    } catch {
      throw ExportError(.noContent, "\(error)")
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

  static func translations(_ extractions: [PostExtraction]) -> [(String, String)] { [] }
}
