/// One thing that the compiler says, in its own words.
package struct CompilerMessage: Equatable {
  /// How much it matters.
  package enum Severity: Substring {
    case error, warning
  }

  /// How much it matters.
  package var severity: Severity
  /// The file that it names.
  package var file: String
  /// The line that it names.
  package var line: Int
  /// The byte of the line, counted from 1.
  package var column: Int
  /// What it says.
  package var text: String
  /// The first thing it adds.
  package var note: Note?

  /// What the compiler adds to a message.
  package struct Note: Equatable {
    /// The file that it names.
    package var file: String
    /// The line that it names.
    package var line: Int
    /// What it says.
    package var text: String
  }

  /// All that the compiler said, from lines such as `lesson.md:12:5: error: words [#group]`.
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
