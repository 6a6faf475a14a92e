import Charts
import Markup

/// Surfaces with their contours, and the regions of a plane, in pixels.
struct ContourLayer {
  private var layers: [(cssClass: String, outlines: [[Point]])] = []
  private(set) var dataPoints: [DataPoints.Group] = []
  /// How many values have the colour of an end that they lie beyond.
  private(set) var beyond = 0
  /// How many values have no place or no height, by what keeps them from having one.
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
    thin(atMost: layout.budget.maxCount(bytesEach: 9))
  }

  /// The areas, the lower ones first.
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
    beyond += grid.values.count(where: colorEncoding.isBeyond)
    note(grid, seen: pixels.order.count)
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
    note(grid, seen: pixels.order.count)
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

  /// Notes the values whose places lie outside the axes.
  private mutating func note(_ grid: Grid, seen: Int) {
    omissionCounts[AxisLayout.OmissionReason.outside.rawValue] += grid.values.count - seen
  }

  private mutating func thin(atMost count: Int) {
    let thinned = Downsampling.outlines(layers.flatMap(\.outlines), atMost: count)
    var rest = thinned.outlines[...]
    for index in layers.indices {
      let count = layers[index].outlines.count
      layers[index].outlines = rest.prefix(count).filter { $0.count > 2 }
      rest = rest.dropFirst(count)
    }
    let vertices = thinned.outlines.reduce(0) { $0 + $1.count }
    downsampling.record(vertices: vertices, within: thinned.distance, bytes: 9)
  }
}

/// A grid's places in pixels, from the left and from the top.
private struct PixelGrid {
  let x: [Double]
  let y: [Double]
  /// The numbers of the grid's values in the order of the pixels, row after row.
  let order: [Int]

  /// Nil if fewer than two columns or rows have a place.
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

  /// Some of the values, evenly spread.
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
  /// The shares of levels, from the least on; those of round values, if none are given.
  fileprivate func levels(_ given: [Double]) -> [Double] {
    let own = Axis(scale: axis.scale)
    let ticks = AxisLayout(data, own, domain: scale.domain, from: 0, to: 1)
      .ticks(atMost: 11, wholeNumbers: false).map(\.position)
    let all = given.isEmpty ? ticks : given.compactMap { scale.fraction(of: $0) }
    return Set(all).sorted()
  }
}
