extension Lesson {
  /// Conflicts between cells of one session that are each valid by themselves.
  var sessionDiagnostics: [Diagnostic] { stepsAfterTraps + secondTimeouts }

  /// Steps after an expected trap, which ends its session.
  private var stepsAfterTraps: [Diagnostic] {
    var traps: [String: Int] = [:]
    return steps.compactMap { step in
      if let line = traps[step.session] {
        return .error(
          Place(file: file, line: step.line),
          "this session has already ended with a trap",
          help: "the cell with 'error: trap' is at line \(line); use another session")
      }
      if case .cell(let cell) = step, cell.options.error == .trap {
        traps[step.session] = cell.fenceLine
      }
      return nil
    }
  }

  private var secondTimeouts: [Diagnostic] {
    var first: [String: Int] = [:]
    return cells.compactMap { cell in
      guard let timeout = cell.options.timeout else { return nil }
      guard let earlier = first[cell.options.session] else {
        first[cell.options.session] = timeout.line
        return nil
      }
      return .error(
        Place(file: file, line: timeout.line), "two cells of one session set its 'timeout'",
        help: "the first is at line \(earlier)")
    }
  }
}
