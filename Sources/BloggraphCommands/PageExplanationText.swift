import KnowledgeGraph
import Publishing

/// By what a page's statements are backed, for a terminal.
enum PageExplanationText {
  static func text(_ page: PageExplanation) -> String {
    var lines: [String] = []
    var unbacked = 0
    for node in page.nodes {
      if !lines.isEmpty { lines.append("") }
      lines.append(node.title)
      for statement in node.statements {
        lines.append("  \(statement.property): \(oneLine(statement.value))")
        for backing in statement.backing { lines.append("    " + self.line(backing)) }
        if statement.backing.contains(.nothing) { unbacked += 1 }
      }
    }
    let count = page.nodes.reduce(0) { $0 + $1.statements.count }
    lines += [
      "",
      "\(count) statements of \(page.nodes.count) things"
        + (unbacked == 0 ? ", each backed." : ", \(unbacked) of them backed by nothing."),
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  private static func line(_ backing: PageBacking) -> String {
    switch backing {
    case .text(let file, let quotation):
      "\(ExplanationText.place(file, quotation.line))  \(quotation.inContext)"
    case .frontMatter(let key, let file, let line): "\(ExplanationText.place(file, line))  front matter: \(key)"
    case .shown(let file, let line): "\(ExplanationText.place(file, line))  shown on the page"
    case .configuration: "the site's configuration"
    case .place: "the page's own place in the site"
    case .translation: "the same post in another language"
    case .identification: "the gazetteer: which thing is meant"
    case .nothing: "NOTHING"
    }
  }

  private static func oneLine(_ text: String) -> String { text.map { $0.isNewline ? " " : String($0) }.joined() }
}
