import Lessons
import Markup

extension LessonText {
  /// A table of prose, in a box of its own that scrolls where it is too wide.
  ///
  /// One of four columns or more is too wide for a phone. There its rows become blocks, in which
  /// each place carries the name of its column.
  mutating func table(_ table: Lessons.Table) -> HTML {
    let isStacked = measured != nil && table.header.count >= 4
    let header = table.header.map { inlines($0) }
    let rows = table.rows.map { row in row.map { inlines($0) } }
    let body = rows.map { row -> HTML in
      let places = zip(row, zip(table.header, table.alignments)).enumerated().map { place -> HTML in
        let (column, (words, (name, alignment))) = place
        let label: HTML? =
          isStacked && column > 0 ? " data-column=\"\(text(of: name))\"" : nil
        return "<td\(label)\(style(alignment))>\(words)</td>"
      }
      return "<tr>\(places)</tr>\n"
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
