package import Foundation
internal import Hashing
internal import Synchronization

/// A remote cache with the HTTP protocol of Bazel's caches.
///
/// A blob is stored under the digest of its bytes, `/cas/<sha256>`. An ``ActionResult`` that refers
/// to it is stored under the digest of its inputs, `/ac/<sha256>`, after the blob. Failures never
/// stop a build, and each is reported once. After three transient failures, or a permanent one, no
/// more requests are sent.
public final class RemoteCache: Sendable {
  private struct State {
    /// The failure because of which no more requests are sent.
    var failure: Trouble?
    /// The transient failures so far.
    var transientFailures: [Trouble] = []
    /// The number of damaged results.
    var damaged = 0
    /// The number of uploads in progress.
    var pending = 0
  }

  /// The number of transient failures after which no more requests are sent.
  private static let maximumTransientFailures = 3
  /// The maximum size of a blob, given the limit for files that a session writes.
  private static let maximumBlobSize = 128 << 20

  /// The address of the server.
  package let address: RemoteAddress
  private let client: Client
  private let isReadOnly: Bool
  private let state = Mutex(State())

  /// Creates the client of a remote cache.
  ///
  /// - Parameters:
  ///   - address: The address of the server.
  ///   - credentials: The credentials for the server.
  ///   - isReadOnly: Whether nothing is uploaded.
  public convenience init(_ address: RemoteAddress, _ credentials: Credentials, isReadOnly: Bool) {
    self.init(address, credentials, isReadOnly: isReadOnly, timeouts: .standard)
  }

  /// Creates the client of a remote cache with the given timeouts.
  package init(
    _ address: RemoteAddress, _ credentials: Credentials, isReadOnly: Bool, timeouts: Timeouts
  ) {
    self.address = address
    client = Client(
      CacheServer(address: address.text, credentials: credentials, timeouts: timeouts))
    self.isReadOnly = isReadOnly
  }

  /// The failures so far: at most one for requests, and one for damaged results.
  public var troubles: [Trouble] {
    state.withLock { state in
      let transient = state.transientFailures.first.map {
        $0.first(of: state.transientFailures.count)
      }
      let failure = state.failure ?? transient
      return (failure.map { [$0] } ?? [])
        + (state.damaged > 0 ? [.damaged(state.damaged)] : [])
    }
  }

  /// Downloads the output of an action.
  ///
  /// - Parameter action: The digest of the action's inputs.
  /// - Returns: The verified blob; nil for a miss or a failure.
  package func blob(for action: String) async -> Data? {
    guard let message = await body(for: CacheRequest(path: "/ac/\(action)")) else { return nil }
    guard let result = ActionResult(message), result.size <= RemoteCache.maximumBlobSize else {
      noteDamagedResult()
      return nil
    }
    let request = CacheRequest(path: "/cas/\(result.hash)", limit: result.size)
    guard let blob = await body(for: request) else { return nil }
    guard result.matches(blob) else {
      noteDamagedResult()
      return nil
    }
    return blob
  }

  /// Uploads a blob as the output of several actions.
  ///
  /// - Returns: Whether the upload succeeded.
  package func store(_ blob: Data, for actions: [String]) async -> Bool {
    guard !isReadOnly else { return false }
    let result = ActionResult(of: blob)
    var isStored = await put(blob, at: "/cas/\(result.hash)")
    for action in actions where isStored {
      isStored = await put(result.message, at: "/ac/\(action)")
    }
    return isStored
  }

  /// Uploads a blob unless the first of its actions already has a result.
  ///
  /// - Parameters:
  ///   - actions: The actions whose output the blob is.
  ///   - blob: Returns the blob, and is called only if it is missing; nil if it has been evicted.
  /// - Returns: Whether the blob is in the cache now.
  package func uploadIfMissing(for actions: [String], _ blob: () -> Data?) async -> Bool {
    guard !isReadOnly, let first = actions.first,
      let response = await response(
        to: CacheRequest(path: "/ac/\(first)"), accepting: [200, 404, 410])
    else { return false }
    if response.status == 200, ActionResult(response.body) != nil { return true }
    guard let blob = blob() else { return false }
    return await store(blob, for: actions)
  }

  /// Starts an upload; ``finish()`` waits for it.
  package func inBackground(_ work: @escaping @Sendable () async -> Void) {
    guard !isReadOnly, beginUpload() else { return }
    Task {
      await work()
      state.withLock { $0.pending -= 1 }
    }
  }

  /// Waits until all uploads have finished or failed.
  package func finish() async {
    while state.withLock({ $0.pending > 0 }) {
      do {
        try await Task.sleep(for: .milliseconds(2))
      } catch {
        return client.cancel()
      }
    }
  }

  /// Counts a result that was received completely but is invalid.
  package func noteDamagedResult() { state.withLock { $0.damaged += 1 } }

  private func beginUpload() -> Bool {
    state.withLock { state in
      guard state.failure == nil else { return false }
      state.pending += 1
      return true
    }
  }

  private func body(for request: CacheRequest) async -> Data? {
    guard let response = await response(to: request, accepting: [200, 404, 410]) else { return nil }
    if response.isTooLong { noteDamagedResult() }
    return response.status == 200 && !response.isTooLong ? response.body : nil
  }

  private func put(_ body: Data, at path: String) async -> Bool {
    await response(to: CacheRequest(body: body, path: path), accepting: 200...299) != nil
  }

  /// Sends a request and returns a response with one of the statuses; others are recorded as
  /// failures.
  private func response(
    to request: CacheRequest, accepting statuses: some Collection<Int>
  ) async -> CacheResponse? {
    guard state.withLock({ $0.failure == nil }) else { return nil }
    do throws(Trouble) {
      let response = try await client.send(request)
      if statuses.contains(response.status) { return response }
      note(.unexpectedStatus(response.status, request.method))
    } catch {
      note(error)
    }
    return nil
  }

  private func note(_ trouble: Trouble) {
    let isDisabled = state.withLock { state in
      if state.failure != nil { return true }
      state.transientFailures.append(trouble)
      let isLast = state.transientFailures.count == RemoteCache.maximumTransientFailures
      if !trouble.isTransient || isLast { state.failure = isLast ? trouble.last : trouble }
      return state.failure != nil
    }
    if isDisabled { client.cancel() }
  }
}
