import Charts

/// Where small multiples stand on a drawing: in a table if there are rows and the columns have room,
/// else as many side by side as are readable, rows filled from the left.
struct PanelTable {
  private static let gap = 34.0
  /// Whether columns and rows have names of their own, which then stand at their heads and ends.
  let isTable: Bool
  private let size: Drawing.Size
  private let count: Int
  private let columns: Int
  private let labelWidth: Double
  private let labelHeight: Double
  private let plotWidth: Double
  private let plotHeight: Double
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
    let whole = Layout(contents, size)
    labelWidth = max(whole.plot.left, 12)
    labelHeight = whole.xLabels.map { $0.drop + $0.words.height }.max() ?? 0
    let room = size.width - labelWidth - max(14, ends) - Double(columns - 1) * Self.gap
    plotWidth = max(40, room / Double(columns))
    let (width, hasRows) = (plotWidth, isTable)
    let names = panels.places.map { hasRows ? $0.column ?? "" : $0.name }
    headLines = names.map { Self.heading($0, within: width, size).lines.count }.max() ?? 1
    let isTall = contents.y.isCategorical || !Ridges.places(contents.chart).isEmpty
    plotHeight =
      isTall
      ? AxisLabel.height(of: contents, size) : min(max(plotWidth * 0.66, 96), size.plotHeight)
  }

  /// The name of a row, which stands at its end.
  static func words(_ name: String, _ size: Drawing.Size) -> Words {
    Words(name, within: size == .wide ? 90 : 64, size, bold: true)
  }

  /// A name above a panel: one line, or two on narrow ground.
  private static func heading(_ name: String, within width: Double, _ size: Drawing.Size) -> Words {
    let words = Words(name, within: width, size, bold: true)
    if words.lines.count <= 2 { return words }
    let lines = Wrapping.lines(name, within: width, atMost: 2, size: size.text, bold: true)
    return Words(lines, size, bold: true)
  }

  /// A name above a panel, and how far below the panel's top it begins: names stand on their plots.
  func heading(_ name: String) -> (words: Words, top: Double) {
    let words = Self.heading(name, within: plotWidth, size)
    return (words, Double(headLines) * size.leading - words.height)
  }

  private static func columns(_ count: Int, _ wish: Int?, _ size: Drawing.Size) -> Int {
    guard size == .wide else { return min(2, wish ?? 2) }
    return wish ?? (count < 4 || count.isMultiple(of: 3) || count == 5 ? 3 : count == 4 ? 2 : 4)
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
