import Charts
import Drawing
import Markup
import Records

/// A figure on the page: its title, the drawing, the caption and the data.
struct FigureView {
  /// The maximum number of data rows on the page; the CSV file has all.
  static let rowLimit = 200

  let html: HTML
  /// The size of its drawings in bytes, for all frames and widths.
  let drawingSize: Int
  /// Data that the drawings leave out, with the first affected frame; the text continues a sentence that
  /// begins with "the figure".
  let warnings: [(frame: Frame, words: String)]

  /// Renders a figure with its caption and data.
  ///
  /// - Parameters:
  ///   - figure: The figure.
  ///   - number: Its number, for the caption.
  ///   - csv: The path of its data as a CSV file.
  ///   - wording: The texts of the interface.
  init(_ figure: Figure, number: String, csv: String, wording: Wording) {
    let caption: HTML? = figure.caption.map { " \(htmlNotation($0))" }
    let id = "fig-\(figure.name)"
    let names = figure.frames.indices.map { index in
      figure.sweep == nil ? "\(id).drawing" : "\(id).\(index + 1).drawing"
    }
    let drawn = drawFrames(figure.frames, ids: names, phrases: wording.drawingPhrases)
    let drawings =
      figure.sweep.map { ExploreView(figure, over: $0, id: id, drawings: drawn.map(\.html)).html }
      ?? drawn.map(\.html).joined()
    drawingSize = drawings.text.utf8.count
    var known: Set<String> = []
    warnings = zip(figure.frames, drawn).flatMap { frame, chart in
      chart.warnings.filter { known.insert($0.kind).inserted }.map { (frame, $0.message) }
    }
    html = """
      <figure id="\(id)">
      <div class="plate">
      \(drawings)
      </div>
      <figcaption><p><b\(wording.lang)>\(wording(.figure, number)).</b>\(caption)</p>
      \(data(of: figure, number: number, csv: csv, wording: wording))</figcaption>
      </figure>

      """
  }
}

/// The drawings of frames, each with its title and its warnings; all frames have the same axes.
private func drawFrames(_ frames: [Frame], ids: [String], phrases: DrawingPhrases)
  -> [(html: HTML, warnings: [DrawnChart.Warning])]
{
  let charts = Drawing.draw(
    frames: frames.map(\.chart), ids: ids, alts: frames.map(\.alt), in: phrases)
  return zip(frames, charts).map { frame, chart in
    let title: HTML? = frame.chart.title.map { "<p class=\"title\">\(htmlNotation($0))</p>\n" }
    return ("\(title)\(chart.html)", chart.warnings)
  }
}

/// The chart's data as a collapsible table and as a file.
private func data(of figure: Figure, number: String, csv: String, wording: Wording)
  -> HTML
{
  let table = figure.data
  let header = table.header.map { "<th scope=\"col\">\(htmlNotation($0))</th>" as HTML }
  let shown = Array(table.rows.prefix(FigureView.rowLimit))
  let texts = table.header.indices.map { column in words(of: shown.map { $0[column] }) }
  let rows = shown.indices.map { row -> HTML in
    let cells = texts.enumerated().map { column, texts -> HTML in
      let words = wording.isolated(htmlNotation(texts[row]))
      return column == 0 ? "<th scope=\"row\">\(words)</th>" : "<td>\(words)</td>"
    }
    return "<tr>\(cells)</tr>\n"
  }
  let hidden = table.rows.count - rows.count
  let rest: String = hidden == 1 ? wording[.oneMoreRow] : wording(.moreRows, "\(hidden)")
  let more: HTML? = hidden > 0 ? "<p\(wording.lang)>\(rest)</p>\n" : nil
  return """
    <details class="data"><summary\(wording.lang)>\(wording[.data])</summary>
    <div class="scroll" role="group" tabindex="0"\
    \(wording.label(wording(.dataOfFigure, number)))><table\(wording.contentLang)>
    <thead><tr>\(header)</tr></thead>
    <tbody>
    \(rows)</tbody></table></div>
    \(more)<p\(wording.lang)><a href="\(address(ofPath: csv))" download>\(wording[.csv])</a></p></details>

    """
}

/// The values of a column as text, precise enough that different values look different.
private func words(of column: [Datum?]) -> [String] {
  var numerals = distinctNumerals(column.compactMap { $0?.number }, upTo: 6)[...]
  return column.map { value in
    switch value {
    case .number: numerals.popFirst() ?? ""
    case .category(let name): name
    case nil: ""
    }
  }
}

/// A value of a sweep as text, as precise as in a figure's table.
func words(of value: Datum) -> String {
  switch value {
  case .number(let number): Numeral(number, upTo: 6).description
  case .category(let name): name
  }
}
