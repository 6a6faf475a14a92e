public import Lessons
public import Records

/// A lesson together with the records of its programs.
public struct MeasuredLesson: Equatable, Sendable {
  /// The lesson as read from its file.
  public let lesson: Lesson
  /// The records of its programs, in order.
  public let records: [Record]
  /// Whether every program completed; if not, missing results are not reported.
  public let isComplete: Bool
  /// The sources that readers can download; nil leaves them off the page.
  public var sources: LessonSources?

  let outputs: [Int: String]
  let values: [Int: String]
  let claims: [Claim]
  /// The figures and tables in their final state, in the order of the page.
  let results: [Record]
  let figures: [Figure]
  let tables: [ResultTable]
  /// The inline values that were nil or empty.
  let missingValues: Set<Int>
  /// The failures of cells that are expected to fail.
  let failures: [Int: CellFailure]
  /// The engine's description of its numeric backend.
  let engine: String?
  /// The parts that other pages refer to.
  public let outline: Outline

  /// Sorts the records by kind.
  public init(
    lesson: Lesson, records: [Record], isComplete: Bool, sources: LessonSources? = nil
  ) {
    self.lesson = lesson
    self.sources = sources
    self.records = records
    self.isComplete = isComplete
    var outputs: [Int: String] = [:]
    var values: [Int: String] = [:]
    var missingValues: Set<Int> = []
    var claims: [Claim] = []
    var failures: [Int: CellFailure] = [:]
    var engine: String?
    for record in records {
      switch record {
      case .output(let cell, let text): outputs[cell, default: ""] += text
      case .value(let index, let text): values[index] = text
      case .nothing(let index): missingValues.insert(index)
      case .claim(let claim): claims.append(claim)
      case .failure(let failure): failures[failure.cell] = failure
      case .end(let name): engine = name
      case .cell, .figure, .table, .progress: break
      }
    }
    self.outputs = outputs
    self.values = values
    self.claims = claims
    self.missingValues = missingValues
    self.failures = failures
    self.engine = engine
    results = finalResults(in: records)
    figures = results.compactMap { if case .figure(_, let figure) = $0 { figure } else { nil } }
    tables = results.compactMap { if case .table(_, let table) = $0 { table } else { nil } }
    outline = Outline(
      lesson, isComplete: isComplete, figures: figures.map(\.name), tables: tables.map(\.name))
  }

  func claim(_ name: String) -> Claim? { claims.first { $0.name == name } }

  func results(of cell: Cell) -> [Record] {
    results.filter { $0.callSite?.cell == cell.index }
  }

  /// Whether every claim holds.
  public var holds: Bool { claims.allSatisfy(\.holds) }

  /// The place of a cell's line in the lesson's file.
  func place(_ place: CellPlace) -> Place {
    guard let cell = lesson.cells.first(where: { $0.index == place.cell }) else {
      return Place(file: lesson.file)
    }
    return Place(file: lesson.file, line: cell.codeLine + place.line)
  }
}

/// The figures and tables in their final state, in the order of the page.
///
/// A later record with the same id and call replaces an earlier one. The call is compared as well
/// since each of a lesson's programs counts its results from the start.
private func finalResults(in records: [Record]) -> [Record] {
  var made: [(record: Record, place: CellPlace)] = []
  for record in records {
    guard let place = record.callSite else { continue }
    let same = made.lastIndex { $0.record.id == record.id && $0.place == place }
    if let same { made[same].record = record } else { made.append((record, place)) }
  }
  return made.enumerated()
    .sorted { ($0.element.place.cell, $0.offset) < ($1.element.place.cell, $1.offset) }
    .map(\.element.record)
}

extension Record {
  /// The call that made a figure or a table.
  fileprivate var callSite: CellPlace? {
    switch self {
    case .figure(_, let figure): figure.place
    case .table(_, let table): table.place
    default: nil
    }
  }
}
