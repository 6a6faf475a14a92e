/// A block-level element of a lesson.
public enum Block: Equatable, Sendable {
  /// A paragraph of text.
  case paragraph([Inline], line: Int)
  /// A heading inside the lesson, of level 2 to 6; `id` is the name from `{#name}`, if any.
  case heading(level: Int, id: String?, [Inline], line: Int)
  /// A list, numbered from `start` or with bullets; the items of a tight list are set without
  /// paragraphs.
  case list(start: Int?, tight: Bool, [[Block]])
  /// A block quote that is not an alert.
  case quote([Block])
  /// A note, a prediction, an exercise or another alert.
  case alert(Alert)
  /// Code that is shown but not run; `info` is the text after its fence.
  case code(info: String, String)
  /// Code that is run.
  case cell(Cell)
  /// A display formula, `$$…$$`.
  case formula(Formula)
  /// A pipe table with its header.
  case table(Table)
  /// A thematic break, shown as a horizontal rule.
  case thematicBreak
}

/// An inline element of a paragraph, heading or table cell.
public enum Inline: Equatable, Sendable {
  /// Text without markup.
  case text(String)
  /// Text in a monospaced font.
  case code(String)
  /// Emphasised text, shown in italics.
  case emphasis([Inline])
  /// Strongly emphasised text, shown in bold.
  case strong([Inline])
  /// Text that is struck through.
  case strikethrough([Inline])
  /// The checkbox at the start of a task item.
  case checkbox(isDone: Bool)
  /// A link to another page or within the lesson.
  case link(destination: String, title: String, [Inline], line: Int)
  /// An image from a file; `alt` is its alternative text.
  case image(source: String, title: String, alt: String, line: Int)
  /// A hard line break.
  case lineBreak
  /// A line end in the source.
  case softBreak
  /// A value that the lesson's program computes.
  case value(InlineValue)
  /// An inline or display formula.
  case formula(Formula)
  /// A footnote reference, by its label.
  case footnote(String, line: Int)
  /// A citation of one or more works.
  case citation([Citation], line: Int)
  /// Text bound to a claim that a cell makes.
  case claim(String, [Inline], line: Int)
  /// A reference to a figure, table, equation, cell or lesson; without text of its own it shows the
  /// name of its target.
  case reference(Reference, [Inline], line: Int)
}

/// The target of a reference.
public struct Reference: Equatable, Sendable {
  /// The kind of a target; the raw value is its scheme in a link.
  public enum Kind: String, CaseIterable, Sendable {
    /// A figure of a cell.
    case figure = "fig"
    /// A table that a cell outputs.
    case table = "tbl"
    /// A formula with a label.
    case equation = "eq"
    /// A cell with a label.
    case cell
    /// Another lesson of the course.
    case lesson
  }

  /// The kind of the target.
  public var kind: Kind
  /// The name of the target, with its lesson's name before it if that is another one.
  public var name: String
}
