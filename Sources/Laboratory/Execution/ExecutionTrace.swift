package import Foundation
package import Lessons
package import Records

/// The records of a run compared with the steps of its program.
package struct ExecutionTrace {
  private let program: Program
  private let records: [Record]

  /// Creates a trace from the records of a run, complete or not.
  package init(_ records: [Record], of program: Program) {
    self.records = records
    self.program = program
  }

  /// Whether the program ran to its end.
  package var hasEnded: Bool {
    if case .end = records.last { true } else { false }
  }

  /// The step that was running when the program ended.
  ///
  /// A cell is recorded when it starts, a value when it has been computed; so after a value, the
  /// next step was running.
  package var runningStep: Step? {
    guard let mark = records.last(where: \.isMark),
      let position = program.steps.firstIndex(where: { mark.marks($0) })
    else { return program.steps.first }
    guard case .value = program.steps[position] else { return program.steps[position] }
    return program.steps[min(position + 1, program.steps.count - 1)]
  }

  /// The first step that did not run in its order in a program that ended; nil if all did.
  package var firstStepOutOfOrder: Step? {
    let marks = records.filter(\.isMark)
    let steps = program.steps
    let last = steps.count - 1
    return (0..<max(marks.count, steps.count)).first { position in
      guard marks.indices.contains(position), position <= last else { return true }
      return !marks[position].marks(steps[position])
    }.map { steps[min($0, last)] }
  }

  /// Returns the records for a page: each cell with its output, and the last version of each figure
  /// and table.
  package func finalRecords(output: Data) -> [Record] {
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

  /// The output of each cell as a terminal shows it; cells without output are missing.
  private func texts(_ output: Data) -> [Int: String] {
    pieces(output.count, \.output).mapValues { ranges in
      TerminalScreen.text(of: String(decoding: ranges.flatMap { output[$0] }, as: UTF8.self))
    }.filter { !$0.value.isEmpty }
  }

  /// Returns the standard error of each cell; cells without any are missing.
  package func errorTexts(_ errors: Data) -> [Int: String] {
    pieces(errors.count, \.errors).mapValues { ranges in
      String(decoding: ranges.flatMap { errors[$0] }, as: UTF8.self)
    }.filter { !$0.value.isEmpty }
  }

  /// Returns the cell that wrote most to both streams together, and how much; nil if none started.
  package func cellWithMostOutput(outputSize: Int, errorSize: Int) -> (cell: Int, bytes: Int)? {
    let output = pieces(outputSize, \.output)
    let errors = pieces(errorSize, \.errors)
    let amounts = output.keys.sorted().map { cell in
      let ranges = (output[cell] ?? []) + (errors[cell] ?? [])
      return (cell: cell, bytes: ranges.reduce(0) { $0 + $1.count })
    }
    return amounts.max { $0.bytes < $1.bytes }
  }

  /// The positions in both streams at which a cell starts.
  private struct Start {
    var cell: Int
    var output: Int
    var errors: Int
  }

  /// The parts of a stream of `count` bytes, by the cell that wrote them.
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
  /// Whether the record marks the progress of the program through its steps.
  var isMark: Bool {
    switch self {
    case .cell, .value, .nothing: true
    default: false
    }
  }

  /// Whether the record is the mark of a step.
  func marks(_ step: Step) -> Bool {
    switch (self, step) {
    case (.cell(let index, _, _), .cell(let cell)): index == cell.index
    case (.value(let index, _), .value(let value)), (.nothing(let index), .value(let value)):
      index == value.index
    default: false
    }
  }
}
