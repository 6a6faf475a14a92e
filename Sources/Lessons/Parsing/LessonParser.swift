/// Converts a CommonMark tree into a lesson: code blocks, code spans, links and block quotes become
/// cells, inline values, references and alerts.
struct LessonParser {
  var document: MarkdownDocument
  var cells: CellParser
  var locator: InlineLocator
  var cellCount = 0
  var valueCount = 0
  var steps: [Step] = []
  var equations: [Equation] = []
  var diagnostics: [Diagnostic] = []
  /// The number of exercises around the current block.
  var exerciseDepth = 0
  /// The name of the current heading.
  var headingID: String?
  private var headingLevel = 1
  /// The line of each heading name.
  private var headingIDs: [String: Int] = [:]
  /// Whether the text is a lesson below a title; only then are all checks made.
  let hasTitle: Bool

  /// Creates a parser of a lesson's body or, without a title, of plain Markdown.
  init(_ source: SourceText, hasTitle: Bool = true) {
    self.hasTitle = hasTitle
    document = MarkdownDocument(source)
    cells = CellParser(source)
    locator = InlineLocator(source)
    reportMarkup(of: document)
  }

  /// Reports text that looks like markup but is not, which is only checked in lessons.
  mutating func reportMarkup(of document: MarkdownDocument) {
    if hasTitle { diagnostics += document.diagnostics }
  }

  var source: SourceText { document.source }

  mutating func error(_ line: Int, _ summary: String, help: String? = nil) {
    diagnostics.append(.error(source.place(line), summary, help: help))
  }

  mutating func warning(_ line: Int, _ summary: String, help: String? = nil) {
    diagnostics.append(.warning(source.place(line), summary, help: help))
  }

  /// Records a formula that has a label.
  mutating func recordEquation(_ formula: Formula) {
    guard let label = formula.label else { return }
    equations.append(Equation(label: label, line: formula.line))
  }

  /// Parses the lesson's body, below the front matter.
  mutating func body() -> [Block] { blocks(document.tree.children) }

  /// Parses the footnotes, in the order of their definitions.
  mutating func footnotes() -> [Footnote] {
    var labels: Set<String> = []
    var notes: [Footnote] = []
    for note in document.footnotes {
      if !labels.insert(note.label).inserted {
        error(note.line, "two footnotes have the label '\(note.label)'")
        continue
      }
      let whole = document
      document = MarkdownDocument(note.content)
      locator = InlineLocator(note.content)
      reportMarkup(of: document)
      notes.append(Footnote(label: note.label, body: body(), line: note.line))
      document = whole
    }
    return notes
  }

  mutating func blocks(_ nodes: [MarkdownNode]) -> [Block] {
    var blocks: [Block] = []
    for node in nodes {
      if node.isCutOff { error(node.lines.lowerBound, "blocks are nested too deeply here") }
      for block in self.blocks(node) { add(block, to: &blocks) }
    }
    return blocks
  }

  /// Adds a block to those before it; a hint or a solution outside its exercise is moved into it.
  private mutating func add(_ block: Block, to blocks: inout [Block]) {
    guard case .alert(let alert) = block, [.hint, .solution].contains(alert.kind),
      exerciseDepth == 0
    else { return blocks.append(block) }
    guard case .alert(var exercise) = blocks.last, exercise.kind == .exercise else {
      error(
        alert.line, "an alert '[!\(alert.kind.rawValue)]' without an exercise",
        help: "put it inside or directly below its '[!EXERCISE]'")
      return blocks.append(block)
    }
    exercise.body.append(block)
    blocks[blocks.count - 1] = .alert(exercise)
  }

  private mutating func blocks(_ node: MarkdownNode) -> [Block] {
    switch node.kind {
    case .heading(let level): [heading(level, node)]
    case .quote: [quote(node)]
    case .list(let ordered, let start, let tight):
      [.list(start: ordered ? start : nil, tight: tight, node.children.map { item($0) })]
    case .code(let info): [code(info, node)]
    case .thematicBreak: [.thematicBreak]
    case .htmlBlock: rawHTML(node)
    default: paragraph(inlines(of: node), line: node.lines.lowerBound)
    }
  }

  /// A paragraph; a display formula that is alone in it, and each table, becomes a separate block.
  func paragraph(_ pieces: [InlineOrTable], line: Int) -> [Block] {
    let inlines = pieces.inlines
    if inlines.count == 1, case .formula(let formula) = inlines[0], formula.isDisplay {
      return [.formula(formula)]
    }
    let above = inlines.last == .softBreak ? Array(inlines.dropLast()) : inlines
    let paragraph: [Block] = above.isEmpty ? [] : [.paragraph(above, line: line)]
    return paragraph + pieces.tables.map { .table($0) }
  }

  private mutating func heading(_ level: Int, _ node: MarkdownNode) -> Block {
    let line = node.lines.lowerBound
    if hasTitle { checkLevel(level, line) }
    headingLevel = level
    headingID = nil
    let text = inlines(of: node).inlines
    if let id = headingID { checkName(id, line) }
    return .heading(level: level, id: headingID, text, line: line)
  }

  /// Checks that a heading's name is unique and can be used in a URL.
  private mutating func checkName(_ id: String, _ line: Int) {
    if !id.allSatisfy({ $0.isLetter || $0.isNumber || "-_.:".contains($0) }) {
      error(
        line, "the heading name '\(id)' cannot be used in a URL",
        help: "use letters, digits, '-', '_', '.' and ':'")
    }
    if let first = headingIDs[id] {
      error(line, "two headings have the name '\(id)'", help: "the first is at line \(first)")
    }
    headingIDs[id] = headingIDs[id] ?? line
  }

  /// Checks that a heading is below the title's level and skips no level.
  private mutating func checkLevel(_ level: Int, _ line: Int) {
    if level == 1 {
      error(
        line, "a '#' heading is reserved for the title",
        help: "start sections with '##'")
    } else if level > headingLevel + 1 {
      warning(
        line, "the heading level jumps from \(headingLevel) to \(level)",
        help: "use '\(String(repeating: "#", count: headingLevel + 1))'")
    }
  }

  private mutating func rawHTML(_ node: MarkdownNode) -> [Block] {
    if !isComment(node.literal) { reportHTML(node.literal, line: node.lines.lowerBound) }
    return []
  }
}
