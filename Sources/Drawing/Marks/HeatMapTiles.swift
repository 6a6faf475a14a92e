/// The number of columns and rows of cells that are drawn as one.
struct TileBlock: Equatable {
  var columns = 1
  var rows = 1
}

/// The cells of a heat map: their edges in pixels and the CSS class of each cell's colour.
struct HeatMapTiles {
  /// The edges of the columns and rows: one more than there are columns and rows.
  private(set) var x: [Double]
  private(set) var y: [Double]
  private var cssClasses: [String?] = []

  init(x: [Double], y: [Double]) {
    self.x = x
    self.y = y
  }

  private var columns: Int { x.count - 1 }
  private var rows: Int { y.count - 1 }

  /// The box of the nth cell in row-major order.
  func box(_ index: Int) -> Box {
    let (column, row) = (index % columns, index / columns)
    return box(columns: column..<column + 1, rows: row..<row + 1)
  }

  /// Colours each cell by its position on the palette.
  ///
  /// If that takes too many rectangles, blocks of cells are merged and coloured by their mean.
  ///
  /// - Returns: The number of columns and rows in a block.
  mutating func fill(_ fractions: [Double?], _ scale: ColorScale, atMost count: Int) -> TileBlock {
    let width = columns
    return fill(atMost: count) { tiles, block in
      tiles.mean(fractions, width, block: block).map {
        $0.map { "\(scale.palette)\(scale.step(of: $0))" }
      }
    }
  }

  /// Sets the CSS class of each cell; merged blocks have the class of their first cell.
  mutating func fill(_ cssClasses: [String?], atMost count: Int) -> TileBlock {
    let width = columns
    return fill(atMost: count) { tiles, block in
      (0..<tiles.rows * tiles.columns).map { index in
        let (row, column) = (index / tiles.columns, index % tiles.columns)
        return cssClasses[row * block.rows * width + column * block.columns]
      }
    }
  }

  private mutating func fill(
    atMost count: Int, _ cssClasses: (HeatMapTiles, TileBlock) -> [String?]
  ) -> TileBlock {
    let whole = self
    var block = TileBlock(columns: coarse(x), rows: coarse(y))
    while true {
      self = whole.coarsened(by: block)
      self.cssClasses = cssClasses(self, block)
      if rectangles <= count || columns * rows == 1 { return block }
      let (width, height) = (extent(x) / Double(columns), extent(y) / Double(rows))
      let isWider = rows == 1 || columns > 1 && width <= height
      if isWider {
        block.columns += max(1, block.columns / 4)
      } else {
        block.rows += max(1, block.rows / 4)
      }
    }
  }

  /// Rectangles of equal class: runs within each row, merged with equal runs of the previous row.
  func merged() -> [(cssClass: String, boxes: [Box])] {
    var done: [String: [Box]] = [:]
    var open: [Run: Int] = [:]
    for row in 0..<rows {
      let runs = runs(row)
      var next: [Run: Int] = [:]
      for run in runs { next[run] = open.removeValue(forKey: run) ?? row }
      close(open, before: row, into: &done)
      open = next
    }
    close(open, before: rows, into: &done)
    return done.sorted { ($0.key.count, $0.key) < ($1.key.count, $1.key) }.map { cssClass, boxes in
      (cssClass, boxes.sorted { ($0.top, $0.left) < ($1.top, $1.left) })
    }
  }

  private struct Run: Hashable {
    var cssClass: String
    var columns: Range<Int>
  }

  private func close(_ open: [Run: Int], before row: Int, into done: inout [String: [Box]]) {
    for (run, start) in open {
      done[run.cssClass, default: []].append(box(columns: run.columns, rows: start..<row))
    }
  }

  private func runs(_ row: Int) -> [Run] {
    var runs: [Run] = []
    for column in 0..<columns {
      guard let cssClass = cssClasses[row * columns + column] else { continue }
      if let last = runs.last, last.cssClass == cssClass, last.columns.upperBound == column {
        runs[runs.count - 1].columns = last.columns.lowerBound..<column + 1
      } else {
        runs.append(Run(cssClass: cssClass, columns: column..<column + 1))
      }
    }
    return runs
  }

  private var rectangles: Int { merged().reduce(0) { $0 + $1.boxes.count } }

  private func box(columns: Range<Int>, rows: Range<Int>) -> Box {
    let (left, right) = (x[columns.lowerBound], x[columns.upperBound])
    let (top, bottom) = (y[rows.lowerBound], y[rows.upperBound])
    return Box(
      left: min(left, right), top: min(top, bottom), right: max(left, right),
      bottom: max(top, bottom))
  }

  private func extent(_ edges: [Double]) -> Double {
    ((edges.last ?? 0) - (edges.first ?? 0)).magnitude
  }

  /// The number of cells in two pixels, rounded up.
  private func coarse(_ edges: [Double]) -> Int {
    max(1, Int((2 * Double(edges.count - 1) / max(1, extent(edges))).rounded(.up)))
  }

  private func coarsened(by block: TileBlock) -> HeatMapTiles {
    HeatMapTiles(x: every(block.columns, x), y: every(block.rows, y))
  }

  private func every(_ count: Int, _ edges: [Double]) -> [Double] {
    let starts = stride(from: 0, to: edges.count - 1, by: count).map { edges[$0] }
    return starts + [edges[edges.count - 1]]
  }

  private func mean(_ fractions: [Double?], _ width: Int, block: TileBlock) -> [Double?] {
    if block == TileBlock() { return fractions }
    var sums = [(sum: Double, count: Int)](repeating: (0, 0), count: columns * rows)
    for (index, fraction) in fractions.enumerated() {
      guard let fraction else { continue }
      let (row, column) = (index / width / block.rows, index % width / block.columns)
      sums[row * columns + column].sum += fraction
      sums[row * columns + column].count += 1
    }
    return sums.map { $0.count == 0 ? nil : $0.sum / Double($0.count) }
  }
}
