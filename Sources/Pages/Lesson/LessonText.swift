import Lessons
import Markup
import Records
import Typesetting

/// A heading of a page, with its anchor and its line in the lesson.
struct Heading {
  let level: Int
  let anchor: String
  /// Its content for a list of headings.
  let words: HTML
  let line: Int
}

/// Renders a lesson's body as HTML: its blocks in order, each cell followed by its output and results.
///
/// CommonMark's elements come out exactly as from its reference implementation. Without measurements
/// the result is a fragment: a cell is its code, an inline value its expression, a claim its text.
struct LessonText {
  let lesson: Lesson
  let measured: MeasuredLesson?
  let index: SiteIndex?
  let typesetter: Typesetter
  let wording: Wording
  /// The ids of the page.
  var anchors = Anchors()
  /// The page's headings below its title, in order.
  private(set) var headings: [Heading] = []
  /// The addresses that the author wrote.
  var links: [Link] = []
  /// The problems found while rendering, such as errors in formulas.
  var diagnostics: [Diagnostic] = []
  /// The number of exercises so far.
  var exercises = 0
  /// The number of alerts with an id so far.
  var labels = 0
  /// The number of times that each claim has been shown so far.
  var shownClaims: [String: Int] = [:]
  /// The number of links around the current inlines.
  var linkDepth = 0
  /// The references to notes within the current link; they follow it, since links cannot be nested.
  var afterLink = HTML()
  /// The labels of footnotes in the order of their first references.
  var footnoteLabels: [String] = []
  /// The keys of works in the order of their first citations.
  var citedKeys: [String] = []
  /// The number of footnotes and works that are already in the margin.
  var inMargin = (notes: 0, works: 0)

  /// Renders a lesson for its page.
  init(_ measured: MeasuredLesson, in index: SiteIndex, typesetter: Typesetter) {
    lesson = measured.lesson
    self.measured = measured
    self.index = index
    self.typesetter = typesetter
    wording = index.wording
    anchors.reserve(measured.namedIDs)
  }

  /// Renders a lesson as a fragment, without measurements.
  init(fragment lesson: Lesson, _ typesetter: Typesetter) {
    self.lesson = lesson
    measured = nil
    index = nil
    self.typesetter = typesetter
    wording = Wording(for: "en")
    anchors = Anchors([])
    anchors.reserve(lesson.namedIDs)
  }

  /// The body, with the works it cites; the notes of a fragment are at its end.
  mutating func body() -> HTML {
    registerHeadingIDs()
    let text = blocks(lesson.body)
    let end = measured == nil ? notes() : bibliography()
    return text + end
  }

  mutating func blocks(_ blocks: [Block]) -> HTML {
    var html = HTML()
    for block in blocks { html += withNotes(self.block(block)) }
    return html
  }

  private mutating func block(_ block: Block) -> HTML {
    switch block {
    case .paragraph(let inlines, _): "<p>\(words(of: inlines))</p>\n"
    case .heading(let level, let id, let inlines, let line):
      heading(level, inlines, id: id, line: line)
    case .list(let start, let tight, let items): list(items, start: start, isTight: tight)
    case .quote(let inner): "<blockquote>\n\(blocks(inner))</blockquote>\n"
    case .alert(let alert): self.alert(alert)
    case .code(let info, let code): listing(Listing(code, info: info))
    case .cell(let cell): self.cell(cell)
    case .formula(let formula): display(formula)
    case .table(let table): self.table(table)
    case .thematicBreak: "<hr />\n"
    }
  }

  private mutating func heading(_ level: Int, _ inlines: [Inline], id: String?, line: Int)
    -> HTML
  {
    let anchor = id ?? anchors.anchor(for: inlines.plainText)
    headings.append(
      Heading(level: level, anchor: anchor, words: headingEntry(inlines), line: line))
    let words = self.inlines(inlines)
    let link: HTML =
      measured == nil
      ? ""
      : " <a class=\"anchor\" href=\"#\(anchor)\"\(wording.label(wording[.linkHere]))>§</a>"
    return "<h\(level) id=\"\(anchor)\">\(words)\(link)</h\(level)>\n"
  }

  private mutating func list(_ items: [[Block]], start: Int?, isTight: Bool) -> HTML {
    let rows = items.map { "<li\(kind(of: $0))>\(item($0, isTight: isTight))</li>\n" as HTML }
    guard let start else { return "<ul>\n\(rows)</ul>\n" }
    return start == 1 ? "<ol>\n\(rows)</ol>\n" : "<ol start=\"\(start)\">\n\(rows)</ol>\n"
  }

  /// The blocks of an item; in a tight list a paragraph has no `p` element.
  private mutating func item(_ blocks: [Block], isTight: Bool) -> HTML {
    var html = HTML()
    for block in blocks {
      if isTight, case .paragraph(let inlines, _) = block {
        html += words(of: inlines)
      } else {
        if !html.text.hasSuffix("\n") { html += "\n" }
        html += self.block(block)
      }
    }
    return html
  }
}
