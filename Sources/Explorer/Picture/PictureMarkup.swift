import Foundation

/// A layout as SVG for the page: nodes are links, colours come from the style sheet, so that it is light and dark too.
struct PictureMarkup {
  let scope: PageScope
  let layout: PictureLayout

  func markup(_ iri: String, _ groups: [Neighbourhood.Group]) -> Markup {
    // Whole pixels, as HTML asks of its own attributes.
    let (width, height) = (Self.number(layout.width.rounded(.up)), Self.number(layout.height.rounded(.up)))
    var svg = Markup.element(
      "svg",
      [("viewBox", "0 0 \(width) \(height)"), ("width", width), ("height", height)])
    for (index, node) in layout.plan.nodes.enumerated() {
      if let parent = node.parent { svg.append(edge(from: parent, to: index)) }
    }
    for index in layout.plan.nodes.indices { svg.append(self.node(index)) }
    svg.append(Markup.end("svg"))
    return svg
  }

  private func edge(from parent: Int, to child: Int) -> Markup {
    let (a, b) = (layout.boxes[parent], layout.boxes[child])
    let direction = layout.plan.nodes[child].isLeft ? -1.0 : 1.0
    let start = (a.x + direction * a.width / 2, a.y)
    // Towards a relation's word the line stops where the word begins, towards a thing at its box.
    let end = (b.x - direction * b.width / 2, b.y)
    let middle = (start.0 + end.0) / 2
    let path =
      "M\(Self.number(start.0)),\(Self.number(start.1))C\(Self.number(middle)),\(Self.number(start.1)) "
      + "\(Self.number(middle)),\(Self.number(end.1)) \(Self.number(end.0)),\(Self.number(end.1))"
    return Markup.element("path", [("class", "edge"), ("d", path)], isEmpty: true)
  }

  private func node(_ index: Int) -> Markup {
    let node = layout.plan.nodes[index]
    let box = layout.boxes[index]
    let at = [("x", Self.number(box.x)), ("y", Self.number(box.y + 4.5)), ("text-anchor", "middle")]
    switch node.content {
    case .relation, .more:
      return Markup.text("text", at + [("class", "relation")], node.text)
    case .center:
      return shape(box, "center") + Markup.text("text", at + [("class", "center")], node.text)
    case .thing(let iri):
      let kind = scope.catalogue[iri]?.kind?.rawValue ?? ""
      var link = Markup.element(
        "a", [("href", scope.address(.thing(iri))), ("class", "node kind-\(kind)")])
      link.append(Markup.text("title", [], scope.plainName(iri)))
      link.append(shape(box, "box") + Markup.text("text", at, node.text))
      link.append(Markup.end("a"))
      return link
    }
  }

  private func shape(_ box: PictureLayout.Box, _ name: String) -> Markup {
    Markup.element(
      "rect",
      [
        ("class", name), ("x", Self.number(box.x - box.width / 2)), ("y", Self.number(box.y - box.height / 2)),
        ("width", Self.number(box.width)), ("height", Self.number(box.height)), ("rx", "6"),
      ], isEmpty: true)
  }

  /// Tenths of a pixel.
  static func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(abs(tenths) % 10)"
  }
}
