import Foundation
import Posts

/// The file of an `ExportMemory`: a hash of the rest, a header, a record for each file of the blog (a line of JSON each), and
/// the lines of the posts' graphs.
struct MemoryFile: Sendable {
  struct Header: Codable, Sendable {
    /// Program, options and ontology.
    var key: String
    /// `Blog.setup`.
    var setup: String
    /// A hash of `SiteGraph.fingerprint`.
    var site: String
    var evidence: FileState?
    /// Nanoseconds since 1970.
    var written: Int64 = 0
    /// By record: the file's state when it was read, the length of its graph here, and where its evidence stands in
    /// `evidence.nq`.
    var states: [FileState?] = []
    var contentLengths: [Int] = []
    var evidenceRanges: [Range<Int>] = []
  }

  var header: Header
  var records: [PostRecord]
  /// By record: its line, where it stands in a file already.
  var lines: [ArraySlice<UInt8>?] = []
  /// The graphs' lines, one after the other.
  var content: [UInt8]

  init(header: Header, records: [PostRecord] = [], content: [UInt8] = []) {
    self.header = header
    self.records = records
    self.content = content
  }

  /// `nil` for anything that is not such a file, whole and as it was written.
  init?(path: String, jobs: Int) {
    guard let data = try? Data(contentsOf: URL(filePath: path)) else { return nil }
    let bytes = [UInt8](data)
    guard bytes.count > 65, bytes[64] == 0x0A else { return nil }
    let hash = unsafe bytes[65...].withUnsafeBytes { unsafe SHA256.hexadecimal($0) }
    guard bytes[..<64].elementsEqual(hash.utf8) else { return nil }
    var at = 65
    func line() -> ArraySlice<UInt8>? {
      guard at < bytes.count, let end = bytes[at...].firstIndex(of: 0x0A) else { return nil }
      defer { at = end + 1 }
      return bytes[at..<end]
    }
    guard let head = line(), let header = try? JSONDecoder().decode(Header.self, from: Data(head)) else { return nil }
    var lines: [ArraySlice<UInt8>] = []
    for _ in header.states {
      guard let record = line() else { return nil }
      lines.append(record)
    }
    let decoded = lines.parallelMap(jobs: jobs) { try? JSONDecoder().decode(PostRecord.self, from: Data($0)) }
    let records = decoded.compactMap(\.self)
    guard records.count == lines.count, header.contentLengths.count == lines.count,
      header.evidenceRanges.count == lines.count, header.contentLengths.allSatisfy({ $0 >= 0 }),
      header.contentLengths.reduce(0, +) == bytes.count - at
    else { return nil }
    self.init(header: header, records: records, content: Array(bytes[at...]))
    self.lines = lines
  }

  /// Under its name only when it is whole.
  func write(to path: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var body = [UInt8](try encoder.encode(header)) + [0x0A]
    for (index, record) in records.enumerated() {
      if index < lines.count, let line = lines[index] { body += line } else { body += try encoder.encode(record) }
      body.append(0x0A)
    }
    body += content
    try Data(Array(SHA256.hexadecimal(body).utf8) + [0x0A] + body).write(to: URL(filePath: path), options: .atomic)
  }
}
