import Charts
import Drawing
import Markup
import Records

/// A figure on the page: what it found, the drawing, its caption, and the data behind it.
struct FigureView {
  /// The most rows that a page shows; the CSV file has them all.
  static let rowLimit = 200

  let html: HTML
  /// How many bytes its drawings have, those of all frames and widths.
  let weight: Int

  /// A figure under its number, and the address of its data as a file.
  init(_ figure: Figure, number: String, csv: String, _ wording: Wording) {
    let caption: HTML? = figure.caption.map { " \(raised($0))" }
    let id = "fig-\(figure.name)"
    let drawings =
      figure.sweep.map { ExploreView(figure, over: $0, id: id, wording.vocabulary).html }
      ?? figure.frames.map { frameViews([$0], ids: [id], wording.vocabulary).joined() }.joined()
    weight = drawings.text.utf8.count
    html = """
      <figure id="\(id)">
      <div class="plate">
      \(drawings)
      </div>
      <figcaption><p><b>\(wording(.figure, number)).</b>\(caption)</p>
      \(data(figure, number, csv, wording))</figcaption>
      </figure>

      """
  }
}

/// Frames, each below what it found; they share their axes.
func frameViews(_ frames: [Frame], ids: [String], _ vocabulary: Vocabulary) -> [HTML] {
  let boxes = Drawing.figures(
    of: frames.map(\.chart), ids: ids, alts: frames.map(\.alt), in: vocabulary)
  return zip(frames, boxes).map { frame, box in
    let title: HTML? = frame.chart.title.map { "<p class=\"title\">\(raised($0))</p>\n" }
    return "\(title)\(box)"
  }
}

/// The chart's numbers, as a table that opens on demand and as a file.
private func data(_ figure: Figure, _ number: String, _ csv: String, _ wording: Wording)
  -> HTML
{
  let table = figure.data
  let header = table.header.map { "<th scope=\"col\">\(raised($0))</th>" as HTML }
  let rows = table.rows.prefix(FigureView.rowLimit).map { row -> HTML in
    let cells = row.enumerated().map { column, value -> HTML in
      let words = raised(value.map(words(of:)) ?? "")
      return column == 0 ? "<th scope=\"row\">\(words)</th>" : "<td>\(words)</td>"
    }
    return "<tr>\(cells)</tr>\n"
  }
  let hidden = table.rows.count - rows.count
  let rest = hidden == 1 ? wording[.oneMoreRow] : wording(.moreRows, "\(hidden)")
  let more: HTML? = hidden > 0 ? "<p>\(rest)</p>\n" : nil
  return """
    <details class="data"><summary>\(wording[.data])</summary>
    <div class="scroll" role="group" tabindex="0" \
    aria-label="\(wording(.dataOfFigure, number))"><table>
    <thead><tr>\(header)</tr></thead>
    <tbody>
    \(rows)</tbody></table></div>
    \(more)<p><a href="\(csv)" download>\(wording[.csv])</a></p></details>

    """
}

/// A value as the table gives it: finer than in prose, since here somebody reads it off.
func words(of value: Datum) -> String {
  switch value {
  case .number(let number): Numeral(number, upTo: 6).description
  case .category(let name): name
  }
}
