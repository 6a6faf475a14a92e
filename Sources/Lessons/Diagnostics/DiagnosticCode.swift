extension Diagnostic {
  /// The kind of problem, as a word that other programs can rely on: a code is never renamed or
  /// reused for anything else.
  public enum Code: String, Codable, CaseIterable, Sendable {
    /// The syntax of a lesson is wrong: front matter, cell options, blocks, links.
    case form
    /// `course.yml` or `references.yml` is invalid, or does not match the files of the course.
    case course
    /// The Swift compiler reports a problem in a cell.
    case compile
    /// A session trapped, crashed, threw an error or exited early.
    case run
    /// A session exceeded a limit: time, memory, output, files, processes.
    case limit
    /// A data file that a cell uses is missing or unreadable.
    case input
    /// A value is used above the cell that declares it, or cells ran out of order.
    case order
    /// A cell with an expected error did not fail, or failed in another way.
    case expectation
    /// Two runs of a lesson recorded different results.
    case repetition
    /// A claim fails, measures nothing, or its text disagrees with the measured values.
    case claim
    /// A figure, table or value cannot be shown.
    case result
    /// A reference has no target, or two targets have the same name.
    case reference
    /// A formula is not valid TeX.
    case formula
    /// A link has no target.
    case link
    /// A page, or a file that pages share, is too large.
    case weight
    /// The sources of Gradus itself do not compile.
    case program
  }
}
