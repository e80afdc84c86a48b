import KnowledgeGraph
import Posts
import RDFModel
import Statements
import Testing

@Suite struct LiteralTests {
  @Test(arguments: [
    ("2019", XSD.gYear), ("2019-02", XSD.gYearMonth), ("2019-02-25", XSD.date), ("2020-02-29", XSD.date),
  ])
  func aDateIsAsPreciseAsItsSource(_ text: String, _ datatype: IRI) {
    #expect(Literal.date(text) == Literal(text, datatype: datatype))
  }

  @Test(arguments: ["", "19", "2019-13", "2019-02-29", "2019-2-3", "2019-02-25T10:00", "soon", "0000", "2019-02-25-01"])
  func whatNoCalendarHasIsNoDate(_ text: String) {
    #expect(Literal.date(text) == nil)
  }

  @Test func namesAreNFC() {
    let post = SamplePost.post("x", title: "Que\u{0301}bec")
    let quads = PostGraph(.init(post: post, entities: [], statements: []), iris: SamplePost.iris).quads
    #expect(
      quads.objects("https://blog.example/a/", Schema.headline) == [.literal(Literal("Qu\u{00E9}bec", language: "en"))])
  }
}
