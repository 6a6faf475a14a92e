/// Collects a chart's values into rows: the nth value of a series at one x is put into the nth row of
/// that x.
struct DataTableCollector {
  /// A column: a series, or one bound of its band.
  struct Column: Hashable {
    var facet: String?
    var series: String?
    var bound = ""

    func name(unnamed: String) -> String {
      let names = [facet, series].compactMap { $0 }
      return (names.isEmpty ? unnamed : names.joined(separator: ": ")) + bound
    }
  }

  private struct RowKey: Hashable {
    var x: Datum
    var number: Int
  }

  private(set) var columns: [Column] = []
  /// The names of the x column, and of a surface's columns for y and the value.
  private let x: String
  private let y: String
  private let value: String
  private var indices: [Column: Int] = [:]
  private var counts: [[Datum: Int]] = []
  private var rowIndices: [RowKey: Int] = [:]
  private var cells: [(x: Datum, values: [(column: Int, value: Datum)])] = []
  private var lastX: [Datum?] = []
  private var isAscending = true
  /// The pairs of edges of all bins added so far.
  private var ends: Set<[Datum]> = []

  init(x: String, y: String, value: String) {
    self.x = x
    self.y = y
    self.value = value
  }

  /// Adds the values of a mark.
  mutating func add(_ mark: Mark) {
    let column = Column(facet: mark.panelName, series: mark.series)
    switch mark.shape {
    case .bar(let x, let y) where mark.isHorizontalBar: add(x, at: y, column)
    case .line(let x, let y), .point(let x, let y), .bar(let x, let y), .path(let x, let y):
      add(y, at: x, column)
    case .area(let x, let yStart, let yEnd), .barInterval(let x, let yStart, let yEnd),
      .ruleInterval(let x, let yStart, let yEnd):
      add(yStart, at: x, column, bound: " from")
      add(yEnd, at: x, column, bound: " to")
    case .rectangle(let x, let xEnd, let yStart, let yEnd),
      .arrow(let x, let yStart, let xEnd, let yEnd):
      add(xEnd, at: x, column, bound: ", \(self.x) to")
      add(yStart, at: x, column, bound: " from")
      add(yEnd, at: x, column, bound: " to")
    case .cell, .cells, .contour, .regions: addGrid(mark.shape, column)
    case .ridge(let ridge): add(ridge, column, named: ridge.y.description)
    case .histogram(let ridge): add(ridge, column, named: column.series)
    case .edge(let edge):
      add(edge.value, at: .category("\(edge.from) → \(edge.to)"), column)
    case .horizontalRule, .verticalRule, .text, .node: break
    }
  }

  private mutating func addGrid(_ shape: Mark.Shape, _ column: Column) {
    switch shape {
    case .cell(let x, let y, let value): add(value, at: x, column, row: y)
    case .cells(let grid) where grid.y.count <= 20:
      for cell in gridCells(grid) { add(cell.value, at: cell.x, column, row: cell.row) }
    case .cells(let grid), .contour(let grid, _), .regions(let grid):
      for cell in gridCells(grid) {
        add(cell.row, at: cell.x, Column(facet: column.facet, series: y))
        add(cell.value, at: cell.x, Column(facet: column.facet, series: value))
      }
    default: break
    }
  }

  /// Adds the counts of bins, each at its lower edge; the upper edge is added once for all ridges.
  private mutating func add(_ ridge: Ridge, _ column: Column, named name: String?) {
    for (bin, count) in ridge.counts.enumerated() {
      let (start, end) = (Datum.number(ridge.edge(bin)), Datum.number(ridge.edge(bin + 1)))
      if ends.insert([start, end]).inserted {
        add(end, at: start, Column(series: "\(x) to"))
      }
      add(.number(count), at: start, Column(facet: column.facet, series: name))
    }
  }

  /// Adds a row for each unit of a scheme that has no edges.
  mutating func addUnconnected(_ marks: [Mark]) {
    var connected: Set<String> = []
    for case .edge(let edge) in marks.map(\.shape) { connected.formUnion([edge.from, edge.to]) }
    for case .node(let node) in marks.map(\.shape) where !connected.contains(node.name) {
      cells.append((.category(node.name), []))
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

  private mutating func add(_ value: Datum?, at x: Datum, _ column: Column, bound: String = "") {
    var column = column
    column.bound = bound
    add(value, at: x, index(of: column))
  }

  private mutating func add(_ value: Datum?, at x: Datum, _ column: Int) {
    let number = counts[column][x, default: 0]
    counts[column][x] = number + 1
    checkOrder(of: x, after: lastX[column])
    lastX[column] = x
    let row = row(at: RowKey(x: x, number: number))
    if let value { cells[row].values.append((column, value)) }
  }

  private mutating func index(of column: Column) -> Int {
    if let index = indices[column] { return index }
    indices[column] = columns.count
    columns.append(column)
    counts.append([:])
    lastX.append(nil)
    return columns.count - 1
  }

  private mutating func row(at key: RowKey) -> Int {
    if let row = rowIndices[key] { return row }
    rowIndices[key] = cells.count
    cells.append((key.x, []))
    return cells.count - 1
  }

  /// Clears `isAscending` if `x` is not a number or is less than the one before it.
  private mutating func checkOrder(of x: Datum, after last: Datum?) {
    guard let x = x.number, !x.isNaN else { return isAscending = false }
    if let last = last?.number, x < last { isAscending = false }
  }
}

private func gridCells(_ grid: Grid) -> [(x: Datum, row: Datum, value: Datum)] {
  grid.values.enumerated().map { index, value in
    (grid.x[index % grid.x.count], grid.y[index / grid.x.count], value)
  }
}
