import Mentions

/// What a post says of software: who makes it, who uses it, which level it has, which versions come out.
struct SoftwareFacts {
  let language: LanguageData
  let scene: SoftwareScene

  init(_ language: LanguageData, scene: SoftwareScene) {
    self.language = language
    self.scene = scene
  }

  func find(_ draft: inout Draft) {
    MakersFinder(language, scene: scene).find(&draft)
    UsesFinder(language, scene: scene).find(&draft)
    AdopterLists(language, scene: scene).find(&draft)
    IntegrationLists(language).find(&draft, topic: scene.topic)
    CaseStudies(language, scene: scene).find(&draft)
    Levels(language, scene: scene).find(&draft)
    Releases(language, scene: scene).find(&draft)
  }
}
