import Foundation
import Posts
import TestSupport
import Testing

/// Over material outside the repository; skipped where it is absent. The same is proven on fixtures elsewhere.
@Suite struct SharedFoldersTests {
  @Test(.enabled(if: Folders.shared("posts") != nil, "../shared/posts is absent"))
  func sharedPosts() throws {
    let folder = try #require(Folders.shared("posts"))
    let blog = try BlogReader().read(folder: folder)
    #expect(blog.posts.count == 34)
    #expect(blog.problems.filter { $0.severity > .note }.isEmpty)
    #expect(Set(blog.posts.map(\.language)) == ["en", "fr"])
    for post in blog.posts { try Positions.check(post, below: folder) }
  }

  @Test(.enabled(if: Folders.shared("blogs") != nil, "../shared/blogs is absent"))
  func sharedBlogs() throws {
    let folder = try #require(Folders.shared("blogs"))
    let blog = try BlogReader().read(folder: folder)
    let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    let files = names.filter { $0.hasSuffix(".md") }
    #expect(blog.posts.count + blog.skipped.count == files.count)
    #expect(Set(blog.posts.map(\.sourceFile) + blog.skipped.map(\.file)) == Set(files))
    for post in blog.posts { try Positions.check(post, below: folder) }
    // What is inexact is folded white space, entities and front matter that is written in another way.
    let runs = blog.posts.flatMap(\.text.sourceMap)
    let exact = runs.filter(\.isExact).map(\.length).reduce(0, +)
    #expect(Double(exact) > 0.98 * Double(runs.map(\.length).reduce(0, +)))
  }
}
