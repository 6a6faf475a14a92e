internal import Lessons

// What the compiler says of a program, said of its lesson.

extension Program {
  /// What the compiler said of the lesson's own lines.
  func diagnostics(_ messages: [CompilerMessage]) -> [Diagnostic] {
    messages.filter { $0.file == fileInSource }.map { diagnostic($0) }
  }

  /// What the compiler said of a step that stood alone, or of the end of its file.
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
  /// What to believe of what the compiler said of a whole program, when it found `apart` in steps
  /// that it parsed each by itself.
  ///
  /// A brace or a quotation mark that one cell leaves open swallows the cells below it, and what
  /// the compiler says of those is nonsense. Where the steps alone show what the whole showed,
  /// nothing was swallowed. Otherwise the whole is believed above the first step at fault only.
  func believed(besides apart: [Diagnostic]) -> [Diagnostic] {
    guard let first = apart.first, !Set(apart).isSubset(of: self) else { return self }
    return filter { $0.place.line < first.place.line } + apart
  }
}
