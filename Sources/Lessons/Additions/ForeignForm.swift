/// A form of another Markdown that is not part of this one: how to find it, and what to write here.
///
/// A regular expression is never changed once it is made; only the standard library does not say so.
struct ForeignForm: @unchecked Sendable {
  /// What a match captured: the form as it was typed, and its parts.
  typealias Parts = [String]

  /// What it is, after "is": `a fenced block of Pandoc, Quarto or MyST`.
  let name: String
  /// A text without any of these does not hold the form; one that begins with a line's end only counts
  /// at the beginning of a line.
  let triggers: [[UInt8]]
  /// Finds it; the first group is what is reported.
  let pattern: Regex<AnyRegexOutput>
  /// An error where a word or a link would be lost, a warning where it is shown as it was typed.
  let severity: Diagnostic.Severity
  /// What to write here.
  let help: @Sendable (Parts) -> String

  init<Output>(
    _ name: String, in triggers: [String], _ pattern: Regex<Output>,
    severity: Diagnostic.Severity = .warning, help: @escaping @Sendable (Parts) -> String
  ) {
    self.name = name
    self.triggers = triggers.map { Array($0.utf8) }
    self.pattern = Regex(pattern.anchorsMatchLineEndings().matchingSemantics(.unicodeScalar))
    self.severity = severity
    self.help = help
  }

  init<Output>(
    _ name: String, in triggers: [String], _ pattern: Regex<Output>,
    severity: Diagnostic.Severity = .warning, help: String
  ) {
    self.init(name, in: triggers, pattern, severity: severity) { _ in help }
  }

  /// All of them; of two that overlap the first is reported.
  static let all = blocks + brackets + references + attributes + marks + tex + characters
}

extension ForeignForm {
  /// All that stand in a text, each place once.
  static func problems(in prose: Prose) -> [FormProblem] {
    var taken: [Range<String.Index>] = []
    var problems: [FormProblem] = []
    let letters = BytesOfText(prose.text)
    for form in all where form.triggers.contains(where: letters.contain) {
      for match in prose.text.matches(of: form.pattern) {
        let groups = match.output.indices.dropFirst().map { match.output[$0].range }
        guard let first = groups.first, let range = first,
          !taken.contains(where: { $0.overlaps(range) })
        else { continue }
        taken.append(range)
        let parts = groups.map { $0.map(prose.written) ?? "" }
        problems.append(form.problem(parts, prose.offset(of: range.lowerBound)))
      }
    }
    return problems
  }

  private func problem(_ parts: Parts, _ offset: Int) -> FormProblem {
    let written = parts[0].prefix { $0 != "\n" }
    let shown = written.count > 40 ? "\(written.prefix(40))…" : String(written)
    return FormProblem(
      offset: offset, severity: severity,
      summary: "'\(shown)' is \(name), which is not part of the format", help: help(parts))
  }
}
