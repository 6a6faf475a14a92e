/// A piece of a lesson that stands on lines of its own.
public enum Block: Equatable, Sendable {
  /// A paragraph.
  case paragraph([Inline], line: Int)
  /// A heading inside the lesson, of level 2 to 6, with the name that the author gave it.
  case heading(level: Int, id: String?, [Inline], line: Int)
  /// Items, numbered from `start` or with bullets; a tight list has no paragraphs.
  case list(start: Int?, tight: Bool, [[Block]])
  /// A quotation.
  case quote([Block])
  /// A block that teaches: a note, a prediction, an exercise.
  case alert(Alert)
  /// Code that is shown and not run; `info` is what stands behind its fence.
  case code(info: String, String)
  /// Code that runs.
  case cell(Cell)
  /// A formula on a line of its own.
  case formula(Formula)
  /// A table.
  case table(Table)
  /// A break between two thoughts.
  case thematicBreak
}

/// A piece of a line.
public enum Inline: Equatable, Sendable {
  /// Plain text.
  case text(String)
  /// Text in the typewriter's letters.
  case code(String)
  /// Emphasised.
  case emphasis([Inline])
  /// Strongly emphasised.
  case strong([Inline])
  /// Struck through.
  case strikethrough([Inline])
  /// The box with which a task begins.
  case checkbox(isDone: Bool)
  /// A link out of the lesson or within it.
  case link(destination: String, title: String, [Inline], line: Int)
  /// A picture from a file; `alt` are its words.
  case image(source: String, title: String, alt: String, line: Int)
  /// A break that the author forced.
  case lineBreak
  /// The end of a line in the source.
  case softBreak
  /// A value that the lesson's program computes.
  case value(InlineValue)
  /// A formula.
  case formula(Formula)
  /// A reference to a footnote.
  case footnote(String, line: Int)
  /// Works that are cited.
  case citation([Citation], line: Int)
  /// Words bound to a claim that a cell makes.
  case claim(String, [Inline], line: Int)
  /// A reference to something numbered; without words it takes those of its target.
  case reference(Reference, [Inline], line: Int)
}

/// What a reference leads to.
public struct Reference: Equatable, Sendable {
  /// What kind of thing it is.
  public enum Kind: String, CaseIterable, Sendable {
    /// A figure that a cell draws.
    case figure = "fig"
    /// A table that a cell makes.
    case table = "tbl"
    /// A formula with a label.
    case equation = "eq"
    /// A cell with a label.
    case cell
    /// Another lesson.
    case lesson
  }

  /// What kind of thing it is.
  public var kind: Kind
  /// Its name.
  public var name: String
}
