import Charts
import Markup

/// Network schemes: units on a coarse grid, connected by edges whose widths show their values.
extension Scene {
  static func scheme(_ prepared: PreparedChart, _ size: Drawing.Size) -> Scene {
    let schemeLayout = SchemeLayout(prepared.chart, size)
    let all = schemeLayout.edges.map { SchemeEdge($0, schemeLayout) }
    let edges = Downsampling.evenly(
      all, atMost: prepared.budget.maxCount(bytesEach: SchemeEdge.bytes))
    var report = DrawingReport(prepared.phrases)
    report.add(schemeLayout.omissions)
    var downsampling = DownsamplingReport()
    downsampling.record(.edges, drawn: edges.count, of: all.count, bytes: SchemeEdge.bytes)
    report.add(downsampling)
    let names = prepared.series.filter { $0.name != nil }
    let legend = names.count > 1 ? Legend(names, size) : Legend([], size)
    var elements = legend.svg
    elements.append("<g transform=\"translate(0 \(coordinate(legend.height)))\">")
    elements += edges.flatMap { $0.svg(prepared) }
    elements += schemeLayout.nodes.flatMap { node in
      Self.unit(node.label, at: schemeLayout.place(node), radius: schemeLayout.radius, size: size)
    }
    elements += edges.flatMap { $0.label(size, within: schemeLayout.width) }
    elements.append("</g>")
    let footnote = TextBlock(report.text ?? "", within: size.width, size: size)
    let top = legend.height + schemeLayout.height
    let box = footnote.box(with: (0, 0), at: Point(x: 0, y: top + 6))
    elements += footnote.svg(in: box, SVGTextStyle(cssClass: "remark"))
    let dataPoints = edges.compactMap { $0.dataPoint(below: legend.height) }
    return Scene(
      elements: elements, height: footnote.lines.isEmpty ? top : box.bottom, report: report,
      dataPoints: DataPoints(
        [DataPoints.Group(dataPoints: dataPoints)],
        axes: (prepared.chart.xAxis, prepared.chart.yAxis)))
  }

  private static func unit(
    _ label: String, at place: Point, radius: Double, size: Drawing.Size
  ) -> [HTML] {
    let text = TextBlock(
      TextWrapping.lines(label, within: 2 * radius, atMost: 2, size: size.fontSize), size)
    let half = max(radius, text.width / 2 + 6)
    let (left, top) = (coordinate(place.x - half + radius), coordinate(place.y - radius))
    let (width, r) = (coordinate(2 * (half - radius)), coordinate(radius))
    let arc = "a\(r),\(r) 0 0 1 0,"
    let height = coordinate(2 * radius)
    let data = "M\(left),\(top)h\(width)\(arc)\(height)h-\(width)\(arc)-\(height)z"
    return ["<path class=\"unit\" d=\"\(data)\"/>"]
      + text.svg(
        in: text.box(with: (0.5, 0.5), at: place), SVGTextStyle(cssClass: "strong", anchor: .middle)
      )
  }
}
