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
    stall: Int = 60
  ) throws -> RemoteCache {
    RemoteCache(
      try RemoteAddress(server.url), credentials, isReadOnly: isReadOnly,
      timeouts: Timeouts(connect: 60_000, stall: stall))
  }

  /// A storage with the blob as the output of `action`.
  private func filledStorage() -> CacheStorage {
    let storage = CacheStorage()
    storage["/ac/\(Self.action)"] = ActionResult(of: Self.blob).message
    storage["/cas/\(Self.hash)"] = Self.blob
    return storage
  }

  @Test func aBlobIsUploadedBeforeItsActions() async throws {
    let server = try ScriptedServer(CacheStorage().react)
    let cache = try cache(server)
    #expect(await cache.store(Self.blob, for: [Self.action, Self.other]))
    #expect(
      server.requestLines == [
        "PUT /cas/\(Self.hash)", "PUT /ac/\(Self.action)", "PUT /ac/\(Self.other)",
      ])
    #expect(await cache.blob(for: Self.action) == Self.blob)
    #expect(await cache.blob(for: Self.other) == Self.blob)
    #expect(cache.troubles == [])
  }

  @Test func requestsAreConcurrent() async throws {
    let server = try ScriptedServer(CacheStorage().react)
    let cache = try cache(server)
    let blobs = (0..<200).map { Data(String(repeating: "\($0) ", count: 1 + 40 * $0).utf8) }
    for blob in blobs {
      cache.inBackground {
        #expect(await cache.store(blob, for: [SHA256.hex(of: SHA256.digest(of: blob))]))
      }
    }
    await cache.finish()
    await withTaskGroup { group in
      for blob in blobs {
        group.addTask {
          #expect(await cache.blob(for: SHA256.hex(of: SHA256.digest(of: blob))) == blob)
        }
      }
    }
    #expect(Set(server.requestLines).count == 800)
    #expect(server.requestLines.count == 800)
    #expect(cache.troubles == [])
  }

  @Test func aMissIsNotAFailure() async throws {
    let storage = filledStorage()
    storage["/cas/\(Self.hash)"] = nil
    let server = try ScriptedServer(storage.react)
    let cache = try cache(server)
    #expect(await cache.blob(for: Self.other) == nil)
    #expect(await cache.blob(for: Self.action) == nil)
    #expect(cache.troubles == [])
  }

  static let invalidResults: [(path: String, body: String)] = [
    ("/cas/\(hash)", "A result\n"), ("/cas/\(hash)", ""),
    ("/cas/\(hash)", String(repeating: "a result\n", count: 100_000)),
    ("/ac/\(action)", "no message"), ("/ac/\(action)", ""),
    ("/ac/\(action)", String(repeating: "x", count: 2_000_000)),
  ]

  @Test(arguments: invalidResults)
  func anInvalidResultIsAMissWithAWarning(path: String, body: String) async throws {
    let storage = filledStorage()
    storage["/ac/\(Self.other)"] = storage["/ac/\(Self.action)"]
    storage[path] = Data(body.utf8)
    let cache = try cache(try ScriptedServer(storage.react))
    #expect(await cache.blob(for: Self.action) == nil)
    #expect(
      cache.troubles.map(\.summary) == ["1 result is damaged and was ignored"])
    storage["/cas/\(Self.hash)"] = Self.blob
    #expect(await cache.blob(for: Self.other) == Self.blob)
    storage["/ac/\(Self.other)"] = Data("no message".utf8)
    #expect(await cache.blob(for: Self.other) == nil)
    #expect(cache.troubles.map(\.summary) == ["2 results are damaged and were ignored"])
  }

  static let keys =
    "set GRADUS_REMOTE_CACHE_TOKEN, or GRADUS_REMOTE_CACHE_USER and "
    + "GRADUS_REMOTE_CACHE_PASSWORD"

  static let failures: [(ScriptedServer.Reaction, String, String?)] = [
    (.answer(401), "GET failed with status 401", keys),
    (.answer(403), "GET failed with status 403", keys),
    (.answer(302), "GET failed with status 302", nil),
    (.answer(501), "GET failed with status 501", nil),
    (.silence, "timeout", nil),
  ]

  @Test(arguments: failures)
  func aPermanentFailureEndsAllRequests(
    _ reaction: ScriptedServer.Reaction, _ summary: String, _ help: String?
  ) async throws {
    let server = try ScriptedServer { _ in reaction }
    let cache = try cache(server, stall: 1)
    #expect(await cache.blob(for: Self.action) == nil)
    #expect(await cache.blob(for: Self.other) == nil)
    #expect(await !cache.store(Self.blob, for: [Self.action]))
    #expect(cache.troubles.map(\.summary) == [summary])
    #expect(cache.troubles.map(\.help) == [help])
    #expect(server.requestLines == ["GET /ac/\(Self.action)"])
  }

  static let transient: [(ScriptedServer.Reaction, String)] = [
    (.answer(500), "GET failed with status 500"), (.answer(503), "GET failed with status 503"),
    (.answer(429), "GET failed with status 429"),
    (.cut, "the connection was closed in the middle of a response"),
  ]

  @Test(arguments: transient)
  func aTransientFailureCostsOneRequest(
    _ reaction: ScriptedServer.Reaction, _ summary: String
  ) async throws {
    let storage = filledStorage()
    let server = try ScriptedServer { request in
      request.path == "/ac/\(Self.other)" ? reaction : storage.react(request)
    }
    let cache = try cache(server)
    #expect(await cache.blob(for: Self.other) == nil)
    #expect(await cache.blob(for: Self.action) == Self.blob)
    #expect(cache.troubles.map(\.summary) == ["\(summary) (once)"])
    #expect(await cache.blob(for: Self.other) == nil)
    #expect(await cache.blob(for: Self.action) == Self.blob)
    #expect(cache.troubles.map(\.summary) == ["\(summary) (first of 2 failures)"])
    #expect(await cache.blob(for: Self.other) == nil)
    let count = server.requestLines.count
    #expect(await cache.blob(for: Self.action) == nil)
    #expect(await !cache.store(Self.blob, for: [Self.action]))
    #expect(cache.troubles.map(\.summary) == ["\(summary) (too many failures)"])
    #expect(server.requestLines.count == count)
  }

  @Test func onlyMissingBlobsAreUploaded() async throws {
    let storage = filledStorage()
    let server = try ScriptedServer(storage.react)
    let cache = try cache(server)
    #expect(
      await cache.uploadIfMissing(for: [Self.action, Self.other]) {
        Issue.record("the blob is not needed")
        return Self.blob
      })
    #expect(server.requestLines == ["GET /ac/\(Self.action)"])
    #expect(await cache.uploadIfMissing(for: [Self.other]) { Self.blob })
    #expect(await cache.blob(for: Self.other) == Self.blob)
    #expect(await !cache.uploadIfMissing(for: [Self.hash]) { nil })
    // An invalid result counts as missing.
    storage["/ac/\(Self.action)"] = Data("no message".utf8)
    #expect(await cache.uploadIfMissing(for: [Self.action]) { Self.blob })
    #expect(await cache.blob(for: Self.action) == Self.blob)
    #expect(cache.troubles == [])
  }

  @Test func aReadOnlyServerGetsAdvice() async throws {
    let storage = filledStorage()
    let server = try ScriptedServer { $0.method == "PUT" ? .answer(403) : storage.react($0) }
    let cache = try cache(server)
    #expect(await !cache.store(Self.blob, for: [Self.action]))
    #expect(cache.troubles.map(\.summary) == ["PUT failed with status 403"])
    #expect(cache.troubles.map(\.help) == ["use '--remote-cache-read-only' to upload nothing"])
    #expect(server.requestLines == ["PUT /cas/\(Self.hash)"])
  }

  @Test func aReadOnlyCacheUploadsNothing() async throws {
    let server = try ScriptedServer(filledStorage().react)
    let cache = try cache(server, isReadOnly: true)
    #expect(await !cache.store(Self.blob, for: [Self.action]))
    #expect(await !cache.uploadIfMissing(for: [Self.other]) { Self.blob })
    cache.inBackground { Issue.record("nothing should be uploaded") }
    await cache.finish()
    #expect(server.requestLines == [])
    #expect(await cache.blob(for: Self.action) == Self.blob)
  }

  @Test func anUnreachableServerIsOneFailure() async throws {
    let server = try ScriptedServer { _ in .answer(500) }
    let cache = try cache(server)
    server.stop()
    for _ in 0..<3 { #expect(await cache.blob(for: Self.action) == nil) }
    #expect(
      cache.troubles.map(\.summary) == ["cannot connect: connection refused"])
  }

  /// A slow server must not delay every request in turn.
  @Test func theFirstFailureCancelsPendingRequests() async throws {
    let server = try ScriptedServer { $0.path.hasSuffix("0") ? .answer(403) : .silence }
    let cache = try cache(server, stall: 600)
    await withTaskGroup { group in
      for number in 1...40 { group.addTask { _ = await cache.blob(for: "\(number)") } }
    }
    #expect(cache.troubles.map(\.summary) == ["GET failed with status 403"])
  }

  @Test func cancellationEndsTheWait() async throws {
    let server = try ScriptedServer { _ in .silence }
    let cache = try cache(server, stall: 600)
    let task = Task { await cache.blob(for: Self.action) }
    while server.requestLines.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
    task.cancel()
    #expect(await task.value == nil)
  }

  @Test(arguments: [
    (Credentials.none, nil as String?), (.token("tok.en"), "Bearer tok.en"),
    (.user("me", password: "open:it"), "Basic bWU6b3BlbjppdA=="),
  ])
  func credentialsAreSentInTheHeader(_ credentials: Credentials, _ header: String?) async throws {
    let server = try ScriptedServer(filledStorage().react)
    let cache = try cache(server, credentials)
    #expect(await cache.store(Self.blob, for: [Self.action]))
    #expect(await cache.blob(for: Self.action) == Self.blob)
    #expect(server.requests.count == 4)
    for request in server.requests {
      let sent = request.head.firstMatch(of: /(?i)\r\nauthorization: ([^\r]*)/)?.1
      #expect(sent.map(String.init) == header)
    }
  }
}
