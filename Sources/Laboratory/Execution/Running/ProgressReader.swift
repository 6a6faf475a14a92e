internal import Foundation
internal import Lessons
internal import Records
internal import Synchronization

/// Reads a program's progress from its records while it runs.
final class ProgressReader: Sendable {
  private struct State {
    var read: UInt64 = 0
    var step: Step?
    var progress: RunEvent.Step?
  }

  private let program: Program
  private let records: String
  private let state = Mutex(State())

  /// Creates a reader for a program that writes its records to a file.
  init(_ program: Program, records: String) {
    self.program = program
    self.records = records
  }

  /// Returns the current progress of the program; nil before its first step.
  func progress() -> RunEvent.Position? {
    state.withLock { state in
      for line in newLines(&state.read) where line.isShort {
        guard let record = try? Wire.records(in: line + "\n".utf8).first else { continue }
        if case .progress(let step, let count) = record {
          state.progress = RunEvent.Step(step, of: count)
        } else if let step = program.steps.first(where: { record.marks($0) }) {
          state.step = step
          state.progress = nil
        }
      }
      return state.step.map { RunEvent.Position(line: $0.line, step: state.progress) }
    }
  }

  /// Returns the complete lines that were written since the last call.
  private func newLines(_ read: inout UInt64) -> [Data] {
    guard let file = FileHandle(forReadingAtPath: records),
      (try? file.seek(toOffset: read)) != nil,
      let data = try? file.read(upToCount: 1 << 20),
      let end = data.lastIndex(of: UInt8(ascii: "\n"))
    else { return [] }
    read += UInt64(end - data.startIndex + 1)
    return data[..<end].split(separator: UInt8(ascii: "\n")).map { Data($0) }
  }
}

extension Data {
  /// Whether the line can be a mark or a progress record; figures are long and need not be decoded.
  fileprivate var isShort: Bool { count < 4096 }
}
