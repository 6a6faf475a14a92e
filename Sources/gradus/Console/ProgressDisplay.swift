import Foundation
import Laboratory
import Synchronization

/// Shows the progress of sessions on standard error: on a terminal one line for each running session,
/// redrawn in place; elsewhere a line now and then for a session that takes long.
final class ProgressDisplay: Sendable {
  private struct State {
    var running = RunningSessions()
    var liveLines = LiveLines()
    var missing: Set<Isolation> = []
    var hasEnded = false
  }

  private let terminal: Terminal
  private let state = Mutex(State())

  /// Creates a display for standard error, which is a terminal or a file.
  init(_ terminal: Terminal) { self.terminal = terminal }

  /// Shows progress while `work` runs, and clears it from the terminal at the end.
  func show<Result>(_ work: () async throws -> Result) async rethrows -> Result {
    let timer = Task { [self] in
      while (try? await Task.sleep(for: .milliseconds(100))) != nil { draw() }
    }
    defer {
      timer.cancel()
      state.withLock { state in
        state.hasEnded = true
        write(state.liveLines.erase(terminal.size.columns))
      }
    }
    return try await work()
  }

  /// Records an event, and prints a line about it if there is one.
  func note(_ event: RunEvent) {
    state.withLock { state in
      let line = state.running.note(event, at: .now) ?? notice(event, &state.missing)
      guard let line, !state.hasEnded else { return }
      if terminal.isLive, case .finished = event { return }
      write(state.liveLines.erase(terminal.size.columns) + line + "\n")
    }
  }

  /// The notice about a missing protection, printed once for each kind.
  private func notice(_ event: RunEvent, _ reported: inout Set<Isolation>) -> String? {
    guard case .notIsolated(let protection) = event, reported.insert(protection).inserted else {
      return nil
    }
    return switch protection {
    case .network: "note: this machine cannot isolate sessions from the network"
    case .processes: "note: this machine cannot isolate sessions from other processes"
    }
  }

  private func draw() {
    state.withLock { state in
      guard !state.hasEnded else { return }
      if terminal.isLive {
        let lines = state.running.lines(at: .now)
        write(state.liveLines.redraw(lines, on: terminal.size, isColoured: terminal.isColoured))
      } else {
        for line in state.running.overdueLines(at: .now) { write(line + "\n") }
      }
    }
  }

  private func write(_ text: String) {
    if !text.isEmpty { try? FileHandle.standardError.write(contentsOf: Data(text.utf8)) }
  }
}
