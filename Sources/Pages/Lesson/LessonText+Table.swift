import Lessons
import Markup

extension LessonText {
  /// Renders a Markdown table in a box that scrolls if the table is too wide.
  ///
  /// Tables with four or more columns are too wide for a phone: there the style sheet turns their rows
  /// into blocks, in which each cell shows the name of its column.
  mutating func table(_ table: Lessons.Table) -> HTML {
    let isStacked = measured != nil && table.header.count >= 4
    let header = table.header.map { inlines($0) }
    let rows = table.rows.map { row in row.map { inlines($0) } }
    let body = rows.map { row -> HTML in
      let cells = zip(row, zip(table.header, table.alignments)).enumerated().map { cell -> HTML in
        let (column, (words, (name, alignment))) = cell
        let label: HTML? =
          isStacked && column > 0 ? " data-column=\"\(text(of: name))\"" : nil
        return "<td\(label)\(style(alignment))>\(words)</td>"
      }
      return "<tr>\(cells)</tr>\n"
    }
    let heads = zip(header, table.alignments).map { words, alignment -> HTML in
      "<th scope=\"col\"\(style(alignment))>\(words)</th>"
    }
    let kind: HTML = isStacked ? "scroll prose stacked" : "scroll prose"
    return """
      <div class="\(kind)" role="group" tabindex="0"\(wording.label(wording[.tableOfText]))>\
      <table\(wording.contentLang)>
      <thead>
      <tr>\(heads)</tr>
      </thead>
      <tbody>
      \(body)</tbody>
      </table></div>

      """
  }

  private func style(_ alignment: Lessons.Table.Alignment?) -> HTML? {
    alignment.map { " style=\"text-align: \($0.rawValue)\"" }
  }
}
