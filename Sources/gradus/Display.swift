import Foundation
import Laboratory
import Synchronization

/// Shows how far sessions are, on standard error: a line for each that runs, drawn over and over on
/// a terminal; elsewhere a line now and then for one that takes long.
final class Display: Sendable {
  private struct State {
    var running = RunningSessions()
    var canvas = Canvas()
    var unprotected: Set<Protection> = []
    var isOver = false
  }

  private let terminal: Terminal
  private let state = Mutex(State())

  /// A display on a terminal, or in a file.
  init(_ terminal: Terminal) { self.terminal = terminal }

  /// Shows what happens while `work` does it; afterwards nothing of it is left on a terminal.
  func show<Result>(_ work: () async throws -> Result) async rethrows -> Result {
    let pulse = Task { [self] in
      while (try? await Task.sleep(for: .milliseconds(100))) != nil { draw() }
    }
    defer {
      pulse.cancel()
      state.withLock { state in
        state.isOver = true
        write(state.canvas.erased(terminal.size.columns))
      }
    }
    return try await work()
  }

  /// Takes note of what happens.
  func note(_ event: Event) {
    state.withLock { state in
      let line = state.running.note(event, at: .now) ?? words(event, &state.unprotected)
      guard let line, !state.isOver else { return }
      if terminal.isLive, case .ended = event { return }
      write(state.canvas.erased(terminal.size.columns) + line + "\n")
    }
  }

  private func words(_ event: Event, _ told: inout Set<Protection>) -> String? {
    guard case .unprotected(let protection) = event, told.insert(protection).inserted else {
      return nil
    }
    return switch protection {
    case .network: "note: this machine does not let sessions be kept from the network"
    case .processes: "note: this machine does not let sessions be kept from seeing other processes"
    }
  }

  private func draw() {
    state.withLock { state in
      guard !state.isOver else { return }
      if terminal.isLive {
        let lines = state.running.lines(at: .now)
        write(state.canvas.drawn(lines, on: terminal.size, isColoured: terminal.isColoured))
      } else {
        for line in state.running.longOnes(at: .now) { write(line + "\n") }
      }
    }
  }

  private func write(_ text: String) {
    if !text.isEmpty { try? FileHandle.standardError.write(contentsOf: Data(text.utf8)) }
  }
}
