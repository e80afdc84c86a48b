import OntologyData

/// A table of the gazetteer: tab-separated, its first line names the columns.
enum GazetteerTable {
  /// Reads a table's rows as entries.
  ///
  /// - Parameter fixedKind: of all entries; nil where a column `type` says it.
  /// - Throws: `OntologyDataError` with file and line for a row without key, name or a known type.
  static func read(
    _ bytes: [UInt8], _ path: String, _ fixedKind: GazetteerEntry.Kind?, into entries: inout [GazetteerEntry]
  ) throws(OntologyDataError) {
    var header: [String] = []
    var (start, number) = (0, 0)
    var cells: [String] = []
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      number += 1
      defer { start = end + 1 }
      if start == end { continue }
      split(bytes, start..<end, into: &cells)
      if number == 1 {
        header = cells
        continue
      }
      guard let entry = entry(cells, header, fixedKind) else {
        throw OntologyDataError(.badTable, file: path, line: number, "a row needs key, name and a known type")
      }
      entries.append(entry)
    }
  }

  private static func split(_ bytes: [UInt8], _ line: Range<Int>, into cells: inout [String]) {
    cells.removeAll(keepingCapacity: true)
    var start = line.lowerBound
    for at in line where bytes[at] == 0x09 {
      cells.append(String(decoding: bytes[start..<at], as: UTF8.self))
      start = at + 1
    }
    cells.append(String(decoding: bytes[start..<line.upperBound], as: UTF8.self))
  }

  private static func entry(
    _ cells: [String], _ header: [String], _ fixedKind: GazetteerEntry.Kind?
  ) -> GazetteerEntry? {
    var (key, name, aliases, flags) = ("", "", "", "")
    var kind = fixedKind
    var columns: [GazetteerEntry.Column] = []
    for (index, cell) in cells.enumerated() where index < header.count && !cell.isEmpty {
      switch header[index] {
      case "key": key = cell
      case "name": name = cell
      case "aliases": aliases = cell
      case "flags": flags = cell
      case "type" where fixedKind == nil: kind = GazetteerEntry.Kind(rawValue: cell)
      default: columns.append(GazetteerEntry.Column(name: header[index], value: cell))
      }
    }
    guard !key.isEmpty, !name.isEmpty, let kind else { return nil }
    return GazetteerEntry(
      kind: kind, key: key, name: name, aliases: aliases.isEmpty ? [] : aliases.split(separator: "|").map(alias),
      flags: flags.isEmpty ? [] : Set(flags.split { $0 == " " || $0 == "|" }.map(String.init)), columns: columns)
  }

  /// `Bruxelles@fr`, or a name of every language.
  private static func alias(_ alias: Substring) -> (text: String, language: String?) {
    guard let at = alias.lastIndex(of: "@"), alias.distance(from: at, to: alias.endIndex) == 3 else {
      return (String(alias), nil)
    }
    return (String(alias[..<at]), String(alias[alias.index(after: at)...]))
  }
}
