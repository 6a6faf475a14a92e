import Charts
import Markup

/// Small multiples: panels on shared axes, side by side and below each other.
extension Scene {
  static func panels(_ contents: Contents, _ size: Drawing.Size) -> Scene {
    let panels = contents.facets.map(contents.panel)
    let legend = Legend(contents.series.filter { $0.name != nil }, size)
    let key = ColorKey(contents.shading, size, below: legend.height)
    let yTitle = Words(contents.chart.yAxis.label ?? "", within: size.width, size)
    let head = legend.height + (key?.height ?? 0)
    let top = head + (yTitle.lines.isEmpty ? 0 : yTitle.height + 4)
    let table = PanelTable(contents, size)

    var elements = legend.svg + (key?.svg ?? [])
    elements += yTitle.svg(
      in: yTitle.box(with: (0, 0), at: Point(x: 0, y: head)), TextStyle())
    var groups: [Readings.Group] = []
    var omissions = Omissions()
    var bottom = top
    for (index, (name, panel)) in zip(contents.facets, panels).enumerated() {
      let corner = Point(x: table.left(index), y: top + table.top(index))
      let room = Layout.Room(head: size.leading - 4, panel: table.panel(index))
      var draft = Draft(panel, Layout(panel, size, room), nil)
      let heading = Words(
        Wrapping.lines(
          name, within: draft.layout.plot.width, atMost: 1, size: size.text, bold: true), size,
        bold: true)
      let place = Point(x: draft.layout.plot.left, y: 0)
      let notes = draft.notes()
      elements.append(
        "<g transform=\"translate(\(coordinate(corner.x)) \(coordinate(corner.y)))\">")
      elements += draft.svg + notes
      elements += heading.svg(
        in: heading.box(with: (0, 0), at: place), TextStyle(kind: "facet"))
      elements.append("</g>")
      groups += draft.readings.moved(by: corner, under: name)
      omissions.add(draft.omissions.counts)
      bottom = max(bottom, corner.y + draft.layout.bottom)
    }
    let xTitle = Words(contents.chart.xAxis.label ?? "", within: size.width, size)
    let title = xTitle.box(with: (0.5, 0), at: Point(x: size.width / 2, y: bottom + 2))
    elements += xTitle.svg(in: title, TextStyle(anchor: .middle))
    bottom += xTitle.lines.isEmpty ? 0 : xTitle.height + 2
    let omitted = omissions.sentence(in: contents.vocabulary)
    let remark = Words(omitted ?? "", within: size.width, size)
    let box = remark.box(with: (0, 0), at: Point(x: 0, y: bottom + 6))
    elements += remark.svg(in: box, TextStyle(kind: "remark"))
    return Scene(
      elements: elements, height: remark.lines.isEmpty ? bottom : box.bottom, omitted: omitted,
      readings: Readings(groups, axes: (contents.chart.xAxis, contents.chart.yAxis)))
  }
}

/// Where panels stand: as many side by side as are readable, rows filled from the left.
private struct PanelTable {
  private static let gap = 34.0
  private let count: Int
  private let columns: Int
  private let labelWidth: Double
  private let labelHeight: Double
  private let plotWidth: Double
  private let plotHeight: Double
  private let head: Double

  init(_ contents: Contents, _ size: Drawing.Size) {
    count = contents.facets.count
    columns = min(count, Self.columns(count, contents.chart.facetColumns, size))
    let whole = Layout(contents, size)
    labelWidth = max(whole.plot.left, 12)
    labelHeight = whole.xLabels.map { $0.drop + $0.words.height }.max() ?? 0
    let room = size.width - labelWidth - 14 - Double(columns - 1) * Self.gap
    plotWidth = max(40, room / Double(columns))
    let isTall = contents.y.isCategorical || !Ridges.places(contents.chart).isEmpty
    plotHeight =
      isTall
      ? AxisLabel.height(of: contents, size) : min(max(plotWidth * 0.66, 96), size.plotHeight)
    head = size.leading * 1.5 - 4
  }

  private static func columns(_ count: Int, _ wish: Int?, _ size: Drawing.Size) -> Int {
    guard size == .wide else { return min(2, wish ?? 2) }
    return wish ?? (count < 4 || count.isMultiple(of: 3) || count == 5 ? 3 : count == 4 ? 2 : 4)
  }

  private func column(_ index: Int) -> Int { index % columns }

  private func row(_ index: Int) -> Int { index / columns }

  func left(_ index: Int) -> Double {
    column(index) == 0 ? 0 : labelWidth - 10 + Double(column(index)) * (plotWidth + Self.gap)
  }

  func top(_ index: Int) -> Double { Double(row(index)) * (plotHeight + head + 16) }

  func panel(_ index: Int) -> Layout.Panel {
    let left = column(index) == 0 ? labelWidth : 10
    return Layout.Panel(
      width: left + plotWidth + 10, height: plotHeight, left: left,
      hasX: index + columns >= count, hasY: column(index) == 0, share: 1 / Double(count))
  }
}
