import Foundation
import Lessons
import Testing

@testable import Serving

@Suite struct PreviewServerTests {
  private static let page =
    "<!doctype html>\n<html>\n<head>\n</head>\n<body>Words</body>\n</html>\n"

  /// Gives `work` a server of a site with a page, and its port.
  private func withServer(
    _ files: [String: String] = ["index.html": page, "style.css": "</head>"],
    _ work: @Sendable (PreviewServer, UInt16) async throws -> Void
  ) async throws {
    let shop = try Shop(files)
    let server = PreviewServer(
      shop.folder.path, at: try #require(ListeningAddress("127.0.0.1")), port: 0,
      patience: .seconds(3600))
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

  @Test func aPageListensAndItsFileDoesNot() async throws {
    try await withServer { server, port in
      await server.update { $0.site = "s1" }
      let answer = try await Answer(get: "/", port: port)
      #expect(answer.status == 200)
      #expect(
        answer.body
          == Self.page.replacing(
            "</head>",
            with: "<script src=\"/-/preview.js\" data-site=\"s1\" defer></script>\n</head>"))
      #expect(answer.headers.contains("Content-Type: text/html; charset=utf-8"))
      #expect(answer.headers.contains("Cache-Control: no-store"))
      #expect(try await Answer(get: "/style.css", port: port).body == "</head>")
      let script = try await Answer(get: "/-/preview.js?x=1", port: port)
      #expect(script.status == 200 && script.body.hasPrefix("const previewStyle = \":host"))
    }
  }

  @Test func aPageThatIsMissingListensTooForItMayCome() async throws {
    try await withServer(["404.html": Self.page]) { _, port in
      let answer = try await Answer(get: "/soon.html", port: port)
      #expect(answer.status == 404 && answer.body.contains("Words"))
      #expect(answer.body.contains("/-/preview.js"))
    }
    try await withServer([:]) { _, port in
      let answer = try await Answer(get: "/", port: port)
      #expect(answer.status == 404 && answer.body.contains("/-/preview.js"))
    }
  }

  @Test func aNameThatIsNotOursIsSentAway() async throws {
    try await withServer { _, port in
      for path in ["/", "/-/bulletin", "/-/preview.js", "/style.css"] {
        for host in ["evil.example", "evil.example:\(port)", nil] {
          let answer = try await Answer(get: path, host: host, port: port)
          #expect(answer.status == 421 && answer.body == "There is no such host here.\n")
        }
      }
      #expect(
        try await Answer(get: "http://evil.example/", host: "localhost", port: port).status == 404)
      let twice =
        "GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
      #expect(try await Answer(twice, port: port).status == 421)
    }
  }

  @Test(arguments: ["POST", "PUT", "DELETE", "OPTIONS"])
  func pagesCanOnlyBeRead(method: String) async throws {
    try await withServer { _, port in
      let answer = try await Answer(get: "/", method: method, port: port)
      #expect(answer.status == 405)
    }
  }

  @Test(arguments: [
    "/../x", "/%2e%2e/%2e%2e/etc/passwd", "/..%2f..%2fetc%2fpasswd", "//etc/passwd",
  ])
  func noPathLeadsOutOfTheSite(path: String) async throws {
    try await withServer { _, port in
      let answer = try await Answer(get: path, port: port)
      #expect(answer.status == 404 && !answer.body.contains("root:"))
    }
  }

  @Test func aHeadHasNoBody() async throws {
    try await withServer { _, port in
      let answer = try await Answer(get: "/", method: "HEAD", port: port)
      #expect(answer.status == 200 && answer.body == "")
      #expect(answer.headers.contains("Content-Type: text/html"))
    }
  }

  @Test func whoHasReadABulletinWaitsForTheNext() async throws {
    try await withServer { server, port in
      @Sendable func bulletin(after mark: String) async throws -> [String: Any] {
        let answer = try await Answer(get: "/-/bulletin?after=\(mark)", port: port)
        let value = try JSONSerialization.jsonObject(with: Data(answer.body.utf8))
        return try #require(value as? [String: Any])
      }
      let first = try await bulletin(after: "")
      #expect(first["site"] as? String == "" && first["isBuilding"] as? Bool == true)
      let mark = try #require(first["mark"] as? String)
      async let next = bulletin(after: mark)["site"] as? String
      await server.update { $0.site = "s2" }
      #expect(try await next == "s2")
    }
  }

  @Test func aProblemComesWithItsLines() async throws {
    let shop = try Shop(["one.md": "1\n2\n3\n4\n5\n6\n"])
    let file = shop.folder.appending(path: "one.md").path
    let problem = Bulletin.Problem(.error(Place(file: file, line: 4), "wrong"))
    #expect(problem.firstLine == 2 && problem.excerpt == ["2", "3", "4", "5", "6"])
    let first = Bulletin.Problem(.error(Place(file: file), "wrong"))
    #expect(first.firstLine == 1 && first.excerpt.first == "1")
    #expect(Bulletin.Problem(.error(Place(file: "/nowhere", line: 9), "wrong")).excerpt == [])
    #expect(Bulletin.Problem(.error(Place(file: file, line: 99), "wrong")).excerpt == [])
  }
}
