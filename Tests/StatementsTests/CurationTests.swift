import Entities
import Foundation
import Mentions
import OntologyData
import Posts
import TestSupport
import Testing

@testable import Statements

@Suite struct CurationTests {
  private static let sail =
    "---\ntitle: Sails\n---\n\nAda Example, Solutions Architect at Example Rigging Inc., spoke about Kubernetes.\n"
  private static let oar = "---\ntitle: Oars\n---\n\nAda Exemple, Engineer at Borealis Rail Inc., uses Prometheus.\n"

  private func curate(_ yaml: String, _ posts: [String: String] = ["sail.md": sail, "oar.md": oar]) throws
    -> CurationResult
  {
    let read = CurationReader.read(Array(("curation:\n" + yaml).utf8), file: "bloggraph.yaml")
    #expect(read.problems == [])
    let extractor =
      read.curation.gazetteerAliases(try Extraction.extractor.gazetteer).isEmpty
      ? try Extraction.extractor
      : try Extractor(
        ontology: try OntologyFolder(directory: Folders.project.appending(path: "ontology")), curation: read.curation)
    let extractions = posts.keys.sorted().compactMap { file -> PostExtraction? in
      guard var post = readPost(bytes: Array((posts[file] ?? "").utf8), file: file).post else { return nil }
      post.language = "en"
      return extractor.extract(post, site: Site(baseURL: "https://blog.example/"))
    }
    let result = Curator.apply(read.curation, to: extractions, gazetteer: extractor.gazetteer)
    for extraction in result.extractions { #expect(Invariants.broken(extraction) == []) }
    return result
  }

  private func ids(_ result: CurationResult) -> Set<String> {
    Set(result.extractions.flatMap(\.entities).map { EntityReference.id($0.id).description })
  }

  private func effects(_ result: CurationResult) -> [String] {
    result.effects.map { "\($0.line) \($0.action): \($0.posts) \($0.mentions) \($0.facts)" }
  }

  @Test func withoutEntriesNothingChanges() throws {
    let result = try curate("")
    #expect(
      ids(result).isSuperset(of: ["person/ada-example", "person/ada-exemple", "organization/example-rigging-inc"]))
    #expect(result.effects.isEmpty && result.replaced.isEmpty)
  }

  @Test func aMergeJoinsAndLeavesATrace() throws {
    let result = try curate("  - merge: Ada Exemple\n    into: person/ada-example\n")
    #expect(!ids(result).contains("person/ada-exemple"))
    #expect(result.replaced == [EntityID(.person, "ada-exemple"): EntityID(.person, "ada-example")])
    #expect(effects(result) == ["2 merge Ada Exemple into person/ada-example: 1 1 2"])
    let facts = result.extractions.flatMap(\.statements).filter { $0.subjectID == EntityID(.person, "ada-example") }
    #expect(facts.count { $0.relation == .worksFor } == 2)
    // The post keeps its own spelling.
    #expect(result.extractions[0].entities.first { $0.id.type == .person }?.names == ["Ada Exemple"])
  }

  @Test func aMergeIntoANewNameMakesIt() throws {
    let result = try curate("  - merge: [Ada Exemple, Ada Example]\n    into: Ada Q. Example\n")
    #expect(ids(result).contains("person/ada-q-example"))
    #expect(!ids(result).contains("person/ada-example") && !ids(result).contains("person/ada-exemple"))
    #expect(result.replaced.count == 2)
  }

  @Test func aRenameKeepsWhatTheGazetteerKnows() throws {
    let result = try curate("  - rename: Kubernetes\n    to: Kube Project\n")
    let entity = try #require(result.extractions.flatMap(\.entities).first { $0.id.slug == "kube-project" })
    #expect(entity.names == ["Kube Project", "Kubernetes"])
    #expect(entity.gazetteerKey == "kubernetes")
    #expect(result.replaced == [EntityID(.project, "kubernetes"): EntityID(.project, "kube-project")])
  }

  @Test func aSplitHoldsInItsPostsOnly() throws {
    let again = Self.sail.replacing("Sails", with: "Sails again")
    let result = try curate(
      "  - split: Ada Example\n    into: person/ada-of-the-rail\n    posts: oar.md\n",
      ["sail.md": Self.sail, "oar.md": again])
    #expect(
      result.extractions.map { $0.entities.first { $0.id.type == .person }?.id.slug } == [
        "ada-of-the-rail", "ada-example",
      ])
    // The old IRI is still somebody's.
    #expect(result.replaced.isEmpty)
  }

  @Test func aNewTypeDropsWhatItCannotHave() throws {
    let result = try curate("  - retype: Example Rigging Inc\n    to: product\n")
    #expect(ids(result).contains("product/example-rigging-inc"))
    #expect(
      !result.extractions.flatMap(\.statements).contains {
        $0.relation == .worksFor && $0.objectID?.slug == "example-rigging-inc"
      })
    #expect(
      result.replaced[EntityID(.organization, "example-rigging-inc")] == EntityID(.product, "example-rigging-inc"))
  }

  @Test func ignoredThingsAndFactsAreGone() throws {
    let all = try curate("  - ignore: person/ada-example\n")
    #expect(!ids(all).contains("person/ada-example"))
    #expect(!all.extractions.flatMap(\.statements).contains { $0.subjectID?.slug == "ada-example" })
    let one = try curate("  - ignore: {subject: Ada Example, relation: jobTitle, object: Solutions Architect}\n")
    #expect(effects(one).map { $0.hasSuffix(": 1 0 1") } == [true])
    #expect(one.extractions.flatMap(\.statements).filter { $0.relation == .jobTitle }.count == 1)
  }

  @Test func anAliasIsKnownBeforeThePostsAreRead() throws {
    let text =
      "---\ntitle: Kub\n---\n\nWe run the Kubrik on our laptops, and Kubrik runs well. Ada Example uses Zorbital.\n"
    let before = try curate("", ["a.md": text])
    #expect(!ids(before).contains("project/kubernetes"))
    let result = try curate(
      "  - alias: project/kubernetes\n    names: Kubrik\n  - alias: Zorbital\n    type: product\n    names: The Zorb\n",
      ["a.md": text])
    #expect(ids(result).contains("project/kubernetes"))
    #expect(ids(result).contains("product/zorbital"))
    #expect(result.effects.first?.mentions == 2)
  }

  @Test func anAliasOfAPersonJoinsThem() throws {
    let result = try curate("  - alias: person/ada-example\n    names: Ada Exemple\n")
    #expect(!ids(result).contains("person/ada-exemple"))
    #expect(result.problems == [])
  }

  @Test func addressesFollowAMerge() throws {
    let result = try curate(
      "  - sameAs: Ada Exemple\n    urls: https://example.org/ada\n  - merge: Ada Exemple\n    into: Ada Example\n")
    #expect(result.sameAs == [EntityID(.person, "ada-example"): ["https://example.org/ada"]])
  }

  @Test func whatMatchesNothingIsAWarningWithItsLine() throws {
    let result = try curate(
      "  - ignore: person/nobody\n  - rename: Nobody At All\n    to: X\n  - ignore: {relation: sponsor}\n  - ignore: person/ada-example\n    posts: oar.md\n"
    )
    #expect(result.effects.isEmpty)
    #expect(result.problems.map(\.line) == [2, 3, 5, 6])
    #expect(result.problems.allSatisfy { $0.severity == .warning && $0.file == "bloggraph.yaml" })
  }

  @Test func aNameOfTwoThingsIsNeither() throws {
    let text = "---\ntitle: X\n---\n\nAda Example, Engineer at Zorb Inc., met us.\n"
    var result = try curate("", ["a.md": text])
    // A second thing of that name, of another type.
    var thing = try #require(result.extractions[0].entities.first { $0.id.type == .person })
    thing.id = EntityID(.organization, "ada-example")
    result.extractions[0].entities.append(thing)
    let curation = CurationReader.read(Array("curation:\n  - ignore: ada example\n".utf8), file: "b.yaml").curation
    let told = Curator.apply(curation, to: result.extractions, gazetteer: try Extraction.extractor.gazetteer)
    #expect(told.effects.isEmpty)
    #expect(
      told.problems.map(\.message) == [
        "\"ada example\" is the name of 2 things: write organization/ada-example or person/ada-example"
      ])
  }
}
