internal import Foundation

extension Diagnostic {
  /// The diagnostic as one line of JSON, for other programs.
  ///
  /// | key | value |
  /// |---|---|
  /// | `file` | the path, relative to the course as the user named it |
  /// | `line` | the line, counted from 1 |
  /// | `column` | the column in characters, counted from 1, or null |
  /// | `severity` | `error` or `warning` |
  /// | `code` | the kind of problem, one of `Diagnostic.Code` |
  /// | `summary` | what is wrong, in one line |
  /// | `help` | how to fix it, or null |
  ///
  /// Later versions can add keys, but keep these; the order of keys has no meaning.
  public var json: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // Encoding strings and numbers cannot fail.
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
      // Null rather than omitted, so that every key is always present.
      try container.encode(diagnostic.place.column, forKey: .column)
      try container.encode(diagnostic.severity.rawValue, forKey: .severity)
      try container.encode(diagnostic.code.rawValue, forKey: .code)
      try container.encode(diagnostic.summary, forKey: .summary)
      try container.encode(diagnostic.help, forKey: .help)
    }
  }
}
