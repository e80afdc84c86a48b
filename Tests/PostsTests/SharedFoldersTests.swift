import Foundation
import Posts
import TestSupport
import Testing

/// Over material outside the repository; skipped where it is absent. The same is proven on fixtures elsewhere.
@Suite struct SharedFoldersTests {
  static func exactRunsHold(_ blog: Blog, _ folder: URL) throws {
    for post in blog.posts {
      let bytes = [UInt8](try Data(contentsOf: folder.appending(path: post.sourceFile)))
      for run in post.text.sourceMap where run.isExact {
        let plain = post.text.utf8[run.plain..<(run.plain + run.length)]
        let source = bytes[run.source..<(run.source + run.length)]
        #expect(plain.elementsEqual(source), "\(post.sourceFile) at \(run)")
      }
    }
  }

  @Test(.enabled(if: Folders.shared("posts") != nil, "../shared/posts is absent"))
  func sharedPosts() throws {
    let folder = try #require(Folders.shared("posts"))
    let blog = try BlogReader().read(folder: folder)
    if let file = ProcessInfo.processInfo.environment["DUMP"] {
      for post in blog.posts where post.sourceFile.contains(file) { print(dump(post)) }
    }
    #expect(blog.posts.count == 34)
    #expect(blog.problems.isEmpty)
    try Self.exactRunsHold(blog, folder)
  }

  @Test(.enabled(if: Folders.shared("blogs") != nil, "../shared/blogs is absent"))
  func sharedBlogs() throws {
    let folder = try #require(Folders.shared("blogs"))
    let blog = try BlogReader().read(folder: folder)
    for p in blog.problems { print(p) }
    #expect(blog.posts.count + blog.skipped.count == 136)
    try Self.exactRunsHold(blog, folder)
    if let file = ProcessInfo.processInfo.environment["DUMP"] {
      for post in blog.posts where post.sourceFile.contains(file) { print(dump(post)) }
    }
    var exact = 0, all = 0
    for post in blog.posts { for r in post.text.sourceMap { all += r.length; if r.isExact { exact += r.length } } }
    print("exact", exact, all)
  }
}

func dump(_ p: Post) -> String {
  var s = "\n== \(p.sourceFile)\n\(p.permalink) \(p.language) | \(p.title) | \(p.date?.lexicalForm ?? "-") mod \(p.lastModified?.lexicalForm ?? "-") authors \(p.authors.map { "\($0.name)<\($0.url ?? "")>" }) tags \(p.tags) images \(p.images)\n"
  for (i, b) in p.text.blocks.enumerated() {
    s += "[\(i)] \(b.kind) L\(p.line(ofPlain: b.range.lowerBound)): \(p.text.string(b.range))\n"
    for sp in p.text.spans where b.range.contains(sp.range.lowerBound) { s += "      · \(sp.kind) «\(p.text.string(sp.range))»\n" }
  }
  for x in p.pictures { s += "PIC \(x)\n" }
  for x in p.videos { s += "VID \(x)\n" }
  return s
}
