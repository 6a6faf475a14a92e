import Markup

/// Draws the grid, ticks, tick labels and axis titles: everything in a drawing that is not data.
struct AxesLayer {
  let layout: Layout

  /// The grid, zero lines and ticks, drawn below the data.
  var grid: [HTML] {
    let plot = layout.plot
    let lines =
      layout.y.bands == nil
      ? layout.yLabels.map { horizontal($0.position) }
      : layout.xLabels.map { vertical($0.position) }
    let zeros =
      (layout.y.zero.map { [horizontal($0)] } ?? []) + (layout.x.zero.map { [vertical($0)] } ?? [])
    let hasTicks = layout.x.bands == nil && layout.y.bands == nil
    let ticks = (hasTicks ? layout.xLabels : []).map {
      [Point(x: $0.position, y: plot.bottom), Point(x: $0.position, y: plot.bottom + 4)]
    }
    return [("grid", lines), ("zero", zeros), ("tick", ticks)].filter { !$0.1.isEmpty }.map {
      PathElements.straight($0, $1)
    }
  }

  /// The tick labels and the axis titles.
  var text: [HTML] {
    let y = yBoxes.flatMap {
      $0.text.svg(in: $0.box, SVGTextStyle(anchor: .end, isAnchoredByGroup: true))
    }
    let x = layout.hasX ? layout.xLabels.flatMap { $0.svg(below: labelsTop) } : []
    let ticks = group("y-axis", "end", elements: y) + group("x-axis", "middle", elements: x)
    let titles = zip(titleBoxes, [SVGTextStyle.Anchor.middle, .start]).flatMap { title, anchor in
      title.text.svg(in: title.box, SVGTextStyle(anchor: anchor))
    }
    return ticks + titles
  }

  /// Marks the area of the tick labels and titles as occupied.
  func occupy(_ occupancy: inout OccupancyGrid) {
    let x = layout.hasX ? layout.xLabels.map { $0.box(below: labelsTop) } : []
    for box in (yBoxes + titleBoxes).map(\.box) + x { occupancy.occupy(box, by: .text) }
  }

  private var yBoxes: [(text: TextBlock, box: Box)] {
    guard layout.hasY else { return [] }
    return layout.yLabels.map {
      ($0.text, $0.text.box(with: (1, 0.5), at: Point(x: layout.plot.left - 8, y: $0.position)))
    }
  }

  /// The top of the labels below the horizontal axis.
  private var labelsTop: Double { layout.plot.bottom + 6 }

  private func group(_ cssClass: String, _ anchor: String, elements text: [HTML]) -> [HTML] {
    text.isEmpty
      ? [] : ["<g class=\"\(cssClass)\" text-anchor=\"\(anchor)\">"] + text + ["</g>"]
  }

  private var titleBoxes: [(text: TextBlock, box: Box)] {
    let top = layout.plot.top - layout.size.leading / 2 - 4
    let (x, y) = (layout.xTitle, layout.yTitle)
    let middle = min(max(layout.plot.middle.x, x.width / 2), layout.width - x.width / 2)
    return [
      (x, x.box(with: (0.5, 1), at: Point(x: middle, y: layout.bottom))),
      (y, y.box(with: (0, 1), at: Point(x: 0, y: top))),
    ]
  }

  private func horizontal(_ y: Double) -> [Point] {
    [Point(x: layout.plot.left, y: y), Point(x: layout.plot.right, y: y)]
  }

  private func vertical(_ x: Double) -> [Point] {
    [Point(x: x, y: layout.plot.top), Point(x: x, y: layout.plot.bottom)]
  }
}
