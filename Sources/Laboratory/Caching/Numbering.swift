internal import Lessons
internal import Records

/// The numbers of a session's cells and values: within the lesson, where pages need them, and
/// within the session, where a cell that is added to another session changes none.
struct Numbering {
  /// The lesson's numbers of the session's cells, in order.
  let cells: [Int]
  /// The lesson's numbers of the session's values, in order.
  let values: [Int]

  /// A cell's number within the session.
  func number(of cell: Cell) -> Int { cells.firstIndex(of: cell.index) ?? cell.index }

  /// A value's number within the session.
  func number(of value: InlineValue) -> Int { values.firstIndex(of: value.index) ?? value.index }

  /// The records with the session's numbers; nil where one tells of something else.
  func kept(_ records: [Record]) -> [Record]? {
    renumbered(records, cell: { cells.firstIndex(of: $0) }, value: { values.firstIndex(of: $0) })
  }

  /// The records with the lesson's numbers; nil where one tells of something else.
  func placed(_ records: [Record]) -> [Record]? {
    renumbered(
      records, cell: { cells.indices.contains($0) ? cells[$0] : nil },
      value: { values.indices.contains($0) ? values[$0] : nil })
  }

  private func renumbered(
    _ records: [Record], cell: (Int) -> Int?, value: (Int) -> Int?
  ) -> [Record]? {
    var result: [Record] = []
    for record in records {
      guard let record = record.renumbered(cell: cell, value: value) else { return nil }
      result.append(record)
    }
    return result
  }
}

extension Record {
  /// The same with other numbers for cells and values; nil where one has none.
  fileprivate func renumbered(cell: (Int) -> Int?, value: (Int) -> Int?) -> Record? {
    /// Moves places, and notes whether all could be.
    var isWhole = true
    func move(_ number: inout Int) {
      if let moved = cell(number) { number = moved } else { isWhole = false }
    }
    let record: Record?
    switch self {
    case .cell(let index, let output, let errors):
      record = cell(index).map { .cell(index: $0, outputStart: output, errorStart: errors) }
    case .output(let index, let text): record = cell(index).map { .output(cell: $0, text: text) }
    case .value(let index, let text): record = value(index).map { .value(index: $0, text: text) }
    case .nothing(let index): record = value(index).map { .nothing(index: $0) }
    case .claim(var claim):
      move(&claim.place.cell)
      record = .claim(claim)
    case .figure(let id, var figure):
      move(&figure.place.cell)
      for frame in figure.frames.indices { move(&figure.frames[frame].place.cell) }
      record = .figure(id: id, figure)
    case .table(let id, var table):
      move(&table.place.cell)
      for row in table.rows.indices { move(&table.rows[row].place.cell) }
      record = .table(id: id, table)
    case .failure(var failure):
      move(&failure.cell)
      for message in failure.messages.indices where failure.messages[message].place != nil {
        failure.messages[message].place.map { place in
          var place = place
          move(&place.cell)
          failure.messages[message].place = place
        }
      }
      record = .failure(failure)
    case .progress, .end: record = self
    }
    return isWhole ? record : nil
  }
}
