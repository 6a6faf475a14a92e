import Charts

/// The arrangement of small multiples: a table if there are rows and the columns fit side by side,
/// else a sequence that is wrapped.
struct PanelGrid {
  private static let gap = 34.0
  /// The minimum height of a panel's plot.
  private static let minimumHeight = 130.0
  /// Whether columns and rows are named separately, at the top and at the right.
  let isTable: Bool
  private let size: Drawing.Size
  private let count: Int
  private let columns: Int
  private let labelWidth: Double
  private let plotWidth: Double
  private let plotHeight: Double
  private let headings: [String: TextBlock]
  /// The number of lines of the longest name above a panel.
  private let headingLines: Int

  init(_ prepared: PreparedChart, _ size: Drawing.Size) {
    let panels = prepared.panels
    self.size = size
    count = panels.ids.count
    isTable = !panels.rows.isEmpty && panels.columns.count <= (size == .wide ? 5 : 2)
    columns =
      isTable
      ? panels.columns.count
      : min(count, Self.columns(count, prepared.chart.facetColumns, size: size))
    let ends = isTable ? panels.rows.map { Self.rowName($0, size).width + 10 }.max() ?? 0 : 0
    let gaps = Double(columns - 1) * Self.gap + max(14, ends)
    let isTall = prepared.y.isCategorical || !prepared.ridgePlaces.isEmpty
    let count = Double(columns)
    let draft = max(40, (size.width - 50 - gaps) / count)
    plotHeight =
      isTall
      ? AxisLabel.height(of: prepared, size)
      : min(max(draft * 0.66, Self.minimumHeight), size.plotHeight)
    labelWidth = Self.labelWidth(prepared, size, of: (draft, plotHeight))
    plotWidth = max(40, (size.width - labelWidth - gaps) / count)
    headings = Self.headings(
      isTable ? panels.columns : panels.ids.map(\.name), plotWidth, size: size)
    headingLines = headings.values.map(\.lines.count).max() ?? 1
  }

  /// The width of the tick labels beside a plot of the given size.
  private static func labelWidth(
    _ prepared: PreparedChart, _ size: Drawing.Size, of plot: (width: Double, height: Double)
  ) -> Double {
    let panel = Layout.Panel(
      width: plot.width + 20, height: plot.height, left: 10, hasX: true, hasY: true)
    let labels = Layout(prepared, size, insets: Layout.Insets(panel: panel)).yLabels
    return max(12, (labels.map(\.text.width).max() ?? 0) + 8)
  }

  /// The name of a row, which is placed at its right end.
  static func rowName(_ name: String, _ size: Drawing.Size) -> TextBlock {
    TextBlock(name, within: size == .wide ? 90 : 64, size: size, bold: true)
  }

  /// The names above panels, in one line or, in narrow panels, two.
  private static func headings(_ names: [String], _ width: Double, size: Drawing.Size)
    -> [String: TextBlock]
  {
    let cut = Abbreviation.lines(
      of: names, within: width, atMost: 2, size: size.fontSize, bold: true)
    let pairs = zip(names, cut).map { name, lines in
      let text = TextBlock(name, within: width, size: size, bold: true)
      return (name, text.lines.count <= 2 ? text : TextBlock(lines, size, bold: true))
    }
    return Dictionary(pairs) { first, _ in first }
  }

  /// The name above a panel and its distance from the panel's top; names are aligned at the bottom.
  func heading(_ name: String) -> (text: TextBlock, top: Double) {
    let text = headings[name] ?? TextBlock([], size, bold: true)
    return (text, Double(headingLines) * size.leading - text.height)
  }

  /// The number of panels side by side, chosen so that the last row has more than one panel if
  /// possible.
  private static func columns(_ count: Int, _ preferred: Int?, size: Drawing.Size) -> Int {
    guard size == .wide else {
      return preferred == 1 || count < 4 || count == 5 ? 1 : 2
    }
    if let preferred { return preferred }
    if count < 4 || count.isMultiple(of: 3) { return 3 }
    return count == 4 ? 2 : [4, 3, 5].first { count % $0 != 1 } ?? 4
  }

  private func column(_ index: Int) -> Int { index % columns }

  private func row(_ index: Int) -> Int { index / columns }

  /// The height reserved for the name above a panel.
  private var head: Double { Double(max(headingLines, 1)) * size.leading - 4 }

  func left(_ index: Int) -> Double {
    column(index) == 0 ? 0 : labelWidth - 10 + Double(column(index)) * (plotWidth + Self.gap)
  }

  func top(_ index: Int) -> Double {
    let row = Double(row(index))
    guard isTable else { return row * (plotHeight + head + size.leading / 2 + 16) }
    return row == 0 ? 0 : head + row * (plotHeight + 18)
  }

  /// Whether a panel has a name above it.
  func hasHeading(_ index: Int) -> Bool { !isTable || row(index) == 0 }

  /// Whether the name of its row follows a panel.
  func endsRow(_ index: Int) -> Bool { isTable && column(index) == columns - 1 }

  /// The insets of a panel's layout.
  func insets(_ index: Int) -> Layout.Insets {
    let left = column(index) == 0 ? labelWidth : 10
    return Layout.Insets(
      head: hasHeading(index) ? head : 0,
      panel: Layout.Panel(
        width: left + plotWidth + 10, height: plotHeight, left: left,
        hasX: index + columns >= count, hasY: column(index) == 0))
  }
}
