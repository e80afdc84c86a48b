import Entities
import Foundation
import Posts
import TestSupport
import Testing

@testable import Statements

/// Every fact of whole blogs shows the words it rests on.
@Suite struct BlogEvidenceTests {
  @Test func theSampleBlog() throws {
    let count = try check(Folders.project.appending(path: "examples/blog"))
    #expect(count >= 20)
  }

  /// Real posts, which not everybody has beside the project; the sample blog proves the same.
  @Test(.enabled(if: Folders.shared("posts") != nil)) func realPosts() throws {
    let folder = try #require(Folders.shared("posts"))
    #expect(try check(folder) >= 100)
  }

  /// Answers how many statements there are.
  private func check(_ folder: URL) throws -> Int {
    var count = 0
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted() {
      guard path.hasSuffix(".md") || path.hasSuffix(".html"), !path.contains("layouts/") else { continue }
      let bytes = [UInt8](try Data(contentsOf: folder.appending(path: path)))
      guard let post = readPost(bytes: bytes, file: path).post else { continue }
      let extraction = try Extraction.extractor.extract(post, site: Site(baseURL: "https://blog.example/"))
      #expect(Invariants.broken(extraction) == [], "\(path)")
      count += extraction.statements.count
    }
    return count
  }
}
