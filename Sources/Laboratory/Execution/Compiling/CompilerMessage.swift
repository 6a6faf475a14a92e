/// A message of the compiler.
package struct CompilerMessage: Equatable {
  /// The severity of a message; notes are attached to messages.
  package enum Severity: Substring {
    case error, warning
  }

  /// The severity of the message.
  package var severity: Severity
  /// The file of the message's location.
  package var file: String
  /// The line of the message's location.
  package var line: Int
  /// The byte within the line, from 1.
  package var column: Int
  /// The text of the message.
  package var text: String
  /// The first note of the message.
  package var note: Note?

  /// A note that belongs to a message.
  package struct Note: Equatable {
    /// The file of the message's location.
    package var file: String
    /// The line of the message's location.
    package var line: Int
    /// The text of the note.
    package var text: String
  }

  /// Parses the compiler's output, which has lines such as `lesson.md:12:5: error: text [#group]`.
  package static func all(in output: String) -> [CompilerMessage] {
    let heading = /(.+?):(\d+):(\d+): (error|warning|note): (.*?)(?: \[#\S+\])?/
    var messages: [CompilerMessage] = []
    for match in output.split(separator: "\n").compactMap({ $0.wholeMatch(of: heading) }) {
      let (file, text) = (String(match.1), String(match.5))
      guard let line = Int(match.2), let column = Int(match.3) else { continue }
      if let severity = Severity(rawValue: match.4) {
        messages.append(
          CompilerMessage(severity: severity, file: file, line: line, column: column, text: text))
      } else if let last = messages.indices.last, messages[last].note == nil,
        !text.hasSuffix("has been explicitly marked unavailable here")  // repeats the message
      {
        messages[last].note = Note(file: file, line: line, text: text)
      }
    }
    return messages
  }
}
