internal import Foundation

/// The current build status, and the requests that wait for the next one.
actor StatusBroadcaster {
  private(set) var current = PreviewStatus()
  /// A unique identifier of the current status, even across restarts of the server.
  private var mark = UUID().uuidString
  private var waiting: [UUID: CheckedContinuation<Void, Never>] = [:]

  /// Changes the status and answers all waiting requests.
  func update(_ change: @Sendable (inout PreviewStatus) -> Void) {
    change(&current)
    mark = UUID().uuidString
    let woken = waiting.values
    waiting = [:]
    for continuation in woken { continuation.resume() }
  }

  /// Returns the current status as JSON: immediately if `seen` is not its mark, otherwise after the
  /// next change or the timeout.
  func next(after seen: String?, timeout: Duration) async -> Data {
    if seen == mark { await wait(timeout) }
    return current.json(mark: mark)
  }

  private func wait(_ timeout: Duration) async {
    let request = UUID()
    let alarm = Task {
      try? await Task.sleep(for: timeout)
      wake(request)
    }
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        if Task.isCancelled { return continuation.resume() }
        waiting[request] = continuation
      }
    } onCancel: {
      Task { await self.wake(request) }
    }
    alarm.cancel()
  }

  private func wake(_ request: UUID) { waiting.removeValue(forKey: request)?.resume() }
}
