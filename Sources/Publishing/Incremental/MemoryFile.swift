import Explorer
import Foundation
import KnowledgeGraph
import Posts

/// The file of an `ExportMemory`: a hash of the rest, and what an export keeps for the next.
struct MemoryFile: Sendable {
  struct Header: Sendable {
    /// Program, options and ontology.
    var key: String
    /// `Blog.setup`.
    var setup: String
    /// A hash of `SiteGraph.fingerprint`.
    var site: String
    /// `evidence.nq`, as it was written.
    var evidence: FileState?
    /// `manifest.json`, as it was written.
    var manifest: FileState?
    /// Nanoseconds since 1970.
    var written: Int64 = 0
  }

  /// One file of the blog.
  struct Entry: Sendable {
    var file: String
    /// When it was read.
    var state: FileState?
    /// A `PostRecord`.
    var record: ArraySlice<UInt8>
    /// The lines of the post's graph.
    var content: ArraySlice<UInt8>
    /// Where its evidence stands in `evidence.nq`.
    var evidence: Range<Int>
    var page: PageStage.Record?
  }

  var header: Header
  var entries: [Entry] = []
  /// The lines of the gazetteer's graph, in the graph's order.
  var gazetteer: ArraySlice<UInt8> = []
  /// The files of the export by path, ascending.
  var files: [KeptFile] = []
  var explorer: ExplorerMemory?

  init(header: Header) { self.header = header }

  /// `nil` for anything that is not such a file, whole and as it was written.
  init?(path: String) {
    guard let bytes = FileSystem.read(path), bytes.count > 65, bytes[64] == 0x0A else { return nil }
    let hash = unsafe bytes[65...].withUnsafeBytes { unsafe SHA256.hexadecimal($0) }
    guard bytes[..<64].elementsEqual(hash.utf8) else { return nil }
    var input = PackedReader(bytes[65...])
    header = Header(key: input.text(), setup: input.text(), site: input.text())
    header.evidence = FileState.ifThere(from: &input)
    header.manifest = FileState.ifThere(from: &input)
    header.written = Int64(input.number())
    for _ in 0..<input.count() {
      let (file, state, record, content) = (input.text(), FileState.ifThere(from: &input), input.slice(), input.slice())
      let (start, count) = (input.number(), input.number())
      guard start >= 0, count >= 0, start <= Int.max - count else { return nil }
      var entry = Entry(
        file: file, state: state, record: record, content: content, evidence: start..<(start + count))
      if input.number() == 1 {
        entry.page = .init(path: input.text(), unshown: input.number(), incomplete: input.number())
      }
      entries.append(entry)
    }
    gazetteer = input.slice()
    for _ in 0..<input.count() { files.append(KeptFile(from: &input)) }
    if input.number() == 1 { explorer = ExplorerMemory(from: &input) }
    guard input.isWhole else { return nil }
  }

  /// Under its name only when it is whole.
  func write(to path: String) throws {
    var out = PackedWriter()
    for text in [header.key, header.setup, header.site] { out.add(text) }
    header.evidence.write(to: &out)
    header.manifest.write(to: &out)
    out.add(Int(header.written))
    out.add(entries.count)
    for entry in entries {
      out.add(entry.file)
      entry.state.write(to: &out)
      out.add(entry.record)
      out.add(entry.content)
      out.add(entry.evidence.lowerBound)
      out.add(entry.evidence.count)
      out.add(entry.page == nil ? 0 : 1)
      if let page = entry.page {
        out.add(page.path)
        out.add(page.unshown)
        out.add(page.incomplete)
      }
    }
    out.add(gazetteer)
    out.add(files.count)
    for file in files { file.write(to: &out) }
    out.add(explorer == nil ? 0 : 1)
    explorer?.write(to: &out)
    let partial = path + ".new"
    try FileSystem.write(
      [Array(SHA256.hexadecimal(out.bytes).utf8) + [0x0A], out.bytes], to: partial, waits: false)
    try FileSystem.rename(partial, to: path)
  }
}

extension FileState? {
  func write(to out: inout PackedWriter) {
    out.add(self == nil ? 0 : 1)
    self?.write(to: &out)
  }
}

extension FileState {
  static func ifThere(from input: inout PackedReader) -> FileState? {
    input.number() == 1 ? FileState(from: &input) : nil
  }

  init(from input: inout PackedReader) {
    size = Int64(input.number())
    inode = UInt64(bitPattern: Int64(input.number()))
    modified = Int64(input.number())
    changed = Int64(input.number())
  }

  func write(to out: inout PackedWriter) {
    for number in [size, Int64(bitPattern: inode), modified, changed] { out.add(Int(number)) }
  }
}
