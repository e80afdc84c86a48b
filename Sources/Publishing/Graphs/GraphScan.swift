import Glibc
import RDFModel

/// What lines of canonical N-Quads hold, graph by graph, found without reading their terms: a pass over a big export
/// costs little more than reading its bytes.
struct GraphScan {
  /// Graph names as they stand in the file, `<` and `>` with them; numbered from 1.
  private(set) var names = ByteStringTable()
  /// By a graph's number minus 1.
  private(set) var graphs: [(hash: ContentHash, statements: Int)] = []
  private(set) var runs: [Run] = []

  /// Lines of one graph that follow each other.
  struct Run {
    var graph: UInt32
    var length: UInt32
    var offset: Int
  }

  /// - Returns: whether all lines in the range are canonical, each in a named graph, without blank nodes and in strictly
  ///   ascending order. If not, what was found means nothing.
  mutating func scan(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> Bool {
    var start = range.lowerBound
    var previous = unsafe UnsafeRawBufferPointer(rebasing: bytes[start..<start])
    var name = unsafe previous
    var graph: UInt32 = 0
    while start < range.upperBound {
      guard let end = unsafe Self.find(0x0A, in: bytes, from: start) else { return false }
      let line = unsafe UnsafeRawBufferPointer(rebasing: bytes[start..<end])
      guard let space = unsafe Self.endOfTriple(line, lastName: name), unsafe Self.ascends(previous, line) else {
        return false
      }
      let own = unsafe UnsafeRawBufferPointer(rebasing: line[(space + 1)..<(line.count - 2)])
      if unsafe graph == 0 || !Self.same(own, name) {
        unsafe (name, graph) = (own, number(own))
      }
      unsafe graphs[Int(graph) - 1].hash.add(UnsafeRawBufferPointer(rebasing: line[..<space]))
      graphs[Int(graph) - 1].statements += 1
      add(graph, offset: start, length: end + 1 - start)
      unsafe previous = line
      start = end + 1
    }
    return true
  }

  private mutating func number(_ name: UnsafeRawBufferPointer) -> UInt32 {
    let number = unsafe name.withMemoryRebound(to: UInt8.self) { unsafe names.intern($0) }
    if Int(number) > graphs.count { graphs.append((ContentHash(), 0)) }
    return number
  }

  private mutating func add(_ graph: UInt32, offset: Int, length: Int) {
    if let last = runs.last, last.graph == graph, last.offset + Int(last.length) == offset,
      Int(last.length) + length <= Int(UInt32.max)
    {
      runs[runs.count - 1].length += UInt32(length)
    } else {
      runs.append(Run(graph: graph, length: UInt32(length), offset: offset))
    }
  }

  /// Where the space behind the object stands in `<s> <p> object <g> .`; nil for any other line.
  private static func endOfTriple(_ line: UnsafeRawBufferPointer, lastName: UnsafeRawBufferPointer) -> Int? {
    let end = line.count - 2
    guard end > 10, unsafe line[end + 1] == UInt8(ascii: "."), unsafe line[end] == 0x20,
      unsafe line[end - 1] == UInt8(ascii: ">"), unsafe line[0] == UInt8(ascii: "<")
    else { return nil }
    // Most lines stand in the graph of the line before them.
    var space = end - lastName.count - 1
    if unsafe lastName.isEmpty || space < 0
      || !same(UnsafeRawBufferPointer(rebasing: line[(space + 1)..<end]), lastName)
    {
      var at = end - 2
      while at > 0, unsafe line[at] != UInt8(ascii: "<") { at -= 1 }
      space = at - 1
    }
    guard space > 0, unsafe line[space] == 0x20 else { return nil }
    // Subject and predicate are IRIs, in which no ">" stands.
    var at = 0
    for _ in 0..<2 {
      guard unsafe line[at] == UInt8(ascii: "<"), let close = unsafe find(UInt8(ascii: ">"), in: line, from: at) else {
        return nil
      }
      at = close + 2
      // Without room for an object, what was taken for the graph's name is the object, and the graph the default graph.
      guard at < space, unsafe line[at - 1] == 0x20 else { return nil }
    }
    let object = unsafe line[at]
    return object == UInt8(ascii: "<") || object == UInt8(ascii: "\"") ? space : nil
  }

  /// Where the byte stands next.
  @inline(__always)
  static func find(_ byte: UInt8, in bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
    guard let base = bytes.baseAddress,
      let found = unsafe memchr(base + start, Int32(byte), bytes.count - start)
    else { return nil }
    return unsafe UnsafeRawPointer(found) - base
  }

  @inline(__always)
  private static func same(_ a: UnsafeRawBufferPointer, _ b: UnsafeRawBufferPointer) -> Bool {
    guard a.count == b.count, let first = a.baseAddress, let second = b.baseAddress else { return false }
    return unsafe memcmp(first, second, a.count) == 0
  }

  static func ascends(_ a: UnsafeRawBufferPointer, _ b: UnsafeRawBufferPointer) -> Bool {
    guard let first = a.baseAddress, let second = b.baseAddress else { return true }
    let order = unsafe memcmp(first, second, min(a.count, b.count))
    return order < 0 || order == 0 && a.count < b.count
  }

  /// Takes over what another scan found in what follows.
  mutating func append(_ other: GraphScan) {
    var numbers: [UInt32] = [0]
    other.names.withStrings { strings in
      for index in 0..<strings.count {
        let number = unsafe names.intern(strings[UInt32(index + 1)])
        if Int(number) > graphs.count { graphs.append((ContentHash(), 0)) }
        let found = other.graphs[index]
        graphs[Int(number) - 1].hash = graphs[Int(number) - 1].hash + found.hash
        graphs[Int(number) - 1].statements += found.statements
        numbers.append(number)
      }
    }
    runs.reserveCapacity(runs.count + other.runs.count)
    for var run in other.runs {
      run.graph = numbers[Int(run.graph)]
      runs.append(run)
    }
  }
}
