extension Diagnostic {
  /// What kind of thing is wrong, in a word that programs may rely on: a code is never renamed, nor
  /// used for anything else.
  public enum Code: String, Codable, CaseIterable, Sendable {
    /// A lesson is not written as the format wants it: front matter, a cell's options, blocks.
    case form
    /// `course.yml` or `references.yml` is not right, or does not fit the files.
    case course
    /// The Swift compiler has something to say of a cell.
    case compile
    /// A session trapped, crashed, threw or ended before its last line.
    case run
    /// A session passed a limit: time, memory, output, files, processes.
    case limit
    /// A data file that a cell names cannot be had.
    case input
    /// A value is read above the cell that makes it, or cells ran out of turn.
    case order
    /// A cell that must not compile does, or one that must trap does not.
    case expectation
    /// Two runs of a lesson found different things.
    case repetition
    /// A claim fails, measures nothing, or does not say what was measured.
    case claim
    /// A figure, a table or a value is not fit to be shown.
    case result
    /// A figure, table, cell, formula, lesson, work or note is named that is not there, or two
    /// things have one name.
    case reference
    /// A formula is not TeX.
    case formula
    /// A link leads nowhere.
    case link
    /// A page, or what pages share, is too heavy.
    case weight
    /// Gradus's own sources do not compile.
    case program
  }
}
