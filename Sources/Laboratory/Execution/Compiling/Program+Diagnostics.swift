internal import Lessons

// Maps the compiler's messages about a program to diagnostics of its lesson.

extension Program {
  /// Returns the diagnostics of messages about the lesson's lines.
  func diagnostics(_ messages: [CompilerMessage]) -> [Diagnostic] {
    messages.filter { $0.file == fileInSource }.map { diagnostic($0) }
  }

  /// Returns the diagnostics of messages about a step that was parsed separately; a message at the
  /// end of the file is placed at the end of the step.
  func diagnostics(_ messages: [CompilerMessage], of step: Step) -> [Diagnostic] {
    messages.map { message in
      var placed = message
      if message.file != fileInSource { placed.line = step.lastLine + 1 }
      return diagnostic(placed)
    }
  }

  private func diagnostic(_ message: CompilerMessage) -> Diagnostic {
    let place = SourceMap(self).place(line: message.line, column: message.column)
    let help = message.note.map { note in
      note.file == fileInSource && note.line != place.line
        ? "\(note.text) (line \(note.line))" : note.text
    }
    return switch message.severity {
    case .error: .error(.compile, place, message.text, help: help)
    case .warning: .warning(.compile, place, message.text, help: help)
    }
  }
}

extension [Diagnostic] {
  /// Returns the diagnostics of a whole program without those that are caused by a syntax error
  /// above.
  ///
  /// A brace or quotation mark that a cell leaves open swallows the cells below it, for which the
  /// compiler then reports nonsense. If the whole program shows all syntax errors of its separately
  /// parsed steps, nothing was swallowed. Otherwise, only diagnostics above the first remain.
  func withoutCascades(syntaxErrors: [Diagnostic]) -> [Diagnostic] {
    guard let first = syntaxErrors.first, !Set(syntaxErrors).isSubset(of: self) else { return self }
    return filter { $0.place.line < first.place.line } + syntaxErrors
  }
}
