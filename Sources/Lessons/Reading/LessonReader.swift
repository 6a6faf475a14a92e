/// Makes a lesson of a CommonMark tree: cells, inline values, references and alerts are found in
/// the forms that plain Markdown gives them.
struct LessonReader {
  var document: MarkdownDocument
  var cells: CellReader
  var locator: InlineLocator
  var cellCount = 0
  var valueCount = 0
  var steps: [Step] = []
  var equations: [Equation] = []
  var diagnostics: [Diagnostic] = []
  /// How many exercises are open around the blocks at hand.
  var exerciseDepth = 0
  /// The name of the heading at hand.
  var headingID: String?
  private var headingLevel = 1
  /// The names of headings, each with its line.
  private var headingIDs: [String: Int] = [:]
  let hasTitle: Bool

  /// A reader of a text that stands below a title, or of one that stands alone.
  init(_ source: SourceText, hasTitle: Bool = true) {
    self.hasTitle = hasTitle
    document = MarkdownDocument(source)
    cells = CellReader(source)
    locator = InlineLocator(source)
    noteForms(of: document)
  }

  /// Notes what looks like markup in a document and is none; only a lesson may not have that.
  mutating func noteForms(of document: MarkdownDocument) {
    if hasTitle { diagnostics += document.diagnostics }
  }

  var source: SourceText { document.source }

  mutating func error(_ line: Int, _ summary: String, help: String? = nil) {
    diagnostics.append(.error(source.place(line), summary, help: help))
  }

  mutating func warning(_ line: Int, _ summary: String, help: String? = nil) {
    diagnostics.append(.warning(source.place(line), summary, help: help))
  }

  /// Notes a formula that references lead to.
  mutating func number(_ formula: Formula) {
    guard let label = formula.label else { return }
    equations.append(Equation(label: label, line: formula.line))
  }

  /// The lesson's body, below the front matter.
  mutating func body() -> [Block] { blocks(document.tree.children) }

  /// The footnotes, in the order of their definitions.
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
      noteForms(of: document)
      notes.append(Footnote(label: note.label, body: body(), line: note.line))
      document = whole
    }
    return notes
  }

  mutating func blocks(_ nodes: [MarkdownNode]) -> [Block] {
    var blocks: [Block] = []
    for node in nodes {
      if node.isCutOff { error(node.lines.lowerBound, "too many blocks stand in each other here") }
      for block in self.blocks(node) { add(block, to: &blocks) }
    }
    return blocks
  }

  /// A hint or a solution belongs to the exercise before it, wherever it stands.
  private mutating func add(_ block: Block, to blocks: inout [Block]) {
    guard case .alert(let help) = block, [.hint, .solution].contains(help.kind),
      exerciseDepth == 0
    else { return blocks.append(block) }
    guard case .alert(var exercise) = blocks.last, exercise.kind == .exercise else {
      error(
        help.line, "a block '[!\(help.kind.rawValue)]' without an exercise",
        help: "put it into or right below its '[!EXERCISE]'")
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

  /// A paragraph; a formula or a table that stands alone in it is a block of its own.
  func paragraph(_ pieces: [Piece], line: Int) -> [Block] {
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
    if hasTitle { check(level, line) }
    headingLevel = level
    headingID = nil
    let words = inlines(of: node).inlines
    if let id = headingID { check(id, line) }
    return .heading(level: level, id: headingID, words, line: line)
  }

  /// A heading's name is one of its own, and can stand in an address.
  private mutating func check(_ id: String, _ line: Int) {
    if !id.allSatisfy({ $0.isLetter || $0.isNumber || "-_.:".contains($0) }) {
      error(
        line, "the heading's name '\(id)' cannot stand in an address",
        help: "use letters, digits, '-', '_', '.' and ':'")
    }
    if let first = headingIDs[id] {
      error(line, "two headings have the name '\(id)'", help: "the first is at line \(first)")
    }
    headingIDs[id] = headingIDs[id] ?? line
  }

  /// Sections stand below the title, and no level is left out.
  private mutating func check(_ level: Int, _ line: Int) {
    if level == 1 {
      error(
        line, "a '#' heading: the page's first heading is the title",
        help: "begin sections with '##'")
    } else if level > headingLevel + 1 {
      warning(
        line, "a heading of level \(level) below one of level \(headingLevel)",
        help: "use '\(String(repeating: "#", count: headingLevel + 1))'")
    }
  }

  private mutating func rawHTML(_ node: MarkdownNode) -> [Block] {
    if !isComment(node.literal) { refuseHTML(node.literal, line: node.lines.lowerBound) }
    return []
  }
}
