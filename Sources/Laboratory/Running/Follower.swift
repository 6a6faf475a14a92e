internal import Foundation
internal import Lessons
internal import Records
internal import Synchronization

/// Follows a program by what it records, as it records it.
final class Follower: Sendable {
  private struct State {
    var read: UInt64 = 0
    var step: Step?
    var progress: Event.Step?
  }

  private let program: Program
  private let records: String
  private let state = Mutex(State())

  /// A follower of a program that records in a file.
  init(_ program: Program, records: String) {
    self.program = program
    self.records = records
  }

  /// How far the program is now.
  func moment() -> Event.Moment? {
    state.withLock { state in
      for line in newLines(&state.read) where line.isShort {
        guard let record = try? Wire.records(in: line + "\n".utf8).first else { continue }
        if case .progress(let step, let count) = record {
          state.progress = Event.Step(step, of: count)
        } else if let step = program.steps.first(where: { record.marks($0) }) {
          (state.step, state.progress) = (step, nil)
        }
      }
      return state.step.map { Event.Moment(line: $0.line, step: state.progress) }
    }
  }

  /// The whole lines that were written since they were last read.
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
  /// Whether it may be a mark; figures are long, and nobody waits for what they say.
  fileprivate var isShort: Bool { count < 4096 }
}
