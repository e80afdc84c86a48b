import Foundation
import Glibc
public import RDFSyntax

/// A file that appears under its name only when it is whole. A device or a pipe is written as it is, and a link stays one.
public struct FileSink: ByteSink {
  private let path: String
  private let target: String
  /// Where the bytes are until they are all there; nil for what is no regular file.
  private let partial: String?
  private let descriptor: Int32

  public init(_ path: String) throws(OutputError) {
    self.path = path
    let url = URL(filePath: path).resolvingSymlinksInPath()
    target = url.path
    partial =
      Self.isSpecial(path)
      ? nil : OutputFolder.parent(target) + "/.\(url.lastPathComponent).bloggraph-\(getpid())"
    descriptor =
      if let partial {
        unsafe open(partial, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
      } else {
        unsafe open(path, O_WRONLY | O_CLOEXEC)
      }
    guard descriptor >= 0 else {
      throw OutputError(.notWritable, path: path, cause: unsafe String(cString: strerror(errno)))
    }
  }

  /// Whether something stands there that is neither a file nor, for its message, a folder.
  private static func isSpecial(_ path: String) -> Bool {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return false }
    return ![S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT)
  }

  public mutating func write(_ chunk: [UInt8]) throws {
    var sink = FileDescriptorSink(descriptor, path: path)
    do { try sink.write(chunk) } catch { throw OutputError.system(path, error.errorNumber) }
  }

  public func finish() throws {
    close(descriptor)
    guard let partial else { return }
    do { try FileSystem.rename(partial, to: target) } catch {
      _ = unsafe unlink(partial)
      throw error
    }
  }

  public func discard() {
    close(descriptor)
    if let partial { _ = unsafe unlink(partial) }
  }
}
