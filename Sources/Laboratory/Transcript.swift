package import Foundation
package import Lessons
package import Records

/// What a program recorded, read against the steps that it was to take.
package struct Transcript {
  private let program: Program
  private let records: [Record]

  /// The records of a run, whole or broken off.
  package init(_ records: [Record], of program: Program) {
    self.records = records
    self.program = program
  }

  /// Whether the program came to its end.
  package var hasEnded: Bool {
    if case .end = records.last { true } else { false }
  }

  /// The step that was running when the program ended.
  ///
  /// A cell is recorded when it begins, a value once it is there; so after a value the next step
  /// was running.
  package var running: Step? {
    guard let mark = records.last(where: \.isMark),
      let position = program.steps.firstIndex(where: { mark.marks($0) })
    else { return program.steps.first }
    guard case .value = program.steps[position] else { return program.steps[position] }
    return program.steps[min(position + 1, program.steps.count - 1)]
  }

  /// The first step that was not taken in its turn, though the program ended.
  package var outOfTurn: Step? {
    let marks = records.filter(\.isMark)
    let (steps, last) = (program.steps, program.steps.count - 1)
    return (0..<max(marks.count, steps.count)).first { position in
      guard marks.indices.contains(position), position <= last else { return true }
      return !marks[position].marks(steps[position])
    }.map { steps[min($0, last)] }
  }

  /// The records that a page needs: each cell with what it printed, each figure and table once, as
  /// it was last.
  package func settled(output: Data) -> [Record] {
    let texts = texts(output)
    var last = lastVersions
    return records.flatMap { record -> [Record?] in
      switch record {
      case .cell(let index, _): [record, texts[index].map { .output(cell: index, text: $0) }]
      case .figure(let id, _), .table(let id, _): [last.removeValue(forKey: id)]
      case .progress: []
      default: [record]
      }
    }.compactMap(\.self)
  }

  private var lastVersions: [Int: Record] {
    records.reduce(into: [:]) { last, record in
      if let id = record.id { last[id] = record }
    }
  }

  /// What each cell printed, where it printed something.
  private func texts(_ output: Data) -> [Int: String] {
    let bytes = [UInt8](output)
    let starts = records.compactMap { record in
      if case .cell(let index, let start) = record { (cell: index, byte: start) } else { nil }
    }
    let ends = starts.dropFirst().map(\.byte) + [bytes.count]
    return zip(starts, ends).reduce(into: [:]) { texts, piece in
      let end = min(piece.1, bytes.count)
      let text = String(decoding: bytes[min(piece.0.byte, end)..<end], as: UTF8.self)
      if !text.isEmpty { texts[piece.0.cell, default: ""] += text }
    }
  }
}

extension Record {
  /// Whether it tells how far the program is.
  var isMark: Bool {
    switch self {
    case .cell, .value, .nothing: true
    default: false
    }
  }

  /// Whether it is what a step records of itself.
  func marks(_ step: Step) -> Bool {
    switch (self, step) {
    case (.cell(let index, _), .cell(let cell)): index == cell.index
    case (.value(let index, _), .value(let value)), (.nothing(let index), .value(let value)):
      index == value.index
    default: false
    }
  }
}
