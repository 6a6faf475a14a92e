public import Lessons
public import Records

/// A lesson beside what its programs measured.
public struct MeasuredLesson: Equatable, Sendable {
  /// The lesson.
  public var lesson: Lesson
  /// What its programs told, in order.
  public var records: [Record]
  /// Whether every program came to its end; if not, what is missing is not the prose's fault.
  public var isComplete: Bool

  let outputs: [Int: String]
  let values: [Int: String]
  let claims: [Claim]
  let figures: [Figure]
  /// What the programs computed with, as the engine names it.
  let engine: String?

  /// A lesson and its records.
  public init(lesson: Lesson, records: [Record], isComplete: Bool) {
    self.lesson = lesson
    self.records = records
    self.isComplete = isComplete
    var outputs: [Int: String] = [:]
    var values: [Int: String] = [:]
    var claims: [Claim] = []
    var engine: String?
    for record in records {
      switch record {
      case .output(let cell, let text): outputs[cell, default: ""] += text
      case .value(let index, let text): values[index] = text
      case .claim(let claim): claims.append(claim)
      case .end(let name): engine = name
      case .cell, .figure, .progress: break
      }
    }
    self.outputs = outputs
    self.values = values
    self.claims = claims
    self.engine = engine
    figures = finished(records)
  }

  func claim(_ name: String) -> Claim? { claims.first { $0.name == name } }

  func figures(of cell: Cell) -> [Figure] { figures.filter { $0.place.cell == cell.index } }

  /// A figure's number within its lesson, from 1.
  func number(ofFigure name: String) -> Int? {
    figures.firstIndex { $0.name == name }.map { $0 + 1 }
  }

  func cell(labelled label: String) -> Cell? {
    lesson.cells.first { $0.options.label == label }
  }

  /// Where in the lesson's file a call stands.
  func place(_ place: CellPlace) -> Place {
    guard let cell = lesson.cells.first(where: { $0.index == place.cell }) else {
      return Place(file: lesson.file)
    }
    return Place(file: lesson.file, line: cell.codeLine + place.line)
  }
}

/// The figures as they were when their programs had done with them, in the order of the page.
///
/// A program numbers its own figures, so the same number from a lesson's second program is another
/// figure: a program's first figure comes after the cell that begins it.
private func finished(_ records: [Record]) -> [Figure] {
  var figures: [(id: Int, figure: Figure)] = []
  for case .figure(let id, let figure) in records {
    let same = figures.lastIndex { $0.id == id && $0.figure.place == figure.place }
    if let same { figures[same].figure = figure } else { figures.append((id, figure)) }
  }
  return figures.map(\.figure).enumerated()
    .sorted { ($0.element.place.cell, $0.offset) < ($1.element.place.cell, $1.offset) }
    .map(\.element)
}
