/// What a chart says, as a table: its abscissa, then a column for each series.
///
/// Rows stand in the order in which the marks came, or in the order of the abscissa if
/// every series came in that order. Rules and texts are not data and have no row.
public struct DataTable: Equatable, Sendable {
  /// The columns' names.
  public private(set) var header: [String] = []
  /// The rows, each as long as the header; what a series does not have is nil.
  public private(set) var rows: [[Datum?]] = []

  init(header: [String], rows: [[Datum?]]) {
    self.header = header
    self.rows = rows
  }

  /// Creates the table of a chart's values.
  ///
  /// Ridges and heat maps of up to 20 rows have a column for each of their rows, larger ones and
  /// surfaces one for the row's place and one for the value; small multiples have one for each of
  /// their series.
  public init(of chart: Chart) {
    var collector = Collector(y: chart.yAxis.label ?? "y", value: chart.colorAxis.label ?? "value")
    for mark in chart.marks { collector.take(mark) }
    let isLying = chart.marks.contains(where: \.isLyingBar)
    let isScheme = chart.marks.contains(where: \.isOfScheme)
    let x =
      isScheme ? "from → to" : isLying ? chart.yAxis.label ?? "" : chart.xAxis.label ?? "x"
    let y = isLying ? chart.xAxis.label ?? "x" : chart.yAxis.label ?? "y"
    header = [x] + collector.columns.map { $0.name(unnamed: y) }
    rows = collector.rows(width: header.count)
  }
}

/// A column: a series, or one bound of its band.
private struct Column: Hashable {
  var facet: String?
  var series: String?
  var bound = ""

  func name(unnamed: String) -> String {
    [facet, series].compactMap { $0 }.isEmpty
      ? unnamed + bound : [facet, series].compactMap { $0 }.joined(separator: ": ") + bound
  }
}

/// Sorts values into rows: the nth value of a series at one abscissa goes to its nth row.
private struct Collector {
  /// The columns of a surface: its rows' places and its values.
  let y: String
  let value: String
  private struct Place: Hashable {
    var x: Datum
    var number: Int
  }

  private(set) var columns: [Column] = []
  private var indices: [Column: Int] = [:]
  private var counts: [[Datum: Int]] = []
  private var rowAt: [Place: Int] = [:]
  private var cells: [(x: Datum, values: [(column: Int, value: Datum)])] = []
  private var lastX: [Datum?] = []
  private var isAscending = true

  init(y: String, value: String) {
    self.y = y
    self.value = value
  }

  mutating func take(_ mark: Mark) {
    let column = Column(facet: mark.panelName, series: mark.series)
    switch mark.shape {
    case .bar(let x, let y) where mark.isLyingBar: add(x, at: y, column)
    case .line(let x, let y), .point(let x, let y), .bar(let x, let y), .path(let x, let y),
      .rectangle(let x, _, _, let y):
      add(y, at: x, column)
    case .area(let x, let yStart, let yEnd), .barInterval(let x, let yStart, let yEnd),
      .ruleInterval(let x, let yStart, let yEnd):
      add(yStart, at: x, column, bound: " from")
      add(yEnd, at: x, column, bound: " to")
    case .cell(let x, let y, let value): add(value, at: x, column, row: y)
    case .cells(let grid) where grid.y.count <= 20:
      for cell in places(of: grid) { add(cell.value, at: cell.x, column, row: cell.row) }
    case .cells(let grid), .contour(let grid, _), .regions(let grid):
      for cell in places(of: grid) {
        add(cell.row, at: cell.x, Column(facet: column.facet, series: y))
        add(cell.value, at: cell.x, Column(facet: column.facet, series: value))
      }
    case .ridge(let ridge):
      for (bin, count) in ridge.counts.enumerated() {
        add(.number(count), at: .number(ridge.edge(bin)), column, row: ridge.y)
      }
    case .edge(let edge):
      add(edge.value ?? .number(.nan), at: .category("\(edge.from) → \(edge.to)"), column)
    case .horizontalRule, .verticalRule, .text, .arrow, .node: break
    }
  }

  private mutating func add(_ value: Datum, at x: Datum, _ column: Column, row: Datum) {
    add(value, at: x, Column(facet: column.facet, series: row.description))
  }

  func rows(width: Int) -> [[Datum?]] {
    let order = isAscending ? cells.indices.sorted(by: isBefore) : Array(cells.indices)
    return order.map { index in
      var row = [Datum?](repeating: nil, count: width)
      row[0] = cells[index].x
      for cell in cells[index].values { row[cell.column + 1] = cell.value }
      return row
    }
  }

  private func isBefore(_ left: Int, _ right: Int) -> Bool {
    let (a, b) = (cells[left].x.number ?? 0, cells[right].x.number ?? 0)
    return a == b ? left < right : a < b
  }

  private mutating func add(_ value: Datum, at x: Datum, _ column: Column, bound: String = "") {
    var column = column
    column.bound = bound
    add(value, at: x, index(of: column))
  }

  private mutating func add(_ value: Datum, at x: Datum, _ column: Int) {
    let number = counts[column][x, default: 0]
    counts[column][x] = number + 1
    note(x, after: lastX[column])
    lastX[column] = x
    let row = row(at: Place(x: x, number: number))
    cells[row].values.append((column, value))
  }

  private mutating func index(of column: Column) -> Int {
    if let index = indices[column] { return index }
    indices[column] = columns.count
    columns.append(column)
    counts.append([:])
    lastX.append(nil)
    return columns.count - 1
  }

  private mutating func row(at place: Place) -> Int {
    if let row = rowAt[place] { return row }
    rowAt[place] = cells.count
    cells.append((place.x, []))
    return cells.count - 1
  }

  /// An abscissa that is no number, or less than the one before it, has an order of its own.
  private mutating func note(_ x: Datum, after last: Datum?) {
    guard let x = x.number, !x.isNaN else { return isAscending = false }
    if let last = last?.number, x < last { isAscending = false }
  }
}

private func places(of grid: Grid) -> [(x: Datum, row: Datum, value: Datum)] {
  grid.values.enumerated().map { index, value in
    (grid.x[index % grid.x.count], grid.y[index / grid.x.count], value)
  }
}
