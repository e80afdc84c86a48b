import Mentions
import Posts

/// What stands over each block: the headings of its section and the line that leads into its list.
struct Sections {
  /// By block: its nearest heading above, if any. A heading's own is the next higher one.
  private let above: [Int?]
  /// By block: the paragraph that a list item's list hangs on.
  let leadIn: [Int?]

  init(_ annotated: AnnotatedText) {
    let blocks = annotated.text.blocks
    var above: [Int?] = []
    var leadIn: [Int?] = []
    var open: [(level: Int, block: Int)] = []
    var lead: Int?
    for (index, block) in blocks.enumerated() {
      var level: Int?
      if case .heading(let written) = block.kind {
        level = written
      } else if Self.isStrongLine(annotated, block) {
        level = 7
      }
      if let level {
        while let last = open.last, last.level >= level { open.removeLast() }
        above.append(open.last?.block)
        open.append((level, index))
      } else {
        above.append(open.last?.block)
      }
      switch block.kind {
      case .listItem, .quotation, .tableCell, .caption: leadIn.append(lead)
      case .paragraph:
        lead = index
        leadIn.append(nil)
      default:
        lead = nil
        leadIn.append(nil)
      }
    }
    self.above = above
    self.leadIn = leadIn
  }

  /// The headings over a block, the nearest first.
  func headings(over block: Int) -> [Int] {
    var found: [Int] = []
    var next = above[block]
    while let heading = next {
      found.append(heading)
      next = above[heading]
    }
    return found
  }

  /// A paragraph that is nothing but a few strong words serves as a heading.
  private static func isStrongLine(_ annotated: AnnotatedText, _ block: PlainText.Block) -> Bool {
    guard case .paragraph = block.kind, block.range.count <= 90 else { return false }
    return annotated.spans(startingIn: block.range).contains { span in
      span.kind == .strong && span.range.lowerBound == block.range.lowerBound
        && block.range.upperBound - span.range.upperBound <= 1
    }
  }
}
