import Charts
import Markup

/// Surfaces with their contours, and the regions of a plane, in pixels.
struct Relief {
  private var layers: [(kind: String, outlines: [[Point]])] = []
  private(set) var readings: [Readings.Group] = []
  /// How many values have the colour of an end that they lie beyond.
  private(set) var beyond = 0
  /// How many values have no place or no height, by what keeps them from having one.
  private(set) var faults = [Int](repeating: 0, count: Dimension.Fault.allCases.count)
  private(set) var reductions = Reductions()

  init(_ contents: Contents, _ layout: Layout) {
    for mark in contents.chart.marks {
      switch mark.shape {
      case .contour(let grid, let levels): draw(grid, levels, contents, layout)
      case .regions(let grid): draw(grid, contents, layout)
      default: break
      }
    }
    thin(atMost: layout.budget.most(9))
  }

  /// The areas, the lower ones first.
  var svg: [HTML] {
    layers.map { Shapes.outlines($0.outlines, "ground \($0.kind)") }
  }

  private mutating func draw(
    _ grid: Grid, _ levels: [Double], _ contents: Contents, _ layout: Layout
  ) {
    guard let shading = contents.shading, let place = Placed(grid, layout) else { return }
    let scale = shading.scale
    beyond += grid.values.count(where: shading.isBeyond)
    note(grid, seen: place.order.count)
    for index in place.order {
      if case .failure(let fault) = shading.share(of: grid.values[index]) {
        faults[fault.rawValue] += 1
      }
    }
    let shares = place.order.map { index in
      (try? shading.share(of: grid.values[index]).get()) ?? -.infinity
    }
    let least = shares.filter { $0 > -.infinity }.min() ?? 0
    let heights = [least] + shading.levels(levels).filter { $0 > least && $0 < 1 }
    for (index, height) in heights.enumerated() {
      let middle = (height + (index + 1 < heights.count ? heights[index + 1] : 1)) / 2
      add(
        Isolines.outlines(shares, x: place.x, y: place.y, level: height),
        "\(scale.palette)\(scale.step(of: middle))")
    }
    readings.append(place.readings(grid))
  }

  private mutating func draw(_ grid: Grid, _ contents: Contents, _ layout: Layout) {
    guard let place = Placed(grid, layout) else { return }
    note(grid, seen: place.order.count)
    var known: Set<Datum> = []
    for name in grid.values where known.insert(name).inserted {
      guard case .category(let words) = name else { continue }
      let isFirst = known.count == 1
      let field = place.order.map { isFirst || grid.values[$0] == name ? 1.0 : 0 }
      add(
        Isolines.outlines(field, x: place.x, y: place.y, level: 0.5),
        "region \(contents.style(of: words).colour)")
    }
    readings.append(place.readings(grid))
  }

  private mutating func add(_ outlines: [[Point]], _ kind: String) {
    if !outlines.isEmpty { layers.append((kind, outlines)) }
  }

  /// Notes the values whose places lie outside the axes.
  private mutating func note(_ grid: Grid, seen: Int) {
    faults[Dimension.Fault.outside.rawValue] += grid.values.count - seen
  }

  private mutating func thin(atMost count: Int) {
    let thinned = Thinning.outlines(layers.flatMap(\.outlines), atMost: count)
    var rest = thinned.outlines[...]
    for index in layers.indices {
      let count = layers[index].outlines.count
      layers[index].outlines = rest.prefix(count).filter { $0.count > 2 }
      rest = rest.dropFirst(count)
    }
    let vertices = thinned.outlines.reduce(0) { $0 + $1.count }
    reductions.note(vertices: vertices, within: thinned.distance, bytes: 9)
  }
}

/// A grid's places in pixels, from the left and from the top.
private struct Placed {
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

  private static func sorted(_ places: [Datum], _ dimension: Dimension) -> [(
    index: Int, position: Double
  )] {
    places.enumerated().compactMap { index, place in
      dimension.fault(of: place) == nil
        ? dimension.position(of: place).map { (index, $0) } : nil
    }.sorted { $0.position < $1.position }
  }

  /// Some of the values, evenly spread.
  func readings(_ grid: Grid) -> Readings.Group {
    let (columns, rows) = (sample(Array(x.indices), atMost: 7), sample(Array(y.indices), atMost: 5))
    return Readings.Group(
      readings: rows.flatMap { row in
        columns.map { column in
          let index = order[row * x.count + column]
          let (at, up) = (grid.x[index % grid.x.count], grid.y[index / grid.x.count])
          return Readings.Reading(
            place: Point(x: x[column], y: y[row]), words: "\(at), \(up): \(grid.values[index])")
        }
      }, total: grid.values.count)
  }
}

extension Shading {
  /// The shares of levels, from the least on; those of round values, if none are given.
  fileprivate func levels(_ given: [Double]) -> [Double] {
    let own = Axis(scale: axis.scale)
    let ticks = Dimension(data, own, domain: scale.domain, from: 0, to: 1)
      .ticks(atMost: 11, wholeNumbers: false).map(\.position)
    let all = given.isEmpty ? ticks : given.compactMap { scale.share(of: $0) }
    return Set(all).sorted()
  }
}
