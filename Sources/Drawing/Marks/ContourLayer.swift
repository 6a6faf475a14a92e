import Charts
import Markup

/// Draws surfaces as filled contours, and the regions of a plane.
struct ContourLayer {
  private var layers: [(cssClass: String, outlines: [[Point]])] = []
  private(set) var dataPoints: [DataPoints.Group] = []
  /// The number of values that lie beyond the ends of the colour scale.
  private(set) var beyondCount = 0
  /// The number of values that are not drawn, by reason.
  private(set) var omissionCounts = [Int](
    repeating: 0, count: AxisLayout.OmissionReason.allCases.count)
  private(set) var downsampling = DownsamplingReport()

  init(_ prepared: PreparedChart, _ layout: Layout) {
    for mark in prepared.chart.marks {
      switch mark.shape {
      case .contour(let grid, let levels): draw(grid, levels, prepared: prepared, layout: layout)
      case .regions(let grid): draw(grid, prepared, layout: layout)
      default: break
      }
    }
    downsample(atMost: layout.budget.maxCount(bytesEach: 9))
  }

  /// The filled areas, lowest level first.
  var svg: [HTML] {
    layers.map { PathElements.outlines($0.outlines, "ground \($0.cssClass)") }
  }

  private mutating func draw(
    _ grid: Grid, _ levels: [Double], prepared: PreparedChart, layout: Layout
  ) {
    guard let colorEncoding = prepared.colorEncoding, let pixels = PixelGrid(grid, layout) else {
      return
    }
    let scale = colorEncoding.scale
    beyondCount += grid.values.count(where: colorEncoding.isBeyond)
    recordOutside(grid, seen: pixels.order.count)
    for index in pixels.order {
      if case .failure(let reason) = colorEncoding.fraction(of: grid.values[index]) {
        omissionCounts[reason.rawValue] += 1
      }
    }
    let fractions = pixels.order.map { index in
      (try? colorEncoding.fraction(of: grid.values[index]).get()) ?? -.infinity
    }
    let least = fractions.filter { $0 > -.infinity }.min() ?? 0
    let heights = [least] + colorEncoding.levels(levels).filter { $0 > least && $0 < 1 }
    for (index, height) in heights.enumerated() {
      let middle = (height + (index + 1 < heights.count ? heights[index + 1] : 1)) / 2
      add(
        Isolines.outlines(fractions, x: pixels.x, y: pixels.y, level: height),
        "\(scale.palette)\(scale.step(of: middle))")
    }
    dataPoints.append(pixels.dataPoints(grid))
  }

  private mutating func draw(_ grid: Grid, _ prepared: PreparedChart, layout: Layout) {
    guard let pixels = PixelGrid(grid, layout) else { return }
    recordOutside(grid, seen: pixels.order.count)
    var known: Set<Datum> = []
    for name in grid.values where known.insert(name).inserted {
      guard case .category(let text) = name else { continue }
      let isFirst = known.count == 1
      let field = pixels.order.map { isFirst || grid.values[$0] == name ? 1.0 : 0 }
      add(
        Isolines.outlines(field, x: pixels.x, y: pixels.y, level: 0.5),
        "region \(prepared.style(of: text).colour)")
    }
    dataPoints.append(pixels.dataPoints(grid))
  }

  private mutating func add(_ outlines: [[Point]], _ cssClass: String) {
    if !outlines.isEmpty { layers.append((cssClass, outlines)) }
  }

  /// Records the values whose positions are outside the axes.
  private mutating func recordOutside(_ grid: Grid, seen: Int) {
    omissionCounts[AxisLayout.OmissionReason.outside.rawValue] += grid.values.count - seen
  }

  private mutating func downsample(atMost count: Int) {
    let simplified = Downsampling.outlines(layers.flatMap(\.outlines), atMost: count)
    var rest = simplified.outlines[...]
    for index in layers.indices {
      let count = layers[index].outlines.count
      layers[index].outlines = rest.prefix(count).filter { $0.count > 2 }
      rest = rest.dropFirst(count)
    }
    let vertices = simplified.outlines.reduce(0) { $0 + $1.count }
    downsampling.record(vertices: vertices, within: simplified.distance, bytes: 9)
  }
}

/// The positions of a grid in pixels, sorted from left to right and from top to bottom.
private struct PixelGrid {
  let x: [Double]
  let y: [Double]
  /// The indices of the grid's values in pixel order, row-major.
  let order: [Int]

  /// Returns nil if fewer than two columns or rows have a position.
  init?(_ grid: Grid, _ layout: Layout) {
    let columns = Self.sorted(grid.x, layout.x)
    let rows = Self.sorted(grid.y, layout.y)
    guard columns.count > 1, rows.count > 1 else { return nil }
    (x, y) = (columns.map(\.position), rows.map(\.position))
    order = rows.flatMap { row in columns.map { row.index * grid.x.count + $0.index } }
  }

  private static func sorted(_ places: [Datum], _ axisLayout: AxisLayout) -> [(
    index: Int, position: Double
  )] {
    places.enumerated().compactMap { index, place in
      axisLayout.omissionReason(of: place) == nil
        ? axisLayout.position(of: place).map { (index, $0) } : nil
    }.sorted { $0.position < $1.position }
  }

  /// An evenly spread sample of the values.
  func dataPoints(_ grid: Grid) -> DataPoints.Group {
    let (columns, rows) = (sample(Array(x.indices), atMost: 7), sample(Array(y.indices), atMost: 5))
    return DataPoints.Group(
      dataPoints: rows.flatMap { row in
        columns.map { column in
          let index = order[row * x.count + column]
          let (at, up) = (grid.x[index % grid.x.count], grid.y[index / grid.x.count])
          return DataPoints.Item(
            place: Point(x: x[column], y: y[row]), text: "\(at), \(up): \(grid.values[index])")
        }
      }, total: grid.values.count)
  }
}

extension ColorEncoding {
  /// The positions of contour levels on the palette, in ascending order; round values if no levels
  /// are given.
  fileprivate func levels(_ given: [Double]) -> [Double] {
    let own = Axis(scale: axis.scale)
    let ticks = AxisLayout(data, own, domain: scale.domain, from: 0, to: 1)
      .ticks(atMost: 11, wholeNumbers: false).map(\.position)
    let all = given.isEmpty ? ticks : given.compactMap { scale.fraction(of: $0) }
    return Set(all).sorted()
  }
}
