import Charts
import Markup

/// The legend of a colour scale, above the plot: the palette as a bar with round values below it.
struct ColorLegend {
  private static let barHeight = 10.0
  private let colorEncoding: ColorEncoding
  private let size: Drawing.Size
  private let top: Double
  private let title: TextBlock

  /// Creates the legend of a numeric colour scale, `top` pixels below the top of the drawing;
  /// returns nil for categories.
  init?(_ colorEncoding: ColorEncoding?, _ size: Drawing.Size, below top: Double = 0) {
    guard let colorEncoding, !colorEncoding.data.isCategorical,
      colorEncoding.data.low <= colorEncoding.data.high
    else { return nil }
    self.colorEncoding = colorEncoding
    self.size = size
    self.top = top
    title = TextBlock(colorEncoding.axis.label ?? "", within: size.width - 30, size: size)
  }

  /// The height of the legend, including the space below it.
  var height: Double { title.height + Self.barHeight + size.leading + 14 }

  /// The title, the bar and its ticks.
  var svg: [HTML] {
    let place = title.box(with: (0, 0), at: Point(x: 0, y: top))
    return title.svg(in: place, SVGTextStyle()) + bar + ticks
  }

  private var width: Double { min(260, size.width - 60) }
  private var left: Double { 12 }
  private var barTop: Double { top + title.height + 3 }

  private var bar: [HTML] {
    let count = colorEncoding.scale.count
    let edges = (0...count).map { (left + width * Double($0) / Double(count)).rounded() }
    return (0..<count).map { step in
      let box = Box(
        left: edges[step], top: barTop, right: edges[step + 1], bottom: barTop + Self.barHeight)
      return PathElements.cells([box], "\(colorEncoding.scale.palette)\(step)")
    }
  }

  private var ticks: [HTML] {
    let axis = Axis(scale: colorEncoding.axis.scale)
    let axisLayout = AxisLayout(
      colorEncoding.data, axis, domain: colorEncoding.scale.domain, from: left, to: left + width)
    let rows = (2...6).reversed().lazy.map { axisLayout.ticks(atMost: $0, wholeNumbers: false) }
    let row = rows.map(labels).first { AxisLabel.areApart($0) } ?? labels(axisLayout.ends)
    return ["<g class=\"color-axis\" text-anchor=\"middle\">"] + row.flatMap(svg) + ["</g>"]
  }

  private func labels(_ ticks: [AxisLayout.Tick]) -> [AxisLabel] {
    ticks.map {
      AxisLabel(position: $0.position, text: TextBlock([$0.text], size)).moved(into: 0...size.width)
    }
  }

  private func svg(_ tick: AxisLabel) -> [HTML] {
    let foot = barTop + Self.barHeight
    let line = PathElements.straight(
      "tick", from: Point(x: tick.position, y: foot), to: Point(x: tick.position, y: foot + 4))
    return [line] + tick.svg(below: foot + 4)
  }
}
