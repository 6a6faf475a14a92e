import Charts
import Lessons
import Records
import Typesetting

/// The text below one heading, the unit that the search finds and shows.
struct SearchPassage: Equatable {
  /// The heading's anchor; empty above the first heading.
  var anchor = ""
  var heading = ""
  var text = ""
}

/// Collects the passages of a lesson.
struct SearchPassageCollector {
  private(set) var passages = [SearchPassage()]
  private let page: MeasuredLesson
  private let anchors: [Int: String]
  private let words: PlainText

  /// Creates a collector for a page with the given rendered headings.
  init(_ page: MeasuredLesson, _ headings: [Heading], typesetter: Typesetter) {
    self.page = page
    words = PlainText(values: page.values, typesetter: typesetter)
    anchors = Dictionary(headings.map { ($0.line, $0.anchor) }) { first, _ in first }
  }

  mutating func visit(_ blocks: [Block]) {
    for block in blocks {
      if case .heading(_, _, let words, let line) = block {
        passages.append(
          SearchPassage(anchor: anchors[line] ?? "", heading: text(of: words).oneLine))
      } else {
        add(words(of: block))
        visit(block.children)
      }
    }
  }

  /// Collects the text of the footnotes, which are not blocks of the body.
  mutating func visitFootnotes() {
    for note in page.lesson.footnotes { visit(note.body) }
  }

  private mutating func add(_ words: String) {
    guard !words.isEmpty else { return }
    let last = passages.count - 1
    passages[last].text += (passages[last].text.isEmpty ? "" : " ") + words
  }

  private func words(of block: Block) -> String {
    switch block {
    case .cell(let cell): cell.isShown ? words(of: cell) : results(of: cell)
    case .code(_, let code): code.oneLine
    case .table(let table):
      (table.header + table.rows.flatMap { $0 }).map(text).joined(separator: " ")
    case .formula: ""
    default: text(of: block.inlines)
    }
  }

  private func words(of cell: Cell) -> String {
    [cell.shownCode.oneLine, results(of: cell)].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// The titles, captions and columns of a cell's figures and tables.
  private func results(of cell: Cell) -> String {
    page.results(of: cell).flatMap { record -> [String?] in
      switch record {
      case .figure(_, let figure): figure.frames.map(\.chart.title) + [figure.caption]
      case .table(_, let table): [table.caption] + table.columns
      default: []
      }
    }.compactMap { $0 }.joined(separator: " ")
  }

  private func text(of inlines: [Inline]) -> String { words.text(of: inlines) }
}

extension String {
  /// The string with each run of whitespace replaced by a space.
  fileprivate var oneLine: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
