import Foundation
import Lessons
import TestSupport
import Testing

@testable import Serving

@Suite struct PreviewServerTests {
  private static let page =
    "<!doctype html>\n<html>\n<head>\n</head>\n<body>Words</body>\n</html>\n"

  /// Runs `work` with a server for the given files, and its port.
  private func withServer(
    _ files: [String: String] = ["index.html": page, "style.css": "</head>"],
    _ work: @Sendable (PreviewServer, UInt16) async throws -> Void
  ) async throws {
    let folder = try TemporaryFolder(files)
    defer { withExtendedLifetime(folder) {} }
    let server = PreviewServer(
      folder.url.path, at: try #require(ListeningAddress("127.0.0.1")), port: 0,
      timeout: .seconds(3600))
    let (ports, continuation) = AsyncStream<UInt16>.makeStream()
    let running = Task { try await server.run { continuation.yield($0) } }
    let port = try #require(await ports.first { _ in true })
    do {
      try await work(server, port)
    } catch {
      running.cancel()
      throw error
    }
    running.cancel()
    _ = await running.result
  }

  @Test func theReloadScriptIsInsertedIntoPagesOnly() async throws {
    try await withServer { server, port in
      await server.update { $0.site = "s1" }
      let response = try await RawResponse(get: "/", port: port)
      #expect(response.status == 200)
      #expect(
        response.body
          == Self.page.replacing(
            "</head>",
            with: "<script src=\"/-/preview.js\" data-site=\"s1\" defer></script>\n</head>"))
      #expect(response.headers.contains("Content-Type: text/html; charset=utf-8"))
      #expect(response.headers.contains("Cache-Control: no-store"))
      #expect(try await RawResponse(get: "/style.css", port: port).body == "</head>")
      let script = try await RawResponse(get: "/-/preview.js?x=1", port: port)
      #expect(script.status == 200 && script.body.hasPrefix("const previewStyle = \":host"))
    }
  }

  @Test func missingPagesReloadToo() async throws {
    try await withServer(["404.html": Self.page]) { _, port in
      let response = try await RawResponse(get: "/soon.html", port: port)
      #expect(response.status == 404 && response.body.contains("Words"))
      #expect(response.body.contains("/-/preview.js"))
    }
    try await withServer([:]) { _, port in
      let response = try await RawResponse(get: "/", port: port)
      #expect(response.status == 404 && response.body.contains("/-/preview.js"))
    }
  }

  @Test func unknownHostsAreRejected() async throws {
    try await withServer { _, port in
      for path in ["/", "/-/status", "/-/preview.js", "/style.css"] {
        for host in ["evil.example", "evil.example:\(port)", nil] {
          let response = try await RawResponse(get: path, host: host, port: port)
          #expect(response.status == 421 && response.body == "Unknown host.\n")
        }
      }
      #expect(
        try await RawResponse(get: "http://evil.example/", host: "localhost", port: port).status
          == 404)
      let twice =
        "GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
      #expect(try await RawResponse(twice, port: port).status == 421)
    }
  }

  @Test(arguments: ["POST", "PUT", "DELETE", "OPTIONS"])
  func pagesCanOnlyBeRead(method: String) async throws {
    try await withServer { _, port in
      let response = try await RawResponse(get: "/", method: method, port: port)
      #expect(response.status == 405)
    }
  }

  @Test(arguments: [
    "/../x", "/%2e%2e/%2e%2e/etc/passwd", "/..%2f..%2fetc%2fpasswd", "//etc/passwd",
  ])
  func noPathLeadsOutOfTheSite(path: String) async throws {
    try await withServer { _, port in
      let response = try await RawResponse(get: path, port: port)
      #expect(response.status == 404 && !response.body.contains("root:"))
    }
  }

  @Test func aHeadResponseHasNoBody() async throws {
    try await withServer { _, port in
      let response = try await RawResponse(get: "/", method: "HEAD", port: port)
      #expect(response.status == 200 && response.body == "")
      #expect(response.headers.contains("Content-Type: text/html"))
    }
  }

  @Test func aRequestWithTheCurrentMarkWaitsForTheNextStatus() async throws {
    try await withServer { server, port in
      @Sendable func status(after mark: String) async throws -> [String: Any] {
        let response = try await RawResponse(get: "/-/status?after=\(mark)", port: port)
        let value = try JSONSerialization.jsonObject(with: Data(response.body.utf8))
        return try #require(value as? [String: Any])
      }
      let first = try await status(after: "")
      #expect(first["site"] as? String == "" && first["isBuilding"] as? Bool == true)
      let mark = try #require(first["mark"] as? String)
      async let next = status(after: mark)["site"] as? String
      await server.update { $0.site = "s2" }
      #expect(try await next == "s2")
    }
  }

  @Test func aProblemHasTheLinesAroundIt() async throws {
    let folder = try TemporaryFolder(["one.md": "1\n2\n3\n4\n5\n6\n"])
    defer { withExtendedLifetime(folder) {} }
    let file = folder.url.appending(path: "one.md").path
    let problem = PreviewStatus.Problem(.error(Place(file: file, line: 4), "wrong"))
    #expect(problem.firstLine == 2 && problem.excerpt == ["2", "3", "4", "5", "6"])
    let first = PreviewStatus.Problem(.error(Place(file: file), "wrong"))
    #expect(first.firstLine == 1 && first.excerpt.first == "1")
    #expect(PreviewStatus.Problem(.error(Place(file: "/nowhere", line: 9), "wrong")).excerpt == [])
    #expect(PreviewStatus.Problem(.error(Place(file: file, line: 99), "wrong")).excerpt == [])
  }
}
