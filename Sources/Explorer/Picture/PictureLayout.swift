/// Where the nodes of a plan lie, in pixels from the upper left corner.
struct PictureLayout: Sendable, Equatable {
  struct Box: Sendable, Equatable {
    var x: Double
    var y: Double
    var width: Double
    var height: Double
  }
  let plan: PicturePlan
  var width: Double
  var height: Double
  /// The nodes' centres and sizes, in the plan's order.
  var boxes: [Box]

  static func == (a: PictureLayout, b: PictureLayout) -> Bool {
    a.width == b.width && a.height == b.height && a.boxes == b.boxes
  }

  private static let margin = 6.0

  /// Reads what `dot -Tplain` says of one graph; nil when it says something else.
  init?(plan: PicturePlan, plain lines: [Substring]) {
    self.plan = plan
    var boxes = [Box?](repeating: nil, count: plan.nodes.count)
    var size: (Double, Double)?
    for line in lines {
      let words = line.split(separator: " ", maxSplits: 6)
      if words.first == "graph", words.count == 4, let width = Double(words[2]), let height = Double(words[3]) {
        size = (width * 72, height * 72)
      } else if words.first == "node", words.count > 5, let index = Int(words[1].dropFirst()),
        boxes.indices.contains(index), let x = Double(words[2]), let y = Double(words[3]), let size
      {
        let node = plan.nodes[index]
        // Graphviz counts from the lower left corner.
        boxes[index] = Box(
          x: x * 72 + Self.margin, y: size.1 - y * 72 + Self.margin, width: node.width, height: node.height)
      }
    }
    guard let size else { return nil }
    self.boxes = boxes.compactMap(\.self)
    guard self.boxes.count == plan.nodes.count else { return nil }
    width = size.0 + 2 * Self.margin
    height = size.1 + 2 * Self.margin
    align()
  }

  /// Graphviz centres boxes in their column; a column reads better when its names begin where the lines end.
  private mutating func align() {
    for isLeft in [true, false] {
      let column = plan.nodes.indices.filter { index in
        plan.nodes[index].isLeft == isLeft && plan.nodes[index].parent.map { $0 > 0 } == true
      }
      let edges = column.map { boxes[$0].x + (isLeft ? boxes[$0].width : -boxes[$0].width) / 2 }
      guard let edge = isLeft ? edges.max() : edges.min() else { continue }
      for index in column { boxes[index].x = edge + (isLeft ? -boxes[index].width : boxes[index].width) / 2 }
    }
  }
}
