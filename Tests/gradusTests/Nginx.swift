import Foundation
import TestSupport
import Testing

/// An nginx on the loopback interface that stores uploads; it runs as long as this object exists.
final class Nginx {
  let port: UInt16
  private let folder: TemporaryFolder
  private let process = Process()

  /// Starts a server.
  ///
  /// - Parameter token: A bearer token; requests without it are answered with 401.
  /// - Throws: An error if nginx cannot be started.
  init(token: String? = nil) throws {
    folder = try TemporaryFolder()
    for name in ["data", "temporary"] { try folder.makeFolder(name) }
    port = try freePort()
    try folder.write("nginx.conf", Nginx.configuration(port: port, token: token))
    process.executableURL = URL(filePath: "/usr/sbin/nginx")
    process.arguments = ["-p", folder.path, "-c", "nginx.conf", "-e", "errors"]
    try process.run()
    for _ in 0..<500 where !isReachable { usleep(20_000) }
    #expect(isReachable, "nginx does not start: \(log("errors"))")
  }

  deinit {
    // It inherits the blocked signals of the test threads, SIGTERM among them.
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  var url: String { "http://127.0.0.1:\(port)/course" }

  /// The paths of all requests with a method and a response status.
  func requests(_ method: String, _ status: Int) -> [String] {
    let start = "\(method) \(status) "
    let lines = log("requests").split(separator: "\n").filter { $0.hasPrefix(start) }
    return lines.map { String($0.dropFirst(start.count)) }
  }

  /// The files below `ac` or `cas`.
  func files(_ kind: String) throws -> [URL] {
    let folder = folder.url.appending(path: "data/course/\(kind)")
    guard FileManager.default.fileExists(atPath: folder.path) else { return [] }
    return try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .sorted { $0.path < $1.path }
  }

  private func log(_ name: String) -> String { (try? folder.read(name)) ?? "" }

  private var isReachable: Bool {
    (try? withSocket(at: port) { connect($0, $1, $2) == 0 }) ?? false
  }

  private static func configuration(port: UInt16, token: String?) -> String {
    let check = token.map {
      "if ($http_authorization != \"Bearer \($0)\") { return 401; }"
    }
    let places = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map {
      "\($0)_temp_path temporary/\($0);"
    }
    return """
      daemon off;
      master_process off;
      pid process;
      events {}
      http {
        log_format plain "$request_method $status $uri";
        access_log requests plain;
        client_max_body_size 0;
        \(places.joined(separator: "\n"))
        server {
          listen 127.0.0.1:\(port);
          root data;
          location / {
            \(check ?? "")
            dav_methods PUT;
            create_full_put_path on;
          }
        }
      }
      """
  }
}

/// A free port on the loopback interface.
func freePort() throws -> UInt16 {
  var port: UInt16 = 0
  let isBound = try withSocket(at: 0) { socket, address, size in
    var size = size
    guard bind(socket, address, size) == 0, getsockname(socket, address, &size) == 0 else {
      return false
    }
    port = UInt16(bigEndian: UnsafeRawPointer(address).load(fromByteOffset: 2, as: UInt16.self))
    return true
  }
  return isBound ? port : 0
}

/// Calls `work` with a new socket and the address of a port on the loopback interface.
private func withSocket<Result>(
  at port: UInt16, _ work: (Int32, UnsafeMutablePointer<sockaddr>, socklen_t) throws -> Result
) throws -> Result {
  let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
  defer { close(descriptor) }
  var address = sockaddr_in()
  address.sin_family = sa_family_t(AF_INET)
  address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
  address.sin_port = port.bigEndian
  return try withUnsafeMutablePointer(to: &address) { pointer in
    try pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
      try work(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
    }
  }
}
