import OntologyData
import TestSupport
import Testing

@testable import Mentions

@Suite struct GazetteerTests {
  private func gazetteer(_ files: [String: String]) throws -> Gazetteer {
    let folder = try ScratchFolder()
    for (name, text) in files { try folder.write(text, to: "gazetteer/" + name) }
    return try Gazetteer(ontology: OntologyFolder(directory: folder.url))
  }

  @Test func rows() throws {
    let known = try gazetteer([
      "software.tsv":
        "key\ttype\tname\taliases\tflags\towner\nquill\tproject\tQuill\tQuill Engine|Plume@fr\tcommon\tquillmark\n",
      "organizations.tsv": "key\tsubtype\tname\taliases\nquillmark\tcorporation\tQuillmark\t\n",
      "given-names.tsv": "name\tflags\nAmélie\t\nMark\tcommon\n",
    ])
    let quill = try #require(known.entry(.project, "quill"))
    #expect(quill.name == "Quill")
    #expect(quill.aliases.map(\.text) == ["Quill Engine", "Plume"])
    #expect(quill.aliases.map(\.language) == [nil, "fr"])
    #expect(quill.isCommon)
    #expect(quill["owner"] == "quillmark")
    #expect(quill["homepage"] == nil)
    #expect(known.entry(.organization, "quillmark")?["subtype"] == "corporation")
    #expect(known.entry(.product, "quill") == nil)
    #expect(known.entries(named: "QUILL engine").map { known.entries[$0].key } == ["quill"])
    #expect(known.entries(named: "Quill Eng").isEmpty)
    #expect(known.givenNames == ["amelie", "mark"])
    #expect(known.ambiguousGivenNames == ["mark"])
  }

  @Test func aMissingFolderIsEmpty() throws { #expect(try gazetteer([:]).entries.isEmpty) }

  @Test(arguments: [
    "key\ttype\tname\nquill\tproject\tQuill\n\tproject\tPlume\n",
    "key\ttype\tname\nquill\tproject\tQuill\nplume\tgadget\tPlume\n",
    "key\ttype\tname\nquill\tproject\tQuill\nplume\n",
  ])
  func aBadRowIsNamed(_ table: String) throws {
    let failure = #expect(throws: OntologyDataError.self) { try gazetteer(["software.tsv": table]) }
    #expect(failure?.file == "gazetteer/software.tsv")
    #expect(failure?.line == 3)
    #expect(failure?.code == .badTable)
  }

  @Test func theLineIsTheFilesLine() throws {
    let failure = #expect(throws: OntologyDataError.self) {
      try gazetteer(["software.tsv": "key\ttype\tname\n\n\nplume\tgadget\tPlume\n"])
    }
    #expect(failure?.line == 4)
  }
}
