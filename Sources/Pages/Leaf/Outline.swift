internal import Lessons

/// What other pages need of a lesson: how it is called, and what of it can be referred to.
public struct Outline: Codable, Equatable, Sendable {
  /// The lesson's name.
  public let name: String
  let title: String
  let description: String
  let minutes: Int?
  /// Whether it runs anything.
  let hasCells: Bool
  /// Whether all figures and tables are known, since every program came to its end.
  let isComplete: Bool
  /// The names of the figures, in the order of the page.
  let figures: [String]
  /// The names of the tables, in the order of the page.
  let tables: [String]
  /// The labels of the equations, in order.
  let equations: [String]
  /// The labels of the cells that have one.
  let cells: [String]

  init(
    _ lesson: Lesson, isComplete: Bool, figures: [String], tables: [String]
  ) {
    (name, title) = (lesson.name, lesson.frontMatter.title)
    (description, minutes) = (lesson.frontMatter.description, lesson.frontMatter.time)
    hasCells = !lesson.cells.isEmpty
    (self.isComplete, self.figures, self.tables) = (isComplete, figures, tables)
    equations = lesson.equations.map(\.label)
    cells = lesson.cells.compactMap(\.options.label)
  }

  /// The names of one kind.
  func names(of kind: Reference.Kind) -> [String] {
    switch kind {
    case .figure: figures
    case .table: tables
    case .equation: equations
    case .cell: cells
    case .lesson: [name]
    }
  }

  /// The number that something has within the lesson, from 1; nil where there is no such thing.
  func number(of kind: Reference.Kind, _ name: String) -> Int? {
    names(of: kind).firstIndex(of: name).map { $0 + 1 }
  }
}
