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
  /// What its drawings do not show as it is, with the frame that is the first to have it; each is to
  /// be read after “the figure”.
  let warnings: [(frame: Frame, words: String)]

  /// A figure under its number, and the address of its data as a file.
  init(_ figure: Figure, number: String, csv: String, _ wording: Wording) {
    let caption: HTML? = figure.caption.map { " \(raised($0))" }
    let id = "fig-\(figure.name)"
    let names = figure.frames.indices.map { index in
      figure.sweep == nil ? "\(id).drawing" : "\(id).\(index + 1).drawing"
    }
    let plates = plates(figure.frames, ids: names, wording.vocabulary)
    let drawings =
      figure.sweep.map { ExploreView(figure, over: $0, id: id, plates.map(\.html)).html }
      ?? plates.map(\.html).joined()
    weight = drawings.text.utf8.count
    var known: Set<String> = []
    warnings = zip(figure.frames, plates).flatMap { frame, plate in
      plate.warnings.filter { known.insert($0.kind).inserted }.map { (frame, $0.words) }
    }
    html = """
      <figure id="\(id)">
      <div class="plate">
      \(drawings)
      </div>
      <figcaption><p><b\(wording.lang)>\(wording(.figure, number)).</b>\(caption)</p>
      \(data(figure, number, csv, wording))</figcaption>
      </figure>

      """
  }
}

/// Frames, each below what it found, and what is not drawn as it is; they share their axes.
private func plates(_ frames: [Frame], ids: [String], _ vocabulary: Vocabulary)
  -> [(html: HTML, warnings: [Plate.Warning])]
{
  let plates = Drawing.plates(
    of: frames.map(\.chart), ids: ids, alts: frames.map(\.alt), in: vocabulary)
  return zip(frames, plates).map { frame, plate in
    let title: HTML? = frame.chart.title.map { "<p class=\"title\">\(raised($0))</p>\n" }
    return ("\(title)\(plate.html)", plate.warnings)
  }
}

/// The chart's numbers, as a table that opens on demand and as a file.
private func data(_ figure: Figure, _ number: String, _ csv: String, _ wording: Wording)
  -> HTML
{
  let table = figure.data
  let header = table.header.map { "<th scope=\"col\">\(raised($0))</th>" as HTML }
  let shown = Array(table.rows.prefix(FigureView.rowLimit))
  let texts = table.header.indices.map { column in words(of: shown.map { $0[column] }) }
  let rows = shown.indices.map { row -> HTML in
    let cells = texts.enumerated().map { column, texts -> HTML in
      let words = wording.isolated(raised(texts[row]))
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

/// A column's values as the table gives them: finer than in prose, since here somebody reads them
/// off, and no two different ones alike.
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

/// A value of a sweep, as precise as in a figure's table.
func words(of value: Datum) -> String {
  switch value {
  case .number(let number): Numeral(number, upTo: 6).description
  case .category(let name): name
  }
}
