import RDFModel

/// Rows for a reader's eye: aligned columns, a line under their heads, cells broken at spaces where the width asks for it.
public struct ResultTable: Sendable {
  private let heads: [String]
  private let rows: [[String]]

  public init(_ results: SelectResults) {
    heads = results.variables
    rows = results.rows.map { $0.map(Self.text) }
  }

  /// Control characters of a post must not reach a terminal.
  private static func text(_ term: Term?) -> String {
    let text =
      switch term {
      case .iri(let iri): iri.string
      case .literal(let literal): literal.lexicalForm
      case .blankNode(let node): "_:" + node.label
      case nil: ""
      }
    return String(
      String.UnicodeScalarView(text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
  }

  /// - Parameter width: columns of the terminal; `nil` breaks no cell.
  public func text(width: Int? = nil) -> String {
    guard !heads.isEmpty else { return "" }
    let widths = Self.widths(ideal, into: width.map { $0 - gap * (heads.count - 1) })
    var lines = [line(heads, widths), line(widths.map { String(repeating: "─", count: $0) }, widths)]
    for row in rows {
      let cells = zip(row, widths).map { Self.broken($0, at: $1) }
      for index in 0..<(cells.map(\.count).max() ?? 0) {
        lines.append(line(cells.map { index < $0.count ? $0[index] : "" }, widths))
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private let gap = 2

  private var ideal: [Int] {
    heads.indices.map { column in
      max(CellWidth.of(heads[column]), rows.map { CellWidth.of($0[column]) }.max() ?? 0, 1)
    }
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    var line = ""
    for (index, cell) in cells.enumerated() {
      line += cell
      guard index < cells.count - 1 else { break }
      line += String(repeating: " ", count: max(0, widths[index] - CellWidth.of(cell)) + gap)
    }
    while line.last == " " { line.removeLast() }
    return line
  }

  /// Wide columns give way, as little as they must: narrow ones hold dates and names, which nobody wants broken.
  static func widths(_ ideal: [Int], into total: Int?) -> [Int] {
    guard let total, ideal.reduce(0, +) > total else { return ideal }
    var (low, high) = (8, max(8, ideal.max() ?? 8))
    while low < high {
      let middle = (low + high + 1) / 2
      if ideal.reduce(0, { $0 + min($1, middle) }) <= total { low = middle } else { high = middle - 1 }
    }
    return ideal.map { min($0, low) }
  }

  private static func broken(_ text: String, at width: Int) -> [String] {
    guard CellWidth.of(text) > width else { return [text] }
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      if !line.isEmpty, CellWidth.of(line) + 1 + CellWidth.of(word) > width {
        lines.append(line)
        line = String(word)
      } else {
        line += line.isEmpty ? String(word) : " " + word
      }
      while CellWidth.of(line) > width {
        let head = CellWidth.prefix(of: line, width)
        lines.append(head)
        line.removeFirst(head.count)
      }
    }
    return lines + [line]
  }
}

/// How many columns of a terminal a text takes.
enum CellWidth {
  static func of(_ text: some StringProtocol) -> Int { text.reduce(0) { $0 + of($1) } }

  /// At least one character, however wide.
  static func prefix(of text: String, _ width: Int) -> String {
    var used = 0
    var head = ""
    for character in text {
      used += of(character)
      if used > width, !head.isEmpty { break }
      head.append(character)
    }
    return head
  }

  /// East Asian wide and fullwidth characters and emoji take two columns (UAX #11, by blocks).
  private static func of(_ character: Character) -> Int {
    guard let scalar = character.unicodeScalars.first else { return 0 }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
      0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}
