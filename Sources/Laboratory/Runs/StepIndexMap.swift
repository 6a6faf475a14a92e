internal import Lessons
internal import Records

/// Maps the indices of a session's cells and values between the lesson and the session.
///
/// Pages use the indices within the lesson. The cache uses those within the session, which do not
/// change when a cell is added to another session.
struct StepIndexMap {
  /// The indices within the lesson of the session's cells, in order.
  let cells: [Int]
  /// The indices within the lesson of the session's values, in order.
  let values: [Int]

  /// Returns the index of a cell within the session.
  func index(of cell: Cell) -> Int { cells.firstIndex(of: cell.index) ?? cell.index }

  /// Returns the index of a value within the session.
  func index(of value: InlineValue) -> Int { values.firstIndex(of: value.index) ?? value.index }

  /// Returns the records with the session's indices; nil if one does not belong to the session.
  func toSession(_ records: [Record]) -> [Record]? {
    mapped(records, cell: { cells.firstIndex(of: $0) }, value: { values.firstIndex(of: $0) })
  }

  /// Returns the records with the lesson's indices; nil if one does not belong to the session.
  func toLesson(_ records: [Record]) -> [Record]? {
    mapped(
      records, cell: { cells.indices.contains($0) ? cells[$0] : nil },
      value: { values.indices.contains($0) ? values[$0] : nil })
  }

  private func mapped(
    _ records: [Record], cell: (Int) -> Int?, value: (Int) -> Int?
  ) -> [Record]? {
    var result: [Record] = []
    for record in records {
      guard let record = record.mapped(cell: cell, value: value) else { return nil }
      result.append(record)
    }
    return result
  }
}

extension Record {
  /// Returns the record with mapped indices of cells and values; nil if one cannot be mapped.
  fileprivate func mapped(cell: (Int) -> Int?, value: (Int) -> Int?) -> Record? {
    /// Whether all indices could be mapped.
    var isComplete = true
    func map(_ index: inout Int) {
      if let mapped = cell(index) { index = mapped } else { isComplete = false }
    }
    let record: Record?
    switch self {
    case .cell(let index, let output, let errors):
      record = cell(index).map { .cell(index: $0, outputStart: output, errorStart: errors) }
    case .output(let index, let text): record = cell(index).map { .output(cell: $0, text: text) }
    case .value(let index, let text): record = value(index).map { .value(index: $0, text: text) }
    case .nothing(let index): record = value(index).map { .nothing(index: $0) }
    case .claim(var claim):
      map(&claim.place.cell)
      record = .claim(claim)
    case .figure(let id, var figure):
      map(&figure.place.cell)
      for frame in figure.frames.indices { map(&figure.frames[frame].place.cell) }
      record = .figure(id: id, figure)
    case .table(let id, var table):
      map(&table.place.cell)
      for row in table.rows.indices { map(&table.rows[row].place.cell) }
      record = .table(id: id, table)
    case .failure(var failure):
      map(&failure.cell)
      for message in failure.messages.indices where failure.messages[message].place != nil {
        failure.messages[message].place.map { place in
          var place = place
          map(&place.cell)
          failure.messages[message].place = place
        }
      }
      record = .failure(failure)
    case .progress, .end: record = self
    }
    return isComplete ? record : nil
  }
}
