import Testing

@testable import Mentions

@Suite struct FoldingTests {
  @Test func folds() {
    #expect(Folding.fold("Québec") == "quebec")
    #expect(Folding.fold("Que\u{301}bec") == "quebec")
    #expect(Folding.fold("L’Œuvre") == "l'oeuvre")
    #expect(Folding.fold("Straße Łódź Øre") == "strasse lodz ore")
    #expect(Folding.fold("Quillmark™") == "quillmark")
    #expect(Folding.fold("plain") == "plain")
    #expect(Folding.fold("ÇA") == Folding.fold("ça"))
  }

  @Test func slugs() {
    #expect(Folding.slug("Mara O’Brien-Łukasz") == "mara-obrien-lukasz")
    #expect(Folding.slug("  KubeCon + CloudNativeCon ") == "kubecon-cloudnativecon")
    #expect(Folding.slug("C++") == "cplusplus")
    #expect(Folding.slug("C") == "c")
    #expect(Folding.slug("東京") != Folding.slug("京都"))
  }

  @Test(arguments: ["", "!!!", "東京", "-", "'", "+"])
  func slugsAreNeverEmpty(_ name: String) {
    let slug = Folding.slug(name)
    #expect(!slug.isEmpty)
    #expect(slug.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D })
  }
}
