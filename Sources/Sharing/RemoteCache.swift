package import Foundation
internal import Hashing
internal import Synchronization

/// Results that machines share, kept by a server that speaks the HTTP protocol of Bazel's caches.
///
/// A blob lies under the digest of its bytes, `/cas/<sha256>`. Under the digest of what it was made
/// of, `/ac/<sha256>`, lies an ``ActionResult`` that names it, and is put there after it. Nothing
/// that goes wrong stops a build, and it is noted once. A failure that may pass costs one request; after
/// three of them, or one that will not pass, the server is left alone.
public final class RemoteCache: Sendable {
  private struct State {
    /// Why the server is left alone.
    var failure: Trouble?
    /// Why requests came to nothing, while it is not.
    var losses: [Trouble] = []
    /// How many answers were not what was asked for.
    var damaged = 0
    /// How much is being put there.
    var pending = 0
  }

  /// So many requests may come to nothing; then the server is left alone.
  private static let mostLosses = 3
  /// No blob is larger: records come from a file that a session may write.
  private static let largestBlob = 128 << 20

  /// Where it is.
  package let address: RemoteAddress
  private let client: Client
  private let isReadOnly: Bool
  private let state = Mutex(State())

  /// A remote cache.
  ///
  /// - Parameters:
  ///   - address: Where it is.
  ///   - credentials: What it knows us by.
  ///   - isReadOnly: Whether nothing is put there.
  public convenience init(_ address: RemoteAddress, _ credentials: Credentials, isReadOnly: Bool) {
    self.init(address, credentials, isReadOnly: isReadOnly, patience: .usual)
  }

  /// A remote cache that is waited for so long.
  package init(
    _ address: RemoteAddress, _ credentials: Credentials, isReadOnly: Bool, patience: Patience
  ) {
    self.address = address
    client = Client(
      Server(address: address.text, credentials: credentials, patience: patience))
    self.isReadOnly = isReadOnly
  }

  /// What went wrong so far: at most one failure, else the requests that were lost, and a count of
  /// damaged results.
  public var troubles: [Trouble] {
    state.withLock { state in
      let loss = state.losses.first.map { $0.first(of: state.losses.count) }
      let failure = state.failure ?? loss
      return (failure.map { [$0] } ?? [])
        + (state.damaged > 0 ? [.damaged(state.damaged)] : [])
    }
  }

  /// The blob that came of an action.
  ///
  /// - Parameter action: The digest of what it was made of.
  /// - Returns: The blob, whose bytes are those that are named; nil where there is none to be had.
  package func blob(of action: String) async -> Data? {
    guard let message = await body(of: Question(path: "/ac/\(action)")) else { return nil }
    guard let result = ActionResult(message), result.size <= RemoteCache.largestBlob else {
      noteDamage()
      return nil
    }
    let question = Question(path: "/cas/\(result.hash)", limit: result.size)
    guard let blob = await body(of: question) else { return nil }
    guard result.names(blob) else {
      noteDamage()
      return nil
    }
    return blob
  }

  /// Puts a blob there, under all actions of which it came.
  ///
  /// - Returns: Whether it is there.
  package func keep(_ blob: Data, of actions: [String]) async -> Bool {
    guard !isReadOnly else { return false }
    let result = ActionResult(of: blob)
    var isThere = await put(blob, at: "/cas/\(result.hash)")
    for action in actions where isThere {
      isThere = await put(result.message, at: "/ac/\(action)")
    }
    return isThere
  }

  /// Puts a blob there unless something lies there already under the first of its actions.
  ///
  /// - Parameters:
  ///   - actions: All actions of which it came.
  ///   - blob: The blob, which is read only where it is wanted; nil where it is lost.
  /// - Returns: Whether it is there now.
  package func offer(of actions: [String], _ blob: () -> Data?) async -> Bool {
    guard !isReadOnly, let first = actions.first,
      let answer = await answer(to: Question(path: "/ac/\(first)"), accepting: [200, 404, 410])
    else { return false }
    if answer.status == 200, ActionResult(answer.body) != nil { return true }
    guard let blob = blob() else { return false }
    return await keep(blob, of: actions)
  }

  /// Begins with work that puts something there; ``finish()`` waits for it.
  package func inBackground(_ work: @escaping @Sendable () async -> Void) {
    guard !isReadOnly, begin() else { return }
    Task {
      await work()
      state.withLock { $0.pending -= 1 }
    }
  }

  /// Waits until all that is to be put there is there, or cannot be.
  package func finish() async {
    while state.withLock({ $0.pending > 0 }) {
      do {
        try await Task.sleep(for: .milliseconds(2))
      } catch {
        return client.giveUp()
      }
    }
  }

  /// Notes an answer that is whole and still not what it should be.
  package func noteDamage() { state.withLock { $0.damaged += 1 } }

  private func begin() -> Bool {
    state.withLock { state in
      guard state.failure == nil else { return false }
      state.pending += 1
      return true
    }
  }

  private func body(of question: Question) async -> Data? {
    guard let answer = await answer(to: question, accepting: [200, 404, 410]) else { return nil }
    if answer.isTooLong { noteDamage() }
    return answer.status == 200 && !answer.isTooLong ? answer.body : nil
  }

  private func put(_ body: Data, at path: String) async -> Bool {
    await answer(to: Question(body: body, path: path), accepting: 200...299) != nil
  }

  /// An answer of one of the statuses; any other, or none, is noted.
  private func answer(
    to question: Question, accepting statuses: some Collection<Int>
  ) async -> Answer? {
    guard state.withLock({ $0.failure == nil }) else { return nil }
    do throws(Trouble) {
      let answer = try await client.ask(question)
      if statuses.contains(answer.status) { return answer }
      note(.refuses(answer.status, question.method))
    } catch {
      note(error)
    }
    return nil
  }

  private func note(_ trouble: Trouble) {
    let isOver = state.withLock { state in
      if state.failure != nil { return true }
      state.losses.append(trouble)
      let isLast = state.losses.count == RemoteCache.mostLosses
      if !trouble.mayPass || isLast { state.failure = isLast ? trouble.last : trouble }
      return state.failure != nil
    }
    if isOver { client.giveUp() }
  }
}
