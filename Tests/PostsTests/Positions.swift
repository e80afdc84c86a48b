import Foundation
import Posts
import Testing

/// What must hold of every text: blocks and runs in order, spans inside blocks, exact runs that are the file's bytes.
enum Positions {
  static func check(_ post: Post, below folder: URL, _ place: SourceLocation = #_sourceLocation) throws {
    try check(post, [UInt8](Data(contentsOf: folder.appending(path: post.sourceFile))), place)
  }

  static func check(_ post: Post, _ bytes: [UInt8], _ place: SourceLocation = #_sourceLocation) throws {
    let text = post.text
    var end = -1
    for block in text.blocks {
      #expect(block.range.lowerBound == end + 1 && !block.range.isEmpty, sourceLocation: place)
      end = block.range.upperBound
      if end < text.utf8.count { #expect(text.utf8[end] == 0x0A, sourceLocation: place) }
    }
    #expect(max(end, 0) == text.utf8.count, sourceLocation: place)

    var plain = 0
    for run in text.sourceMap {
      #expect(run.plain >= plain && run.length > 0, sourceLocation: place)
      plain = run.plain + run.length
      try #require(plain <= text.utf8.count, sourceLocation: place)
      try #require(run.source >= 0 && run.source <= bytes.count, sourceLocation: place)
      guard run.isExact else { continue }
      try #require(run.source + run.length <= bytes.count, sourceLocation: place)
      let isSame = text.utf8[run.plain..<plain].elementsEqual(bytes[run.source..<(run.source + run.length)])
      #expect(isSame, "\(post.sourceFile): \(text.string(run.plain..<plain))", sourceLocation: place)
    }

    var start = 0
    var current = 0
    for span in text.spans {
      #expect(span.range.lowerBound >= start && !span.range.isEmpty, sourceLocation: place)
      start = span.range.lowerBound
      while current < text.blocks.count, text.blocks[current].range.upperBound <= start { current += 1 }
      let block = try #require(current < text.blocks.count ? text.blocks[current] : nil, sourceLocation: place)
      let isInside = block.range.lowerBound <= start && span.range.upperBound <= block.range.upperBound
      #expect(isInside, sourceLocation: place)
    }
    let string = String(decoding: text.utf8, as: UTF8.self)
    #expect(string.precomposedStringWithCanonicalMapping.utf8.elementsEqual(text.utf8), sourceLocation: place)
    for author in post.authors {
      if let range = author.range { #expect(text.string(range) == author.name, sourceLocation: place) }
    }
  }
}
