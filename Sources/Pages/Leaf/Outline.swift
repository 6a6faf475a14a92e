internal import Lessons

/// The parts of a lesson that other pages refer to: its title and the names of its numbered elements.
public struct Outline: Codable, Equatable, Sendable {
  /// The lesson's name: its file's name without the extension.
  public let name: String
  let title: String
  let description: String
  let minutes: Int?
  /// Whether it has any cell to run.
  let hasCells: Bool
  /// Whether all figures and tables are known, because every program completed.
  let isComplete: Bool
  /// The names of the figures, in the order of the page.
  let figures: [String]
  /// The names of the tables, in the order of the page.
  let tables: [String]
  /// The labels of the equations, in order.
  let equations: [String]
  /// The labels of the cells.
  let cells: [String]

  init(
    _ lesson: Lesson, isComplete: Bool, figures: [String], tables: [String]
  ) {
    name = lesson.name
    title = lesson.frontMatter.title
    description = lesson.frontMatter.description
    minutes = lesson.frontMatter.time
    hasCells = !lesson.cells.isEmpty
    self.isComplete = isComplete
    self.figures = figures
    self.tables = tables
    equations = lesson.equations.map(\.label)
    cells = lesson.cells.compactMap(\.options.label)
  }

  /// The names of all elements of a kind.
  func names(of kind: Reference.Kind) -> [String] {
    switch kind {
    case .figure: figures
    case .table: tables
    case .equation: equations
    case .cell: cells
    case .lesson: [name]
    }
  }

  /// The number of an element within the lesson, from 1; nil if it does not exist.
  func number(of kind: Reference.Kind, _ name: String) -> Int? {
    names(of: kind).firstIndex(of: name).map { $0 + 1 }
  }
}
