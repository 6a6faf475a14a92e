import Lessons
import Markup
import Records
import Typesetting

/// A heading of a page, with its place on it and its line in the lesson.
struct Heading {
  let level: Int
  let anchor: String
  /// Its words as a list of headings has them.
  let words: HTML
  let line: Int
}

/// A lesson's body as HTML: its blocks in order, each cell followed by what it printed and drew.
///
/// What CommonMark knows comes out as its reference implementation writes it. Without measurements it
/// is a fragment: a cell is its code, an inline value its expression, a claim its words.
struct LessonText {
  let lesson: Lesson
  let measured: MeasuredLesson?
  let index: SiteIndex?
  let typesetter: Typesetter
  let wording: Wording
  /// The names of the page's places.
  var anchors = Anchors()
  /// The page's headings below its title, in order.
  private(set) var headings: [Heading] = []
  /// Addresses that the author wrote.
  var links: [Link] = []
  /// What is wrong with the lesson's formulas.
  var diagnostics: [Diagnostic] = []
  var exercises = 0
  /// How many blocks that teach have a name so far.
  var labels = 0
  /// How often each claim has been shown so far.
  var shownClaims: [String: Int] = [:]
  /// How many links the inlines at hand stand in.
  var linkDepth = 0
  /// The marks of notes within the link at hand, which follow it: no link may hold another.
  var afterLink = HTML()
  /// The labels of footnotes in the order of their first references.
  var noted: [String] = []
  /// The works in the order of their first citations.
  var cited: [String] = []
  /// How many of the footnotes and works stand beside the text already.
  var placed = (notes: 0, works: 0)

  /// A lesson's page.
  init(_ measured: MeasuredLesson, in index: SiteIndex, _ typesetter: Typesetter) {
    lesson = measured.lesson
    self.measured = measured
    self.index = index
    self.typesetter = typesetter
    wording = index.wording
    anchors.reserve(measured.namedPlaces)
  }

  /// A text alone.
  init(fragment lesson: Lesson, _ typesetter: Typesetter) {
    self.lesson = lesson
    measured = nil
    index = nil
    self.typesetter = typesetter
    wording = Wording(for: "en")
    anchors = Anchors([])
    anchors.reserve(lesson.namedPlaces)
  }

  /// The whole body, with its notes and the works it cites.
  mutating func body() -> HTML {
    takeHeadingIDs()
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
    case .heading(let level, let id, let inlines, let line): heading(level, id, inlines, line)
    case .list(let start, let tight, let items): list(start, tight, items)
    case .quote(let inner): "<blockquote>\n\(blocks(inner))</blockquote>\n"
    case .alert(let alert): self.alert(alert)
    case .code(let info, let code): listing(Listing(code, info: info))
    case .cell(let cell): self.cell(cell)
    case .formula(let formula): display(formula)
    case .table(let table): self.table(table)
    case .thematicBreak: "<hr />\n"
    }
  }

  private mutating func heading(_ level: Int, _ id: String?, _ inlines: [Inline], _ line: Int)
    -> HTML
  {
    let anchor = id ?? anchors.anchor(for: inlines.plainText)
    headings.append(
      Heading(level: level, anchor: anchor, words: listed(inlines), line: line))
    let words = self.inlines(inlines)
    let link: HTML =
      measured == nil
      ? ""
      : " <a class=\"anchor\" href=\"#\(anchor)\"\(wording.label(wording[.linkHere]))>§</a>"
    return "<h\(level) id=\"\(anchor)\">\(words)\(link)</h\(level)>\n"
  }

  private mutating func list(_ start: Int?, _ tight: Bool, _ items: [[Block]]) -> HTML {
    let rows = items.map { "<li\(kind(of: $0))>\(item($0, tight))</li>\n" as HTML }
    guard let start else { return "<ul>\n\(rows)</ul>\n" }
    return start == 1 ? "<ol>\n\(rows)</ol>\n" : "<ol start=\"\(start)\">\n\(rows)</ol>\n"
  }

  /// An item's blocks; in a tight list a paragraph is its words alone, on the line where it stands.
  private mutating func item(_ blocks: [Block], _ tight: Bool) -> HTML {
    var html = HTML()
    for block in blocks {
      if tight, case .paragraph(let inlines, _) = block {
        html += words(of: inlines)
      } else {
        if !html.text.hasSuffix("\n") { html += "\n" }
        html += self.block(block)
      }
    }
    return html
  }
}
