import Charts
import Markup

/// Small multiples: a grid of panels that share their axes.
extension Scene {
  static func panels(_ prepared: PreparedChart, _ size: Drawing.Size) -> Scene {
    let legend = Legend(prepared.allSeries.filter { $0.name != nil }, size)
    let key = ColorLegend(prepared.colorEncoding, size, below: legend.height)
    let yTitle = TextBlock(prepared.chart.yAxis.label ?? "", within: size.width, size: size)
    let head = legend.height + (key?.height ?? 0)
    let top = head + (yTitle.lines.isEmpty ? 0 : yTitle.height + 4)
    let grid = PanelGrid(prepared, size)

    var elements = legend.svg + (key?.svg ?? [])
    elements += yTitle.svg(
      in: yTitle.box(with: (0, 0), at: Point(x: 0, y: head)), SVGTextStyle())
    var groups: [DataPoints.Group] = []
    var report = DrawingReport(prepared.phrases)
    var bottom = top
    for (index, id) in prepared.panels.ids.enumerated() {
      let corner = Point(x: grid.left(index), y: top + grid.top(index))
      let panel = prepared.panelChart(id)
      var draft = SceneLayers(panel, Layout(panel, size, insets: grid.insets(index)), key: nil)
      let annotations = draft.annotations()
      elements.append(
        "<g transform=\"translate(\(coordinate(corner.x)) \(coordinate(corner.y)))\">")
      elements += draft.svg + annotations + names(of: id, index, grid: grid, layout: draft.layout)
      elements.append("</g>")
      groups += draft.dataPoints.moved(by: corner, under: id.name)
      report.add(draft.report)
      bottom = max(bottom, corner.y + draft.layout.bottom)
    }
    let xTitle = TextBlock(prepared.chart.xAxis.label ?? "", within: size.width, size: size)
    let title = xTitle.box(with: (0.5, 0), at: Point(x: size.width / 2, y: bottom + 2))
    elements += xTitle.svg(in: title, SVGTextStyle(anchor: .middle))
    bottom += xTitle.lines.isEmpty ? 0 : xTitle.height + 2
    let footnote = TextBlock(report.text ?? "", within: size.width, size: size)
    let box = footnote.box(with: (0, 0), at: Point(x: 0, y: bottom + 6))
    elements += footnote.svg(in: box, SVGTextStyle(cssClass: "remark"))
    return Scene(
      elements: elements, height: footnote.lines.isEmpty ? bottom : box.bottom,
      report: report,
      dataPoints: DataPoints(
        groups, axes: (prepared.chart.xAxis, prepared.chart.yAxis),
        minimumCount: prepared.budget.minimumDataPoints))
  }

  /// The name above a panel; in a table, the name of its column above it and that of its row to the
  /// right.
  private static func names(
    of id: Panels.ID, _ index: Int, grid: PanelGrid, layout: Layout
  ) -> [HTML] {
    let (plot, size) = (layout.plot, layout.size)
    let name = grid.isTable ? id.column ?? "" : id.name
    let (heading, top) = grid.heading(grid.hasHeading(index) ? name : "")
    let end = PanelGrid.rowName(grid.endsRow(index) ? id.row ?? "" : "", size)
    let behind = end.box(with: (0, 0.5), at: Point(x: plot.right + 10, y: plot.middle.y))
    let above = heading.box(with: (0, 0), at: Point(x: plot.left, y: top))
    let style = SVGTextStyle(cssClass: "facet")
    return heading.svg(in: above, style) + end.svg(in: behind, style)
  }
}
