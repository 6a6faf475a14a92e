import Foundation
import Hashing
import Sharing
import Testing

@Suite(.timeLimit(.minutes(10))) struct RemoteCacheTests {
  static let blob = Data("a result\n".utf8)
  static let hash = SHA256.hex(of: blob)
  static let (action, other) = (SHA256.hex(of: "action".utf8), SHA256.hex(of: "other".utf8))

  private func cache(
    _ server: ScriptedServer, _ credentials: Credentials = .none, isReadOnly: Bool = false,
    silence: Int = 60
  ) throws -> RemoteCache {
    RemoteCache(
      try RemoteAddress(server.url), credentials, isReadOnly: isReadOnly,
      timeouts: Timeouts(connection: 60_000, silence: silence))
  }

  /// A shelf on which the blob lies under `action`.
  private func filledShelf() -> Shelf {
    let shelf = Shelf()
    shelf["/ac/\(Self.action)"] = ActionResult(of: Self.blob).message
    shelf["/cas/\(Self.hash)"] = Self.blob
    return shelf
  }

  @Test func aBlobIsPutBeforeTheActionsThatNameItAndIsGotAgain() async throws {
    let server = try ScriptedServer(Shelf().react)
    let cache = try cache(server)
    #expect(await cache.keep(Self.blob, of: [Self.action, Self.other]))
    #expect(
      server.questions == [
        "PUT /cas/\(Self.hash)", "PUT /ac/\(Self.action)", "PUT /ac/\(Self.other)",
      ])
    #expect(await cache.blob(of: Self.action) == Self.blob)
    #expect(await cache.blob(of: Self.other) == Self.blob)
    #expect(cache.troubles == [])
  }

  @Test func manyAreUnderWayAtATime() async throws {
    let server = try ScriptedServer(Shelf().react)
    let cache = try cache(server)
    let blobs = (0..<200).map { Data(String(repeating: "\($0) ", count: 1 + 40 * $0).utf8) }
    for blob in blobs {
      cache.inBackground {
        #expect(await cache.keep(blob, of: [SHA256.hex(of: SHA256.digest(of: blob))]))
      }
    }
    await cache.finish()
    await withTaskGroup { group in
      for blob in blobs {
        group.addTask {
          #expect(await cache.blob(of: SHA256.hex(of: SHA256.digest(of: blob))) == blob)
        }
      }
    }
    #expect(Set(server.questions).count == 800)
    #expect(server.questions.count == 800)
    #expect(cache.troubles == [])
  }

  @Test func whatIsNotThereIsNoTrouble() async throws {
    let shelf = filledShelf()
    shelf["/cas/\(Self.hash)"] = nil
    let server = try ScriptedServer(shelf.react)
    let cache = try cache(server)
    #expect(await cache.blob(of: Self.other) == nil)
    #expect(await cache.blob(of: Self.action) == nil)
    #expect(cache.troubles == [])
  }

  static let lies: [(path: String, body: String)] = [
    ("/cas/\(hash)", "A result\n"), ("/cas/\(hash)", ""),
    ("/cas/\(hash)", String(repeating: "a result\n", count: 100_000)),
    ("/ac/\(action)", "no message"), ("/ac/\(action)", ""),
    ("/ac/\(action)", String(repeating: "x", count: 2_000_000)),
  ]

  @Test(arguments: lies)
  func aLieIsAMissWithAWarningAndTheNextQuestionIsAsked(path: String, body: String) async throws {
    let shelf = filledShelf()
    shelf["/ac/\(Self.other)"] = shelf["/ac/\(Self.action)"]
    shelf[path] = Data(body.utf8)
    let cache = try cache(try ScriptedServer(shelf.react))
    #expect(await cache.blob(of: Self.action) == nil)
    #expect(
      cache.troubles.map(\.summary) == ["a result in it is damaged and is not used"])
    shelf["/cas/\(Self.hash)"] = Self.blob
    #expect(await cache.blob(of: Self.other) == Self.blob)
    shelf["/ac/\(Self.other)"] = Data("no message".utf8)
    #expect(await cache.blob(of: Self.other) == nil)
    #expect(cache.troubles.map(\.summary) == ["2 results in it are damaged and are not used"])
  }

  static let keys =
    "set GRADUS_REMOTE_CACHE_TOKEN, or GRADUS_REMOTE_CACHE_USER and "
    + "GRADUS_REMOTE_CACHE_PASSWORD"

  static let failures: [(ScriptedServer.Reaction, String, String?)] = [
    (.answer(401), "it answers GET with 401", keys),
    (.answer(403), "it answers GET with 403", keys),
    (.answer(302), "it answers GET with 302", nil), (.answer(501), "it answers GET with 501", nil),
    (.silence, "it takes too long to answer", nil),
  ]

  @Test(arguments: failures)
  func aFailureIsNotedOnceAndTheServerIsLeftAlone(
    _ reaction: ScriptedServer.Reaction, _ summary: String, _ help: String?
  ) async throws {
    let server = try ScriptedServer { _ in reaction }
    let cache = try cache(server, silence: 1)
    #expect(await cache.blob(of: Self.action) == nil)
    #expect(await cache.blob(of: Self.other) == nil)
    #expect(await !cache.keep(Self.blob, of: [Self.action]))
    #expect(cache.troubles.map(\.summary) == [summary])
    #expect(cache.troubles.map(\.help) == [help])
    #expect(server.questions == ["GET /ac/\(Self.action)"])
  }

  static let passing: [(ScriptedServer.Reaction, String)] = [
    (.answer(500), "it answers GET with 500"), (.answer(503), "it answers GET with 503"),
    (.answer(429), "it answers GET with 429"), (.cut, "it breaks off in the middle of an answer"),
  ]

  @Test(arguments: passing)
  func aFailureThatMayPassCostsOneRequest(
    _ reaction: ScriptedServer.Reaction, _ summary: String
  ) async throws {
    let shelf = filledShelf()
    let server = try ScriptedServer { request in
      request.path == "/ac/\(Self.other)" ? reaction : shelf.react(request)
    }
    let cache = try cache(server)
    #expect(await cache.blob(of: Self.other) == nil)
    #expect(await cache.blob(of: Self.action) == Self.blob)
    #expect(cache.troubles.map(\.summary) == ["\(summary), once"])
    #expect(await cache.blob(of: Self.other) == nil)
    #expect(await cache.blob(of: Self.action) == Self.blob)
    #expect(cache.troubles.map(\.summary) == ["\(summary), the first of 2 failures"])
    #expect(await cache.blob(of: Self.other) == nil)
    let asked = server.questions.count
    #expect(await cache.blob(of: Self.action) == nil)
    #expect(await !cache.keep(Self.blob, of: [Self.action]))
    #expect(cache.troubles.map(\.summary) == ["\(summary), one failure too many"])
    #expect(server.questions.count == asked)
  }

  @Test func whatIsOfferedIsPutThereOnlyWhereItIsMissing() async throws {
    let shelf = filledShelf()
    let server = try ScriptedServer(shelf.react)
    let cache = try cache(server)
    #expect(
      await cache.offer(of: [Self.action, Self.other]) {
        Issue.record("nobody wants it")
        return Self.blob
      })
    #expect(server.questions == ["GET /ac/\(Self.action)"])
    #expect(await cache.offer(of: [Self.other]) { Self.blob })
    #expect(await cache.blob(of: Self.other) == Self.blob)
    #expect(await !cache.offer(of: [Self.hash]) { nil })
    // What is no result is as good as nothing.
    shelf["/ac/\(Self.action)"] = Data("no message".utf8)
    #expect(await cache.offer(of: [Self.action]) { Self.blob })
    #expect(await cache.blob(of: Self.action) == Self.blob)
    #expect(cache.troubles == [])
  }

  @Test func aServerThatOnlyLetsUsReadSaysHow() async throws {
    let shelf = filledShelf()
    let server = try ScriptedServer { $0.method == "PUT" ? .answer(403) : shelf.react($0) }
    let cache = try cache(server)
    #expect(await !cache.keep(Self.blob, of: [Self.action]))
    #expect(cache.troubles.map(\.summary) == ["it answers PUT with 403"])
    #expect(cache.troubles.map(\.help) == ["'--remote-cache-read-only' puts nothing into it"])
    #expect(server.questions == ["PUT /cas/\(Self.hash)"])
  }

  @Test func readOnlyPutsNothing() async throws {
    let server = try ScriptedServer(filledShelf().react)
    let cache = try cache(server, isReadOnly: true)
    #expect(await !cache.keep(Self.blob, of: [Self.action]))
    #expect(await !cache.offer(of: [Self.other]) { Self.blob })
    cache.inBackground { Issue.record("there is nothing to put") }
    await cache.finish()
    #expect(server.questions == [])
    #expect(await cache.blob(of: Self.action) == Self.blob)
  }

  @Test func nobodyThereIsOneTrouble() async throws {
    let server = try ScriptedServer { _ in .answer(500) }
    let cache = try cache(server)
    server.stop()
    for _ in 0..<3 { #expect(await cache.blob(of: Self.action) == nil) }
    #expect(
      cache.troubles.map(\.summary) == ["it cannot be reached: nobody answers there"])
  }

  /// One that is slow fails for all at the same time, not for one after the other.
  @Test func whoeverIsWaitingGivesUpWithTheFirstFailure() async throws {
    let server = try ScriptedServer { $0.path.hasSuffix("0") ? .answer(403) : .silence }
    let cache = try cache(server, silence: 600)
    await withTaskGroup { group in
      for number in 1...40 { group.addTask { _ = await cache.blob(of: "\(number)") } }
    }
    #expect(cache.troubles.map(\.summary) == ["it answers GET with 403"])
  }

  @Test func anInterruptionEndsTheWait() async throws {
    let server = try ScriptedServer { _ in .silence }
    let cache = try cache(server, silence: 600)
    let task = Task { await cache.blob(of: Self.action) }
    while server.questions.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
    task.cancel()
    #expect(await task.value == nil)
  }

  @Test(arguments: [
    (Credentials.none, nil as String?), (.token("tok.en"), "Bearer tok.en"),
    (.user("me", password: "open:it"), "Basic bWU6b3BlbjppdA=="),
  ])
  func credentialsGoIntoTheHead(_ credentials: Credentials, _ header: String?) async throws {
    let server = try ScriptedServer(filledShelf().react)
    let cache = try cache(server, credentials)
    #expect(await cache.keep(Self.blob, of: [Self.action]))
    #expect(await cache.blob(of: Self.action) == Self.blob)
    #expect(server.requests.count == 4)
    for request in server.requests {
      let sent = request.head.firstMatch(of: /(?i)\r\nauthorization: ([^\r]*)/)?.1
      #expect(sent.map(String.init) == header)
    }
  }
}
