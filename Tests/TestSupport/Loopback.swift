import Foundation
import Glibc
import Synchronization

/// Listens on a free port of the loopback interface, and gives each connection to a handler on a thread of its own.
public final class LoopbackListener: Sendable {
  public let port: UInt16
  private let descriptor: Int32

  public struct Failure: Error { public var call: String }

  public init(_ handle: @escaping @Sendable (Connection) -> Void) throws {
    let listening = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    guard listening >= 0 else { throw Failure(call: "socket") }
    var address = Connection.address(port: 0)
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let bound = unsafe withUnsafeMutablePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        unsafe bind(listening, address, size) == 0 && listen(listening, 64) == 0
          && getsockname(listening, address, &size) == 0
      }
    }
    guard bound else { throw Failure(call: "bind") }
    port = UInt16(bigEndian: address.sin_port)
    descriptor = listening
    Thread.detachNewThread {
      while true {
        let accepted = accept(listening, nil, nil)
        if accepted < 0 { return }
        Thread.detachNewThread {
          let connection = Connection(accepted)
          handle(connection)
          connection.close()
        }
      }
    }
  }

  /// A port that was free a moment ago.
  public static func freePort() throws -> UInt16 {
    let listener = try LoopbackListener { _ in }
    return listener.port
  }

  deinit {
    // `accept` returns then, which `close` alone would not make it do.
    shutdown(descriptor, Int32(SHUT_RDWR))
    Glibc.close(descriptor)
  }
}

/// One TCP connection.
public final class Connection: Sendable {
  private let descriptor: Int32
  private let isOpen = Mutex(true)

  init(_ descriptor: Int32) { self.descriptor = descriptor }

  /// To a port of the loopback interface; nil when nobody listens there.
  public init?(port: UInt16) {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = Self.address(port: port)
    let connected = unsafe withUnsafePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        unsafe connect(descriptor, address, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
    if !connected {
      Glibc.close(descriptor)
      return nil
    }
  }

  static func address(port: UInt16) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    return address
  }

  /// What has come, at most so much; empty at the end.
  public func read(_ most: Int = 1 << 16) -> [UInt8] {
    var buffer = [UInt8](repeating: 0, count: most)
    let count = unsafe buffer.withUnsafeMutableBytes { unsafe recv(descriptor, $0.baseAddress, $0.count, 0) }
    return Array(buffer.prefix(max(0, count)))
  }

  /// Whether all of it went.
  @discardableResult
  public func write(_ bytes: [UInt8]) -> Bool {
    var sent = 0
    while sent < bytes.count {
      let count = unsafe bytes[sent...].withUnsafeBytes {
        unsafe send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      if count <= 0 { return false }
      sent += count
    }
    return true
  }

  /// No more comes or goes; a reader in another thread wakes up.
  public func end() { isOpen.withLock { if $0 { shutdown(descriptor, Int32(SHUT_RDWR)) } } }

  func close() {
    isOpen.withLock {
      if $0 { Glibc.close(descriptor) }
      $0 = false
    }
  }
}
