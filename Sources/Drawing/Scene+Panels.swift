import Charts
import Markup

/// Small multiples: panels on shared axes, side by side and below each other.
extension Scene {
  static func panels(_ contents: Contents, _ size: Drawing.Size) -> Scene {
    let legend = Legend(contents.allSeries.filter { $0.name != nil }, size)
    let key = ColorKey(contents.shading, size, below: legend.height)
    let yTitle = Words(contents.chart.yAxis.label ?? "", within: size.width, size)
    let head = legend.height + (key?.height ?? 0)
    let top = head + (yTitle.lines.isEmpty ? 0 : yTitle.height + 4)
    let table = PanelTable(contents, size)

    var elements = legend.svg + (key?.svg ?? [])
    elements += yTitle.svg(
      in: yTitle.box(with: (0, 0), at: Point(x: 0, y: head)), TextStyle())
    var groups: [Readings.Group] = []
    var remarks = Remarks(contents.vocabulary)
    var bottom = top
    for (index, place) in contents.panels.places.enumerated() {
      let corner = Point(x: table.left(index), y: top + table.top(index))
      let panel = contents.contents(of: place)
      var draft = Draft(panel, Layout(panel, size, table.room(index)), nil)
      let notes = draft.notes()
      elements.append(
        "<g transform=\"translate(\(coordinate(corner.x)) \(coordinate(corner.y)))\">")
      elements += draft.svg + notes + names(of: place, index, table, draft.layout)
      elements.append("</g>")
      groups += draft.readings.moved(by: corner, under: place.name)
      remarks.add(draft.remarks)
      bottom = max(bottom, corner.y + draft.layout.bottom)
    }
    let xTitle = Words(contents.chart.xAxis.label ?? "", within: size.width, size)
    let title = xTitle.box(with: (0.5, 0), at: Point(x: size.width / 2, y: bottom + 2))
    elements += xTitle.svg(in: title, TextStyle(anchor: .middle))
    bottom += xTitle.lines.isEmpty ? 0 : xTitle.height + 2
    let remark = Words(remarks.words ?? "", within: size.width, size)
    let box = remark.box(with: (0, 0), at: Point(x: 0, y: bottom + 6))
    elements += remark.svg(in: box, TextStyle(kind: "remark"))
    return Scene(
      elements: elements, height: remark.lines.isEmpty ? bottom : box.bottom,
      remarks: remarks,
      readings: Readings(
        groups, axes: (contents.chart.xAxis, contents.chart.yAxis),
        allowed: contents.budget.readings))
  }

  /// A panel's name above it, or its column's there and its row's behind it.
  private static func names(
    of place: Panels.Place, _ index: Int, _ table: PanelTable, _ layout: Layout
  ) -> [HTML] {
    let (plot, size) = (layout.plot, layout.size)
    let name = table.isTable ? place.column ?? "" : place.name
    let (heading, top) = table.heading(table.hasHead(index) ? name : "")
    let end = PanelTable.words(table.endsRow(index) ? place.row ?? "" : "", size)
    let behind = end.box(with: (0, 0.5), at: Point(x: plot.right + 10, y: plot.middle.y))
    let above = heading.box(with: (0, 0), at: Point(x: plot.left, y: top))
    let style = TextStyle(kind: "facet")
    return heading.svg(in: above, style) + end.svg(in: behind, style)
  }
}
