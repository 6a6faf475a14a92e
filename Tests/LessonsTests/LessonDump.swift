import Lessons

/// A textual dump of a parsed lesson, one block per line, as in `format.md`.
struct LessonDump {
  private(set) var text = ""

  init(_ lesson: Lesson) {
    blocks(lesson.body, depth: 0)
    for note in lesson.footnotes {
      line(0, ["footnote \(note.label) line \(note.line)"])
      blocks(note.body, depth: 1)
    }
  }

  private mutating func line(_ depth: Int, _ fields: [String]) {
    let content = fields.filter { !$0.isEmpty }.joined(separator: " ")
    text += String(repeating: "  ", count: depth) + content + "\n"
  }

  private mutating func blocks(_ blocks: [Block], depth: Int) {
    for block in blocks { self.block(block, depth) }
  }

  private mutating func block(_ block: Block, _ depth: Int) {
    switch block {
    case .paragraph(let content, _): line(depth, ["paragraph", inlines(content)])
    case .heading(let level, let id, let content, let at):
      line(depth, ["heading \(level)", id.map { "#\($0)" } ?? "", inlines(content), "line \(at)"])
    case .list(let start, let tight, let items):
      line(depth, ["list", tight ? "tight" : "", start.map { "from \($0)" } ?? ""])
      for item in items {
        line(depth + 1, ["item"])
        blocks(item, depth: depth + 2)
      }
    case .quote(let inner):
      line(depth, ["quote"])
      blocks(inner, depth: depth + 1)
    case .alert(let alert):
      line(depth, ["alert", alert.kind.rawValue, inlines(alert.title)])
      blocks(alert.body, depth: depth + 1)
    case .formula(let formula): line(depth, [inline(.formula(formula))])
    case .table(let table): self.table(table, depth)
    case .code(let info, let code):
      line(depth, ["code", info, quoted(code).replacing("⏎", with: "\\n")])
    case .cell(let cell): line(depth, fields(of: cell))
    case .thematicBreak: line(depth, ["break"])
    }
  }

  private mutating func table(_ table: Table, _ depth: Int) {
    line(depth, ["table", table.alignments.map { $0?.rawValue ?? "-" }.joined(separator: " ")])
    for row in [table.header] + table.rows {
      line(depth + 1, [row.map { $0.isEmpty ? "-" : inlines($0) }.joined(separator: " | ")])
    }
  }

  private func fields(of cell: Cell) -> [String] {
    let options = cell.options
    let indent = cell.indents.first ?? 0
    return [
      "cell \(cell.index) line \(cell.codeLine)", indent > 0 ? "indent \(indent)" : "",
      options.label.map { "label=\($0)" } ?? "",
      options.echo == .shown ? "" : "echo=\(options.echo.rawValue)",
      options.codeSummary.map { "code-summary=\(quoted($0))" } ?? "",
      options.output ? "" : "output=false",
      session(options.session), options.error.map { "error=\($0)" } ?? "",
      options.timeout.map { "timeout=\($0.value)@\($0.line)" } ?? "", inputs(options.inputs),
      quoted(cell.code),
      cell.shownCode == cell.code ? "" : "shown \(quoted(cell.shownCode))",
    ]
  }

  private func session(_ name: String) -> String { name.isEmpty ? "" : "session=\(name)" }

  private func inputs(_ inputs: [Located<String>]) -> String {
    let list = inputs.map { "\($0.value)@\($0.line)" }.joined(separator: ",")
    return list.isEmpty ? "" : "inputs=\(list)"
  }

  private func quoted(_ text: String) -> String { "\"\(text.replacing("\n", with: "⏎"))\"" }

  private func inlines(_ content: [Inline]) -> String {
    content.map(inline).joined(separator: " ")
  }

  private func inline(_ inline: Inline) -> String {
    switch inline {
    case .text(let text): quoted(text)
    case .code(let code): "code(\(quoted(code)))"
    case .emphasis(let inner): "em(\(inlines(inner)))"
    case .strong(let inner): "strong(\(inlines(inner)))"
    case .strikethrough(let inner): "struck(\(inlines(inner)))"
    case .checkbox(let isDone): isDone ? "[x]" : "[ ]"
    case .link(let destination, _, let inner, _): "link(\(destination), \(inlines(inner)))"
    case .image(let source, _, let alt, let line): "image(\(source), \(quoted(alt))) line \(line)"
    case .formula(let formula): description(of: formula)
    case .footnote(let label, let line): "note(\(label)) line \(line)"
    case .citation(let citations, let line):
      "cite(\(citations.map(description(of:)).joined(separator: "; "))) line \(line)"
    case .lineBreak: "↵"
    case .softBreak: "⏎"
    case .value(let value):
      ["value \(value.index) line \(value.line)", session(value.session), "(\(value.code))"]
        .filter { !$0.isEmpty }.joined(separator: " ")
    case .claim(let name, let inner, let line): "claim(\(name), \(inlines(inner))) line \(line)"
    case .reference(let reference, let inner, _):
      "ref(\(reference.kind), \(reference.name)\(inner.isEmpty ? "" : ", ")\(inlines(inner)))"
    }
  }

  private func description(of citation: Citation) -> String {
    (citation.namesAuthors ? "" : "-") + citation.key + citation.locator
  }

  private func description(of formula: Formula) -> String {
    let label = formula.label.map { " eq:\($0)" } ?? ""
    let kind = formula.isDisplay ? "display" : "math"
    return "\(kind)(\(quoted(formula.tex)))\(label) at \(formula.line):\(formula.column)"
  }
}
