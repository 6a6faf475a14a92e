import Charts
import Markup
import Records

/// A result table on the page, in a box that scrolls if the table is too wide.
struct TableView {
  let html: HTML

  /// Renders a table with its number in the caption.
  init(_ table: ResultTable, number: String, wording: Wording) {
    let caption: HTML? = table.caption.map { " \(htmlNotation($0))" }
    let numeric = table.columns.indices.map { table.isNumeric($0) }
    let header = zip(table.columns, numeric).map { name, isNumeric -> HTML in
      "<th scope=\"col\"\(style(isNumeric))>\(htmlNotation(name))</th>"
    }
    let rows = table.rows.map { row -> HTML in
      let cells = zip(row.entries, numeric).enumerated().map { column, cell -> HTML in
        let words = words(of: cell.0, wording)
        let style = style(cell.1)
        return column == 0 && !numeric[0]
          ? "<th scope=\"row\">\(words)</th>" : "<td\(style)>\(words)</td>"
      }
      return "<tr>\(cells)</tr>\n"
    }
    html = """
      <div class="results" role="group" tabindex="0"\(wording.label(wording(.table, number)))>
      <table id="tbl-\(table.name)"\(wording.contentLang)>
      <caption><b\(wording.lang)>\(wording(.table, number)).</b>\(caption)</caption>
      <thead><tr>\(header)</tr></thead>
      <tbody>
      \(rows)</tbody>
      </table></div>

      """
  }
}

private func style(_ isNumeric: Bool) -> HTML? { isNumeric ? " class=\"number\"" : nil }

private func words(of entry: ResultTable.Entry, _ wording: Wording) -> HTML {
  switch entry {
  case .number(let number): wording.isolated(htmlNotation(Numeral(number).description))
  case .whole(let number): wording.isolated(htmlNotation(Numeral(number).description))
  case .truth(let truth): wording.span(truth ? .yes : .no)
  case .text(let text): wording.isolated(htmlNotation(text))
  case .nothing: "–"
  }
}

private func isPartOfNumber(_ character: Character) -> Bool {
  "0123456789.,+-−±×%⁰¹²³⁴⁵⁶⁷⁸⁹⁻∞ ".contains(character)
}

extension ResultTable {
  /// Whether a column contains only numbers, including numbers formatted as text.
  fileprivate func isNumeric(_ column: Int) -> Bool {
    rows.allSatisfy { row in
      guard row.entries.indices.contains(column) else { return true }
      switch row.entries[column] {
      case .number, .whole, .nothing: return true
      case .text(let text): return text.allSatisfy(isPartOfNumber)
      case .truth: return false
      }
    }
  }
}
