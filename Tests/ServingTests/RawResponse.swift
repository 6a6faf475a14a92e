import Foundation
import Testing

/// A server's response to a request whose bytes are sent unchanged.
struct RawResponse {
  let status: Int
  let headers: String
  let body: String

  /// Sends a request to a server at 127.0.0.1 and waits for the response on a background thread.
  init(_ request: String, port: UInt16) async throws {
    let text = try await withCheckedThrowingContinuation { continuation in
      DispatchQueue.global().async {
        continuation.resume(with: Result { try response(to: request, port: port) })
      }
    }
    let parts = text.components(separatedBy: "\r\n\r\n")
    headers = parts[0]
    body = parts.dropFirst().joined(separator: "\r\n\r\n")
    status = try #require(Int(headers.split(separator: " ").dropFirst().first ?? ""), "\(text)")
  }

  /// Requests a page.
  init(get path: String, host: String? = "127.0.0.1", method: String = "GET", port: UInt16)
    async throws
  {
    let host = host.map { "Host: \($0)\r\n" } ?? ""
    try await self.init(
      "\(method) \(path) HTTP/1.1\r\n\(host)Connection: close\r\n\r\n", port: port)
  }
}

private func response(to request: String, port: UInt16) throws -> String {
  let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
  defer { close(socket) }
  var address = sockaddr_in()
  address.sin_family = sa_family_t(AF_INET)
  address.sin_port = port.bigEndian
  address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
  let size = socklen_t(MemoryLayout<sockaddr_in>.size)
  let result = withUnsafePointer(to: &address) {
    $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(socket, $0, size) }
  }
  try #require(result == 0, "\(String(cString: strerror(errno)))")
  #expect(request.withCString { send(socket, $0, strlen($0), Int32(MSG_NOSIGNAL)) } > 0)
  var bytes = [UInt8]()
  var buffer = [UInt8](repeating: 0, count: 4096)
  while true {
    let count = recv(socket, &buffer, buffer.count, 0)
    guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
    bytes += buffer.prefix(count)
  }
}
