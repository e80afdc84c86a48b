import Foundation
import RDFModel
import RDFSyntax
import SHACL

/// Shapes and ontologies with what they import (`owl:imports`), from local files only.
public enum Imports {
  /// - Parameter note: told of every import that was not read.
  public static func read(_ files: [String], into reader: inout GraphInput, note: (String) -> Void) throws {
    var open = files
    var done: Set<String> = []
    while !open.isEmpty {
      let path = open.removeFirst()
      guard done.insert(URL(filePath: path).standardizedFileURL.path).inserted else { continue }
      try reader.read(path)
      for iri in ShapesGraph.imports(of: reader.dataset) {
        guard let url = URL(string: iri.string), url.isFileURL else {
          if done.insert(iri.string).inserted {
            note("<\(iri.string)> is imported and was not read: only local files are")
          }
          continue
        }
        if !done.contains(url.standardizedFileURL.path) { open.append(url.path) }
      }
    }
  }
}
