import Charts
import Glibc

/// The cells of a heat map, sorted into columns and rows.
struct CellGrid {
  /// The positions of the columns and rows, in axis order.
  let x: [Datum]
  let y: [Datum]
  /// The values in row-major order; nil where the grid has no cell.
  let values: [Datum?]

  /// Collects the cells of a chart; returns nil if it has none.
  init?(_ chart: Chart) {
    if let grid = Self.only(chart) {
      x = grid.x
      y = grid.y
      values = grid.values
      return
    }
    var cells: [(x: Datum, y: Datum, value: Datum)] = []
    for mark in chart.marks {
      switch mark.shape {
      case .cell(let x, let y, let value): cells.append((x, y, value))
      case .cells(let grid):
        for (index, value) in grid.values.enumerated() {
          cells.append((grid.x[index % grid.x.count], grid.y[index / grid.x.count], value))
        }
      default: break
      }
    }
    guard !cells.isEmpty else { return nil }
    x = Self.places(cells.map(\.x))
    y = Self.places(cells.map(\.y))
    let (columns, rows) = (Self.indices(x), Self.indices(y))
    var values = [Datum?](repeating: nil, count: x.count * y.count)
    for cell in cells {
      guard let column = columns[cell.x], let row = rows[cell.y] else { continue }
      values[row * x.count + column] = cell.value
    }
    self.values = values
  }

  /// The chart's only heat map, if its rows and columns are already sorted.
  private static func only(_ chart: Chart) -> Grid? {
    let grids = chart.marks.filter(\.isCells)
    guard grids.count == 1, case .cells(let grid) = grids[0].shape else { return nil }
    return [grid.x, grid.y].allSatisfy { Self.places($0) == $0 && !$0.isEmpty } ? grid : nil
  }

  private static func indices(_ places: [Datum]) -> [Datum: Int] {
    Dictionary(uniqueKeysWithValues: places.enumerated().map { ($1, $0) })
  }

  /// The distinct positions: numbers in ascending order, or names in order of first appearance.
  private static func places(_ data: [Datum]) -> [Datum] {
    var known: Set<Datum> = []
    let different = data.filter { known.insert($0).inserted }
    let numbers = different.compactMap(\.number).filter(\.isFinite)
    guard different.contains(where: { $0.number == nil }) else {
      return numbers.sorted().map(Datum.number)
    }
    return different
  }

  /// The edges of cells centred on the given positions, halfway between neighbours.
  static func edges(around places: [Double], _ scale: Scale) -> [Double] {
    guard scale == .log else { return halfway(places.map { $0 / 2 }, alone: 0.25).map { $0 * 2 } }
    return halfway(places.filter { $0 > 0 }.map { log10($0) }, alone: 0.5).map { pow(10, $0) }
  }

  private static func halfway(_ places: [Double], alone: Double) -> [Double] {
    guard let first = places.first, let last = places.last else { return [] }
    guard places.count > 1 else { return [first - alone, first + alone] }
    let inner = zip(places, places.dropFirst()).map { $0 / 2 + $1 / 2 }
    return [2 * first - inner[0]] + inner + [2 * last - inner[inner.count - 1]]
  }

  /// The edges of cells along a laid-out axis, rounded to whole pixels.
  static func edges(of places: [Datum], _ axisLayout: AxisLayout, scale: Scale) -> [Double] {
    if let bands = axisLayout.bands {
      let middles = places.compactMap { axisLayout.position(of: $0) }
      guard let first = middles.first else { return [] }
      return [(first - bands.step / 2).rounded()] + middles.map { ($0 + bands.step / 2).rounded() }
    }
    let values = edges(around: places.compactMap(\.number), scale)
    let (low, high) = (min(axisLayout.start, axisLayout.end), max(axisLayout.start, axisLayout.end))
    return values.map { value in
      let position = axisLayout.position(of: .number(value)) ?? low
      return min(max(position, low), high).rounded()
    }
  }
}

extension Mark {
  fileprivate var isCells: Bool {
    switch shape {
    case .cell, .cells: true
    default: false
    }
  }
}
