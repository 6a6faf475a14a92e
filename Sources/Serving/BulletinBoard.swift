internal import Foundation

/// Where the newest bulletin hangs, and those wait who have read it.
actor BulletinBoard {
  private(set) var bulletin = Bulletin()
  /// What tells this bulletin from all others, those of an earlier server too.
  private var mark = UUID().uuidString
  private var waiting: [UUID: CheckedContinuation<Void, Never>] = [:]

  /// Hangs up a changed bulletin and wakes all who wait.
  func update(_ change: @Sendable (inout Bulletin) -> Void) {
    change(&bulletin)
    mark = UUID().uuidString
    let woken = waiting.values
    waiting = [:]
    for continuation in woken { continuation.resume() }
  }

  /// The newest bulletin as JSON: at once if it is another than `seen`, or when one comes, or after
  /// a while.
  func next(after seen: String?, patience: Duration) async -> Data {
    if seen == mark { await wait(patience) }
    return bulletin.json(mark: mark)
  }

  private func wait(_ patience: Duration) async {
    let ticket = UUID()
    let alarm = Task {
      try? await Task.sleep(for: patience)
      wake(ticket)
    }
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        if Task.isCancelled { return continuation.resume() }
        waiting[ticket] = continuation
      }
    } onCancel: {
      Task { await self.wake(ticket) }
    }
    alarm.cancel()
  }

  private func wake(_ ticket: UUID) { waiting.removeValue(forKey: ticket)?.resume() }
}
