import COntologyData

/// The files of the project's `ontology/` folder, as they were when the program was built.
public enum OntologyData {
  /// Relative to `ontology/`, with `/` between the parts; ascending by their bytes.
  public static var paths: [String] {
    (0..<bg_ontology_file_count()).compactMap { index in
      unsafe bg_ontology_file_at(index).map { unsafe String(cString: $0.pointee.path) }
    }
  }

  /// A copy of one file's content; nil when there is no such file.
  public static func bytes(_ path: String) -> [UInt8]? {
    withBytes(path) { bytes in unsafe bytes.withUnsafeBufferPointer { unsafe Array($0) } }
  }

  /// Hands one file's content to `body` without a copy; nil when there is no such file. The content is constant data of
  /// the program, so a large file costs nothing until it is looked at.
  public static func withBytes<Result, Failure>(
    _ path: String, _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result? {
    guard let file = unsafe find(path) else { return nil }
    return try unsafe body(UnsafeBufferPointer(start: file.pointee.bytes, count: Int(file.pointee.count)).span)
  }

  private static func find(_ path: String) -> UnsafePointer<bg_ontology_file>? {
    let wanted = Array(path.utf8)
    var low: CInt = 0
    var high = bg_ontology_file_count()
    while low < high {
      let middle = (low + high) / 2
      guard let file = unsafe bg_ontology_file_at(middle) else { return nil }
      let found = unsafe Array(String(cString: file.pointee.path).utf8)
      if found == wanted { return unsafe file }
      if found.lexicographicallyPrecedes(wanted) { low = middle + 1 } else { high = middle }
    }
    return nil
  }
}
