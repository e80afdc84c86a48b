import Foundation
import Mentions
import OntologyData
import Posts
import TestSupport
import Testing

@testable import Entities

@Suite struct EntityTests {
  private static let shared = Result {
    let folder = try OntologyFolder(directory: Folders.project.appending(path: "ontology"))
    return (gazetteer: try Gazetteer(ontology: folder), english: try LanguageData(tag: "en", ontology: folder))
  }

  private func known() throws -> (gazetteer: Gazetteer, english: LanguageData) {
    let known = try Self.shared.get()
    return (known.gazetteer, try #require(known.english))
  }

  private func annotate(_ text: String) throws -> AnnotatedText {
    let bytes = Array(text.utf8)
    let known = try known()
    return MentionFinder(gazetteer: known.gazetteer, language: known.english)
      .annotate(PlainText(utf8: bytes, blocks: [.init(kind: .paragraph, range: 0..<bytes.count)]))
  }

  private func linked(_ text: String) throws -> [String] {
    Linker(gazetteer: try known().gazetteer).link(try annotate(text)).entities
      .map { "\($0.id.type.rawValue)/\($0.id.slug): \($0.names.joined(separator: ", "))" }
  }

  /// `series region year: mentions`, one per event.
  private func events(_ text: String) throws -> [String] {
    let known = try known()
    let annotated = try annotate(text)
    return EventResolver(gazetteer: known.gazetteer, language: known.english).resolve(annotated).map { group in
      let parts = [
        group.name.series, group.name.region, group.name.place, group.name.year.map(String.init), group.qualifier,
      ]
      return parts.compactMap { $0 }.joined(separator: " ") + ": " + String(group.mentions.count)
    }
  }

  @Test func theGazetteersSlug() throws {
    #expect(try linked("We met in Quebec City.") == ["place/quebec-city: Quebec City"])
    #expect(try linked("We like the CNCF.") == ["organization/cloud-native-computing-foundation: CNCF"])
  }

  @Test func spellingsMeet() throws {
    #expect(
      try linked("We met in Québec City and then in Quebec City.") == ["place/quebec-city: Québec City, Quebec City"])
    #expect(try linked("We run kubernetes. Kubernetes is nice.") == ["project/kubernetes: kubernetes, Kubernetes"])
  }

  @Test func aShortNameIsTheOneFullName() throws {
    #expect(try linked("Mara Lindqvist spoke. Lindqvist left.") == ["person/mara-lindqvist: Mara Lindqvist, Lindqvist"])
  }

  @Test func aShortNameOfTwoIsNeither() throws {
    let entities = try linked("Mara Lindqvist and Jonas Lindqvist spoke. Lindqvist left.")
    #expect(entities.contains("person/mara-lindqvist: Mara Lindqvist"))
    #expect(entities.contains("person/jonas-lindqvist: Jonas Lindqvist"))
  }

  @Test func editions() throws {
    #expect(
      try events("We saw KubeCon Europe 2018 and KubeCon EU 2019.") == [
        "kubecon-cloudnativecon europe 2018: 1", "kubecon-cloudnativecon europe 2019: 1",
      ])
    #expect(
      try events("We saw KubeCon NA. Then KubeCon North America 2019 again.") == [
        "kubecon-cloudnativecon north-america 2019: 2"
      ])
  }

  @Test func theBareNameIsTheEditionOfThePost() throws {
    #expect(try events("We saw KubeCon Europe 2019. Then KubeCon ended.") == ["kubecon-cloudnativecon europe 2019: 2"])
    #expect(try events("We saw KubeCon.") == ["kubecon-cloudnativecon: 1"])
  }

  @Test func aQualifierTellsAnotherEdition() throws {
    #expect(
      try events("KubeCon Europe 2019 is over. Come to the next KubeCon.") == [
        "kubecon-cloudnativecon europe 2019: 1", "kubecon-cloudnativecon next: 1",
      ])
  }

  @Test func namesThatAgree() {
    let bare = EventName(series: "kubecon")
    let europe = EventName(series: "kubecon", region: "europe")
    #expect(bare.agrees(with: europe) && europe.agrees(with: bare))
    #expect(!europe.agrees(with: EventName(series: "kubecon", region: "china")))
    #expect(!europe.agrees(with: EventName(series: "devopsdays", region: "europe")))
    #expect(!bare.isEdition && europe.isEdition)
    var merged = bare
    merged.merge(EventName(series: "kubecon", region: "europe", year: 2019))
    #expect(merged == EventName(series: "kubecon", region: "europe", year: 2019))
  }

  @Test func idsAreOrderedByTypeAndSlug() {
    let ids = [EntityID(.talk, "a"), EntityID(.person, "b"), EntityID(.event, "z"), EntityID(.person, "a")]
    #expect(
      ids.sorted() == [EntityID(.event, "z"), EntityID(.person, "a"), EntityID(.person, "b"), EntityID(.talk, "a")])
  }
}
