import CExplorerData

/// The files of the project's `explorer/` folder, as they were when the program was built.
enum ExplorerData {
  /// Relative to `explorer/`, ascending by their bytes.
  static var paths: [String] {
    (0..<bg_explorer_file_count()).compactMap { index in
      unsafe bg_explorer_file_at(index).map { unsafe String(cString: $0.pointee.path) }
    }
  }

  static func bytes(_ path: String) -> [UInt8]? {
    for index in 0..<bg_explorer_file_count() {
      guard let file = unsafe bg_explorer_file_at(index) else { continue }
      guard unsafe String(cString: file.pointee.path) == path else { continue }
      return unsafe Array(UnsafeBufferPointer(start: file.pointee.bytes, count: Int(file.pointee.count)))
    }
    return nil
  }

  static func text(_ path: String) -> String? { bytes(path).map { String(decoding: $0, as: UTF8.self) } }
}
