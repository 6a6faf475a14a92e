internal import Lessons

/// A warning that is kept with a run, at a place that moves with its step.
struct Remark: Codable, Equatable {
  /// A line of a step.
  struct Spot: Codable, Equatable {
    /// The step's position within the session.
    var step: Int
    /// The line, from the first of the code; nil for the line that names the step, a cell's fence.
    var line: Int?
  }

  private var code: Diagnostic.Code
  private var spot: Spot
  /// The column of the code, without the list or quotation in which it stands.
  private var column: Int?
  private var summary: String
  private var help: String?
  /// The line that the help names, `(line 12)`.
  private var helpSpot: Spot?

  /// A diagnostic of a session; nil where it cannot be kept.
  init?(_ diagnostic: Diagnostic, of program: Program) {
    guard diagnostic.severity == .warning, let spot = program.spot(ofLine: diagnostic.place.line)
    else { return nil }
    self.spot = spot
    code = diagnostic.code
    summary = diagnostic.summary
    column = diagnostic.place.column.map { $0 - program.indent(at: spot) }
    help = diagnostic.help
    // What a program wrote on standard error may end like the compiler's help.
    if code == .compile, let named = diagnostic.help?.firstMatch(of: /\ \(line (\d+)\)$/),
      let line = Int(named.1)
    {
      guard let spot = program.spot(ofLine: line) else { return nil }
      (help, helpSpot) = (diagnostic.help.map { String($0[..<named.range.lowerBound]) }, spot)
    }
  }

  /// The diagnostic where the program's steps are now; nil where it has no such step.
  func diagnostic(of program: Program) -> Diagnostic? {
    guard let line = program.line(of: spot) else { return nil }
    let column = column.map { $0 + program.indent(at: spot) }
    let named = helpSpot.flatMap { program.line(of: $0) }.map { " (line \($0))" }
    return .warning(
      code, Place(file: program.file, line: line, column: column), summary,
      help: help.map { $0 + (named ?? "") })
  }
}

extension Program {
  fileprivate func spot(ofLine line: Int) -> Remark.Spot? {
    allSteps.indices.lazy.compactMap { index -> Remark.Spot? in
      let step = allSteps[index]
      if line == step.line { return Remark.Spot(step: index, line: nil) }
      let lines = step.firstLine...max(step.firstLine, step.lastLine)
      return lines ~= line ? Remark.Spot(step: index, line: line - step.firstLine) : nil
    }.first
  }

  fileprivate func line(of spot: Remark.Spot) -> Int? {
    guard allSteps.indices.contains(spot.step) else { return nil }
    let step = allSteps[spot.step]
    return spot.line.map { step.firstLine + $0 } ?? step.line
  }

  /// How many characters of list or quotation stand before a line.
  fileprivate func indent(at spot: Remark.Spot) -> Int {
    guard allSteps.indices.contains(spot.step), case .cell(let cell) = allSteps[spot.step],
      let line = spot.line, cell.indents.indices.contains(line)
    else { return 0 }
    return cell.indents[line]
  }
}
