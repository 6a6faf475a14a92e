/// Syntax of another Markdown dialect: a pattern that finds it, and what to write instead.
///
/// `Regex` is immutable, but the standard library does not declare it `Sendable`.
struct ForeignSyntax: @unchecked Sendable {
  /// The groups that a match captured: the text as typed, and its parts.
  typealias Captures = [String]

  /// A noun phrase for the message: `a Pandoc, Quarto or MyST fenced block`.
  let name: String
  /// Strings one of which a text must contain for the pattern to be tried.
  ///
  /// A string that starts with a newline must be at the start of a line.
  let triggers: [[UInt8]]
  /// Matches the syntax; the first group is the text that is reported.
  let pattern: Regex<AnyRegexOutput>
  /// An error if text or a link would be lost, a warning if it would be shown as typed.
  let severity: Diagnostic.Severity
  /// What to write instead.
  let help: @Sendable (Captures) -> String

  init<Output>(
    _ name: String, _ pattern: Regex<Output>, in triggers: [String],
    severity: Diagnostic.Severity = .warning, help: @escaping @Sendable (Captures) -> String
  ) {
    self.name = name
    self.triggers = triggers.map { Array($0.utf8) }
    self.pattern = Regex(pattern.anchorsMatchLineEndings().matchingSemantics(.unicodeScalar))
    self.severity = severity
    self.help = help
  }

  init<Output>(
    _ name: String, _ pattern: Regex<Output>, in triggers: [String],
    severity: Diagnostic.Severity = .warning, help: String
  ) {
    self.init(name, pattern, in: triggers, severity: severity) { _ in help }
  }

  /// All foreign syntax; of two overlapping matches the first is reported.
  static let all = blocks + brackets + references + attributes + delimiters + tex + characters
}

extension ForeignSyntax {
  /// Finds foreign syntax in a text, at most once at each position.
  static func problems(in prose: MaskedProse) -> [MarkupProblem] {
    var reported: [Range<String.Index>] = []
    var problems: [MarkupProblem] = []
    let bytes = ByteSearch(prose.text)
    for syntax in all where syntax.triggers.contains(where: bytes.contains) {
      for match in prose.text.matches(of: syntax.pattern) {
        let groups = match.output.indices.dropFirst().map { match.output[$0].range }
        guard let first = groups.first, let range = first,
          !reported.contains(where: { $0.overlaps(range) })
        else { continue }
        reported.append(range)
        let captures = groups.map { $0.map(prose.original(in:)) ?? "" }
        problems.append(syntax.problem(captures, at: prose.offset(of: range.lowerBound)))
      }
    }
    return problems
  }

  private func problem(_ captures: Captures, at offset: Int) -> MarkupProblem {
    let line = captures[0].prefix { $0 != "\n" }
    let shown = line.count > 40 ? "\(line.prefix(40))…" : String(line)
    return MarkupProblem(
      offset: offset, severity: severity,
      summary: "'\(shown)' is \(name), which is not part of the format", help: help(captures))
  }
}
