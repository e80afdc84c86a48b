/// What is drawn around a thing: relations on both sides of it, and at each what they lead to. Never more than can be
/// read.
struct PicturePlan: Sendable {
  static let groups = 7
  static let members = 7
  static let all = 24
  /// Longer names are cut; the whole name is the node's title.
  static let characters = 30

  struct Node: Sendable {
    enum Content: Sendable, Equatable {
      case center, thing(String), relation(String), more(Int)
    }
    var content: Content
    var text: String
    /// Left of the thing, or right of it.
    var isLeft: Bool
    /// The node that it hangs on, nearer to the thing.
    var parent: Int?

    /// In pixels: what the text needs in a font of the usual width. No font is asked, so that every machine draws alike.
    var width: Double {
      let characters = Double(text.count)
      return if case .relation = content { characters * 6.6 + 14 } else { characters * 7.4 + 22 }
    }
    var height: Double { if case .relation = content { 20 } else { 28 } }
  }

  private(set) var nodes: [Node] = []

  /// nil when there is next to nothing to draw.
  init?(_ iri: String, groups: [Neighbourhood.Group], scope: PageScope) {
    let groups = groups.prefix(Self.groups)
    guard groups.reduce(0, { $0 + $1.members.count }) > 1 else { return nil }
    nodes.append(Node(content: .center, text: Self.cut(scope.plainName(iri)), isLeft: false))
    let share = max(2, min(Self.members, Self.all / groups.count))
    var weights = (left: 0, right: 0)
    for group in groups {
      let shown = group.members.prefix(group.members.count == share + 1 ? share + 1 : share)
      // The lighter side takes the next group; the right one goes first, as one reads.
      let isLeft = weights.right > 0 && weights.left + shown.count <= weights.right
      if isLeft { weights.left += shown.count + 1 } else { weights.right += shown.count + 1 }
      let relation = nodes.count
      nodes.append(
        Node(
          content: .relation(group.relation), text: scope.texts("relation." + group.relation), isLeft: isLeft, parent: 0))
      for member in shown {
        nodes.append(
          Node(content: .thing(member), text: Self.cut(scope.plainName(member)), isLeft: isLeft, parent: relation))
      }
      let rest = group.members.count - shown.count
      if rest > 0 {
        let text = scope.texts.count("picture.more", rest)
        nodes.append(Node(content: .more(rest), text: text, isLeft: isLeft, parent: relation))
      }
    }
  }

  private static func cut(_ text: String) -> String {
    let line = String(text.map { $0.isNewline ? " " : $0 })
    return line.count > characters ? line.prefix(characters - 1) + "…" : line
  }

  /// For Graphviz: boxes of a fixed size without a text, so that no font metrics enter.
  var dot: String {
    var lines = [
      "digraph{graph[rankdir=LR nodesep=0.09 ranksep=0.36 splines=false]node[shape=box fixedsize=true label=\"\"]"
    ]
    for (index, node) in nodes.enumerated() {
      lines.append("n\(index)[width=\(Self.inches(node.width)) height=\(Self.inches(node.height))]")
      if let parent = node.parent { lines.append(node.isLeft ? "n\(index)->n\(parent)" : "n\(parent)->n\(index)") }
    }
    return lines.joined(separator: "\n") + "}\n"
  }

  /// Hundredths, as a decimal that no locale can touch.
  private static func inches(_ pixels: Double) -> String {
    let hundredths = Int((pixels / 72 * 100).rounded(.up))
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }
}
