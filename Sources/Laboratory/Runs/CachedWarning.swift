internal import Lessons

/// A warning that is cached with a run, with its place relative to a step.
struct CachedWarning: Codable, Equatable {
  /// A line of a step.
  struct Location: Codable, Equatable {
    /// The position of the step within the session.
    var step: Int
    /// The line of the code, from 0; nil for the step's own line, such as a cell's fence.
    var line: Int?
  }

  private var code: Diagnostic.Code
  private var location: Location
  /// The column of the code, without the indent of an enclosing list or quotation.
  private var column: Int?
  private var summary: String
  private var help: String?
  /// The line in the help's `(line 12)`.
  private var helpLocation: Location?

  /// Creates the cached form of a warning; nil for errors, and for places outside the session.
  init?(_ diagnostic: Diagnostic, of program: Program) {
    guard diagnostic.severity == .warning,
      let location = program.location(ofLine: diagnostic.place.line)
    else { return nil }
    self.location = location
    code = diagnostic.code
    summary = diagnostic.summary
    column = diagnostic.place.column.map { $0 - program.indent(at: location) }
    help = diagnostic.help
    // Only for the compiler: the end of standard error can look like its help.
    if code == .compile, let named = diagnostic.help?.firstMatch(of: /\ \(line (\d+)\)$/),
      let line = Int(named.1)
    {
      guard let location = program.location(ofLine: line) else { return nil }
      help = diagnostic.help.map { String($0[..<named.range.lowerBound]) }
      helpLocation = location
    }
  }

  /// Returns the diagnostic at the current place of the step; nil if the program has no such step.
  func diagnostic(of program: Program) -> Diagnostic? {
    guard let line = program.line(of: location) else { return nil }
    let column = column.map { $0 + program.indent(at: location) }
    let named = helpLocation.flatMap { program.line(of: $0) }.map { " (line \($0))" }
    return .warning(
      code, Place(file: program.file, line: line, column: column), summary,
      help: help.map { $0 + (named ?? "") })
  }
}

extension Program {
  fileprivate func location(ofLine line: Int) -> CachedWarning.Location? {
    allSteps.indices.lazy.compactMap { index -> CachedWarning.Location? in
      let step = allSteps[index]
      if line == step.line { return CachedWarning.Location(step: index, line: nil) }
      let lines = step.firstLine...max(step.firstLine, step.lastLine)
      return lines ~= line ? CachedWarning.Location(step: index, line: line - step.firstLine) : nil
    }.first
  }

  fileprivate func line(of location: CachedWarning.Location) -> Int? {
    guard allSteps.indices.contains(location.step) else { return nil }
    let step = allSteps[location.step]
    return location.line.map { step.firstLine + $0 } ?? step.line
  }

  /// Returns the width of a line's indent in an enclosing list or quotation.
  fileprivate func indent(at location: CachedWarning.Location) -> Int {
    guard allSteps.indices.contains(location.step), case .cell(let cell) = allSteps[location.step],
      let line = location.line, cell.indents.indices.contains(line)
    else { return 0 }
    return cell.indents[line]
  }
}
