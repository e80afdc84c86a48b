import Foundation
import OntologyData
import TestSupport
import Testing

/// The binary must carry exactly what `ontology/` holds; `tools/embed-ontology.py` writes the list.
@Suite struct OntologyDataTests {
  let directory = Folders.project.appending(path: "ontology")

  @Test func theBuiltInFilesAreThoseOfTheFolder() throws {
    let onDisk = try OntologyFolder(directory: directory)
    let paths = try onDisk.paths()
    #expect(paths.count >= 5)
    #expect(OntologyData.paths == paths)
    for path in paths {
      let isEqual = try OntologyData.bytes(path) == onDisk.bytes(path)
      #expect(isEqual, "\(path) differs")
    }
  }

  @Test func aFileIsReadInPlace() {
    let count = OntologyData.withBytes("gazetteer/software.tsv") { bytes in bytes.count }
    #expect(count == OntologyData.bytes("gazetteer/software.tsv")?.count)
    #expect(OntologyData.withBytes("gazetteer/none.tsv") { $0.count } == nil)
    #expect(OntologyData.bytes("") == nil)
  }

  @Test func aPrefixChoosesFiles() throws {
    let paths = try OntologyFolder.builtIn.paths(below: "gazetteer/")
    #expect(paths.contains("gazetteer/places.tsv"))
    #expect(paths.allSatisfy { $0.hasPrefix("gazetteer/") })
    #expect(try OntologyFolder(directory: directory).paths(below: "gazetteer/") == paths)
  }

  @Test func whatIsMissingIsNamed() throws {
    #expect(throws: OntologyError.self) { try OntologyFolder.builtIn.bytes("gazetteer/none.tsv") }
    #expect(throws: OntologyError.self) { try OntologyFolder(directory: directory.appending(path: "none")) }
    #expect(throws: OntologyError.self) {
      try OntologyFolder(directory: directory.appending(path: "gazetteer/places.tsv"))
    }
    let error = #expect(throws: OntologyError.self) { try OntologyFolder(directory: directory).text("none.txt") }
    #expect(error?.code == .missing)
    #expect(error?.description.contains("none.txt") == true)
  }

  /// Every table has one header line and as many cells in each row; keys are sorted and there is none twice.
  @Test(arguments: ["software", "organizations", "places", "events", "given-names"])
  func tablesAreWellFormed(name: String) throws {
    let text = try OntologyFolder.builtIn.text("gazetteer/\(name).tsv")
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    let width = lines[0].split(separator: "\t", omittingEmptySubsequences: false).count
    #expect(lines.allSatisfy { $0.split(separator: "\t", omittingEmptySubsequences: false).count == width })
    let keys = lines.dropFirst().map { $0.prefix { $0 != "\t" } }
    #expect(keys.count > 100)
    #expect(zip(keys, keys.dropFirst()).allSatisfy { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) })
    #expect(text.utf8.elementsEqual(text.precomposedStringWithCanonicalMapping.utf8))
  }
}
