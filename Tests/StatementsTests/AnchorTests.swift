import Foundation
import Mentions
import OntologyData
import Posts
import TestSupport
import Testing

@testable import Statements

/// Near which date a post's bare dates lie.
@Suite struct AnchorTests {
  private func anchor(_ front: String, _ body: String = "Words.", file: String = "posts/notes.md") throws -> String? {
    let text = "---\ntitle: Notes\n\(front)\n---\n\n\(body)\n"
    let post = try #require(readPost(bytes: Array(text.utf8), file: file).post)
    let ontology = try OntologyFolder(directory: Folders.project.appending(path: "ontology"))
    let language = try #require(try LanguageData(tag: "en", ontology: ontology))
    return Anchor.of(post, months: language.list("month"))?.iso
  }

  @Test func thePublicationDate() throws {
    #expect(try anchor("date: 2019-05-20\nlastmod: 2021-01-01") == "2019-05-20")
  }

  @Test func theLastModificationWithoutOne() throws { #expect(try anchor("lastmod: 2019-05-20") == "2019-05-20") }

  @Test func aPictureIsOlderThanItsPost() throws {
    let picture = "![The room](/images/meetup-20190611.jpg)"
    #expect(try anchor("lastmod: 2018-05-20", picture) == "2019-06-11")
    #expect(try anchor("lastmod: 2020-05-20", picture) == "2020-05-20")
    #expect(try anchor("date: 2018-05-20", picture) == "2018-05-20")
    #expect(try anchor("draft: false", picture) == "2019-06-11")
  }

  @Test func monthsInNames() throws {
    #expect(try anchor("lastmod: 2018-05-20", "[Slides](https://speakerdeck.com/mara/meetup-march-2019)") == "2019-03")
  }

  @Test(arguments: ["12345678", "20191340", "201906112", "19990611"])
  func numbersThatAreNoDays(_ digits: String) throws {
    #expect(try anchor("draft: false", "![The room](/images/\(digits).jpg)") == nil)
  }
}
