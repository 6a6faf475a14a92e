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
      case .cell(let index, _, _): [record, texts[index].map { .output(cell: index, text: $0) }]
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

  /// What each cell printed, as a terminal shows it, where it printed something.
  private func texts(_ output: Data) -> [Int: String] {
    pieces(output.count, \.output).mapValues { ranges in
      TerminalScreen.text(of: String(decoding: ranges.flatMap { output[$0] }, as: UTF8.self))
    }.filter { !$0.value.isEmpty }
  }

  /// What each cell wrote on standard error, where it wrote something.
  package func errorTexts(_ errors: Data) -> [Int: String] {
    pieces(errors.count, \.errors).mapValues { ranges in
      String(decoding: ranges.flatMap { errors[$0] }, as: UTF8.self)
    }.filter { !$0.value.isEmpty }
  }

  /// The cell that wrote most on both streams, and how much; nil where none began.
  package func loudest(printed: Int, said: Int) -> (cell: Int, bytes: Int)? {
    let (output, errors) = (pieces(printed, \.output), pieces(said, \.errors))
    let amounts = output.keys.sorted().map { cell in
      let ranges = (output[cell] ?? []) + (errors[cell] ?? [])
      return (cell: cell, bytes: ranges.reduce(0) { $0 + $1.count })
    }
    return amounts.max { $0.bytes < $1.bytes }
  }

  /// Where cells begin in the streams.
  private struct Start {
    var cell: Int
    var output: Int
    var errors: Int
  }

  /// The parts of a stream of `count` bytes that each cell wrote.
  private func pieces(_ count: Int, _ stream: KeyPath<Start, Int>) -> [Int: [Range<Int>]] {
    let starts = records.compactMap { record -> Start? in
      guard case .cell(let index, let output, let errors) = record else { return nil }
      return Start(cell: index, output: output, errors: errors)
    }
    let ends = starts.dropFirst().map { $0[keyPath: stream] } + [count]
    var pieces: [Int: [Range<Int>]] = [:]
    for (start, end) in zip(starts, ends) {
      let end = min(end, count)
      let first = min(start[keyPath: stream], end)
      pieces[start.cell, default: []].append(first..<end)
    }
    return pieces
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
    case (.cell(let index, _, _), .cell(let cell)): index == cell.index
    case (.value(let index, _), .value(let value)), (.nothing(let index), .value(let value)):
      index == value.index
    default: false
    }
  }
}
