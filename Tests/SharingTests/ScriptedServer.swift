import Foundation
import Synchronization

/// A local server with scripted responses that records its requests, until it is stopped.
final class ScriptedServer: Sendable {
  struct Request: Sendable {
    var method: String
    var path: String
    var head: String
    var body: Data
  }

  enum Reaction: Sendable {
    /// A complete response.
    case answer(Int, Data = Data())
    /// A truncated response.
    case cut
    /// No response, while the connection stays open.
    case silence
  }

  let port: UInt16
  private let listening: Int32
  private let received = Mutex<[Request]>([])
  private let react: @Sendable (Request) -> Reaction

  init(_ react: @escaping @Sendable (Request) -> Reaction) throws {
    self.react = react
    let listening = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    port = try withUnsafeMutableBytes(of: &address) { bytes in
      let address = bytes.assumingMemoryBound(to: sockaddr.self).baseAddress
      guard let address, bind(listening, address, size) == 0, listen(listening, 64) == 0,
        getsockname(listening, address, &size) == 0
      else { throw POSIXError(.EADDRNOTAVAIL) }
      return UInt16(bigEndian: bytes.load(fromByteOffset: 2, as: UInt16.self))
    }
    self.listening = listening
    Thread.detachNewThread { [self] in
      while true {
        let connection = accept(listening, nil, nil)
        guard connection >= 0 else {
          // Not earlier: a new socket could get the descriptor on which this thread still listens.
          close(listening)
          return
        }
        Thread.detachNewThread { [self] in
          while serve(connection) {}
          close(connection)
        }
      }
    }
  }

  /// Refuses all later connections.
  func stop() {
    shutdown(listening, Int32(SHUT_RDWR))
  }

  var url: String { "http://127.0.0.1:\(port)/shared" }

  /// The request lines so far, such as `GET /ac/…`.
  var requestLines: [String] {
    received.withLock { $0.map { "\($0.method) \($0.path)" } }
  }

  var requests: [Request] { received.withLock { $0 } }

  /// Serves a request; returns whether the connection stays open.
  private func serve(_ connection: Int32) -> Bool {
    guard let request = read(connection) else { return false }
    received.withLock { $0.append(request) }
    switch react(request) {
    case .answer(let status, let body):
      let head = "HTTP/1.1 \(status) Status\r\nContent-Length: \(body.count)\r\n\r\n"
      return write(connection, Data(head.utf8) + body)
    case .cut:
      _ = write(connection, Data("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf".utf8))
      return false
    case .silence:
      var byte: UInt8 = 0
      while recv(connection, &byte, 1, 0) > 0 {}
      return false
    }
  }

  private func read(_ connection: Int32) -> Request? {
    var data = Data()
    var buffer = [UInt8](repeating: 0, count: 65_536)
    func more() -> Bool {
      let count = recv(connection, &buffer, buffer.count, 0)
      if count > 0 { data += buffer[..<count] }
      return count > 0
    }
    var end = data.firstRange(of: Data("\r\n\r\n".utf8))
    while end == nil {
      guard more() else { return nil }
      end = data.firstRange(of: Data("\r\n\r\n".utf8))
    }
    guard let end else { return nil }
    let head = String(decoding: data[..<end.lowerBound], as: UTF8.self)
    let length = head.firstMatch(of: /(?i)content-length: (\d+)/).flatMap { Int($0.1) } ?? 0
    while data.count < end.upperBound + length { guard more() else { return nil } }
    let parts = head.split(separator: " ", maxSplits: 2)
    return Request(
      method: String(parts[0]), path: String(parts[1]).replacing("/shared", with: ""), head: head,
      body: data[end.upperBound...])
  }

  private func write(_ connection: Int32, _ data: Data) -> Bool {
    data.withUnsafeBytes { bytes in
      var sent = 0
      while sent < bytes.count {
        let rest = UnsafeRawBufferPointer(rebasing: bytes[sent...])
        let count = send(connection, rest.baseAddress, rest.count, Int32(MSG_NOSIGNAL))
        if count <= 0 { return false }
        sent += count
      }
      return true
    }
  }
}

/// The content of a scripted remote cache.
final class CacheStorage: Sendable {
  private let contents = Mutex<[String: Data]>([:])

  subscript(path: String) -> Data? {
    get { contents.withLock { $0[path] } }
    set { contents.withLock { $0[path] = newValue } }
  }

  /// Responds like a cache that stores everything.
  @Sendable func react(_ request: ScriptedServer.Request) -> ScriptedServer.Reaction {
    if request.method == "PUT" {
      self[request.path] = request.body
      return .answer(201)
    }
    return self[request.path].map { .answer(200, $0) } ?? .answer(404)
  }
}
