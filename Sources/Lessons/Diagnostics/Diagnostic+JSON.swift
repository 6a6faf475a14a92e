internal import Foundation

extension Diagnostic {
  /// The diagnostic as a line of JSON, for programs.
  ///
  /// | key | what it holds |
  /// |---|---|
  /// | `file` | the file, as the course was named |
  /// | `line` | the line, counted from 1 |
  /// | `column` | the column in characters, counted from 1, or null |
  /// | `severity` | `error` or `warning` |
  /// | `code` | the kind: one of `Diagnostic.Code` |
  /// | `summary` | what is wrong, in one line |
  /// | `help` | how to mend it, or null |
  ///
  /// Keys may be added, in no order; those that are here stay.
  public var json: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // Text and numbers can always be written.
    return (try? encoder.encode(Form(self))).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
  }

  private struct Form: Encodable {
    let diagnostic: Diagnostic

    enum Key: CodingKey { case file, line, column, severity, code, summary, help }

    init(_ diagnostic: Diagnostic) { self.diagnostic = diagnostic }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Key.self)
      try container.encode(diagnostic.place.file, forKey: .file)
      try container.encode(diagnostic.place.line, forKey: .line)
      // Null rather than left out: whoever reads it need not ask whether a key is there.
      try container.encode(diagnostic.place.column, forKey: .column)
      try container.encode(diagnostic.severity.rawValue, forKey: .severity)
      try container.encode(diagnostic.code.rawValue, forKey: .code)
      try container.encode(diagnostic.summary, forKey: .summary)
      try container.encode(diagnostic.help, forKey: .help)
    }
  }
}
