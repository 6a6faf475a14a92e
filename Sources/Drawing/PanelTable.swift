import Charts

/// Where small multiples stand on a drawing: in a table if there are rows and the columns have room,
/// else as many side by side as are readable, rows filled from the left.
struct PanelTable {
  private static let gap = 34.0
  /// The least height of a panel's plot.
  private static let leastHeight = 130.0
  /// Whether columns and rows have names of their own, which then stand at their heads and ends.
  let isTable: Bool
  private let size: Drawing.Size
  private let count: Int
  private let columns: Int
  private let labelWidth: Double
  private let plotWidth: Double
  private let plotHeight: Double
  private let headings: [String: Words]
  /// How many lines the longest name above a panel has.
  private let headLines: Int

  init(_ contents: Contents, _ size: Drawing.Size) {
    let panels = contents.panels
    self.size = size
    count = panels.places.count
    isTable = !panels.rows.isEmpty && panels.columns.count <= (size == .wide ? 5 : 2)
    columns =
      isTable
      ? panels.columns.count : min(count, Self.columns(count, contents.chart.facetColumns, size))
    let ends = isTable ? panels.rows.map { Self.words($0, size).width + 10 }.max() ?? 0 : 0
    let gaps = Double(columns - 1) * Self.gap + max(14, ends)
    let isTall = contents.y.isCategorical || !contents.ridgePlaces.isEmpty
    let count = Double(columns)
    let draft = max(40, (size.width - 50 - gaps) / count)
    plotHeight =
      isTall
      ? AxisLabel.height(of: contents, size)
      : min(max(draft * 0.66, Self.leastHeight), size.plotHeight)
    labelWidth = Self.labelWidth(contents, size, of: (draft, plotHeight))
    plotWidth = max(40, (size.width - labelWidth - gaps) / count)
    headings = Self.headings(isTable ? panels.columns : panels.places.map(\.name), plotWidth, size)
    headLines = headings.values.map(\.lines.count).max() ?? 1
  }

  /// The room of the words beside a plot of a size.
  private static func labelWidth(
    _ contents: Contents, _ size: Drawing.Size, of plot: (width: Double, height: Double)
  ) -> Double {
    let panel = Layout.Panel(
      width: plot.width + 20, height: plot.height, left: 10, hasX: true, hasY: true)
    let labels = Layout(contents, size, Layout.Room(panel: panel)).yLabels
    return max(12, (labels.map(\.words.width).max() ?? 0) + 8)
  }

  /// The name of a row, which stands at its end.
  static func words(_ name: String, _ size: Drawing.Size) -> Words {
    Words(name, within: size == .wide ? 90 : 64, size, bold: true)
  }

  /// The names above panels: one line each, or two on narrow ground.
  private static func headings(_ names: [String], _ width: Double, _ size: Drawing.Size)
    -> [String: Words]
  {
    let cut = Abbreviation.lines(of: names, within: width, atMost: 2, size.text, bold: true)
    let pairs = zip(names, cut).map { name, lines in
      let words = Words(name, within: width, size, bold: true)
      return (name, words.lines.count <= 2 ? words : Words(lines, size, bold: true))
    }
    return Dictionary(pairs) { first, _ in first }
  }

  /// A name above a panel, and how far below the panel's top it begins: names stand on their plots.
  func heading(_ name: String) -> (words: Words, top: Double) {
    let words = headings[name] ?? Words([], size, bold: true)
    return (words, Double(headLines) * size.leading - words.height)
  }

  /// How many panels stand side by side: so many that none is alone in the last row, where that can
  /// be.
  private static func columns(_ count: Int, _ wish: Int?, _ size: Drawing.Size) -> Int {
    guard size == .wide else {
      return wish == 1 || count < 4 || count == 5 ? 1 : 2
    }
    if let wish { return wish }
    if count < 4 || count.isMultiple(of: 3) { return 3 }
    return count == 4 ? 2 : [4, 3, 5].first { count % $0 != 1 } ?? 4
  }

  private func column(_ index: Int) -> Int { index % columns }

  private func row(_ index: Int) -> Int { index / columns }

  /// The room above a panel's plot for its name.
  private var head: Double { Double(max(headLines, 1)) * size.leading - 4 }

  func left(_ index: Int) -> Double {
    column(index) == 0 ? 0 : labelWidth - 10 + Double(column(index)) * (plotWidth + Self.gap)
  }

  func top(_ index: Int) -> Double {
    let row = Double(row(index))
    guard isTable else { return row * (plotHeight + head + size.leading / 2 + 16) }
    return row == 0 ? 0 : head + row * (plotHeight + 18)
  }

  /// Whether a panel has a name above it.
  func hasHead(_ index: Int) -> Bool { !isTable || row(index) == 0 }

  /// Whether the name of a panel's row stands behind it.
  func endsRow(_ index: Int) -> Bool { isTable && column(index) == columns - 1 }

  /// What a panel's layout needs.
  func room(_ index: Int) -> Layout.Room {
    let left = column(index) == 0 ? labelWidth : 10
    return Layout.Room(
      head: hasHead(index) ? head : 0,
      panel: Layout.Panel(
        width: left + plotWidth + 10, height: plotHeight, left: left,
        hasX: index + columns >= count, hasY: column(index) == 0))
  }
}
