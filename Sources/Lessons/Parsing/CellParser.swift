/// Parses a fenced block into a cell's options and code.
struct CellParser {
  var diagnostics: [Diagnostic] = []
  private let source: SourceText

  init(_ source: SourceText) { self.source = source }

  /// Parses a fenced block whose info string is `{swift}`.
  mutating func cell(_ node: MarkdownNode, index: Int) -> Cell {
    let lines = node.literal.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    let optionLines = Array(lines.prefix { $0.hasPrefix("//|") })
    let fenceLine = node.lines.lowerBound
    let codeLine = fenceLine + 1 + optionLines.count
    let code = lines.dropFirst(optionLines.count)
    diagnostics += MisplacedOptions.all(
      options: optionLines, code: code, line: fenceLine + 1, in: source)
    return Cell(
      index: index, code: code.joined(separator: "\n"), fenceLine: fenceLine, codeLine: codeLine,
      indents: zip(codeLine..., code).map { indent(of: $1, on: $0) },
      options: options(optionLines.map { $0.dropFirst(3) }, line: fenceLine + 1))
  }

  /// The number of characters before `code` on its line of the source.
  private func indent(of code: Substring, on line: Int) -> Int {
    let whole = source[line]
    return whole.hasSuffix(code) ? whole.count - code.count : 0
  }

  private mutating func options(_ lines: [Substring], line: Int) -> CellOptions {
    var settings = YAMLSettings(
      lines.joined(separator: "\n"), of: .cell, file: source.file, firstLine: line)
    var options = CellOptions()
    options.label = settings.string("label")
    options.echo = settings.choice("echo", of: [.shown, .hidden, .fold]) ?? options.echo
    options.codeSummary = settings.string("code-summary")
    options.output = settings.bool("output") ?? options.output
    options.session = settings.string("session") ?? options.session
    options.error = settings.choice("error", of: CellOptions.ExpectedError.allCases)
    options.timeout = settings.int("timeout", in: 1...86_400).map { seconds in
      Located(value: seconds, line: settings.place(of: "timeout").line)
    }
    options.inputs = settings.strings("inputs").map { Located(value: $0.text, line: $0.line) }
    diagnostics += settings.finish()
    return options
  }
}
