import Charts
import Markup

/// A complete drawing: its elements from bottom to top, and its height.
struct Scene {
  let elements: [HTML]
  let height: Double
  /// What the drawing leaves out or simplifies.
  let report: DrawingReport
  /// The values that readers can step through.
  let dataPoints: DataPoints

  /// Where the names of series are placed.
  private enum NamePlacement {
    /// At the ends of lines, in a margin of the given width.
    case atEnds(margin: Double, reach: Double)
    /// Beside the lines, with some space above the data.
    case beside(above: Double)
    /// In a legend.
    case legend
  }

  /// Draws a chart, with names at the line ends if they fit there, else beside the lines, else in a
  /// legend.
  static func of(_ prepared: PreparedChart, _ size: Drawing.Size) -> Scene {
    all(of: [prepared], size)[0]
  }

  /// Draws the frames of one figure with the same placement of names, so that their axes are at the
  /// same position.
  static func all(of frames: [PreparedChart], _ size: Drawing.Size) -> [Scene] {
    guard let first = frames.first else { return [] }
    if frames.contains(where: { $0.chart.marks.contains(where: \.isPartOfScheme) }) {
      return frames.map { scheme($0, size) }
    }
    if !first.panels.ids.isEmpty { return frames.map { panels($0, size) } }
    for placement in placements(of: first.allSeries.filter { $0.name != nil }, size) {
      var scenes: [Scene] = []
      for prepared in frames {
        guard let scene = scene(prepared, size, placement: placement) else { break }
        scenes.append(scene)
      }
      if scenes.count == frames.count { return scenes }
    }
    return frames.map { withLegend($0, size) }
  }

  /// The possible placements of names, best first.
  private static func placements(of series: [Series], _ size: Drawing.Size) -> [NamePlacement] {
    guard series.allSatisfy(\.hasLine) else { return [.legend] }
    let margin = EndLabels.margin(for: series, size)
    let (near, far) = EndLabels.maxDistances
    let beside = [0.0, 22].map(NamePlacement.beside)
    guard let margin else { return beside + [.legend] }
    return [.atEnds(margin: margin, reach: near)] + beside
      + [.atEnds(margin: margin + 12, reach: far), .legend]
  }

  /// Returns nil if a name cannot be placed.
  private static func scene(
    _ prepared: PreparedChart, _ size: Drawing.Size, placement: NamePlacement
  ) -> Scene? {
    let head = ColorLegend(prepared.colorEncoding, size)?.height ?? 0
    switch placement {
    case .atEnds(let margin, let reach):
      let insets = Layout.Insets(head: head, right: margin)
      return labelled(prepared, Layout(prepared, size, insets: insets), reach: reach)
    case .beside(let above):
      return labelled(
        prepared, Layout(prepared, size, insets: Layout.Insets(head: head, above: above)))
    case .legend: return withLegend(prepared, size)
    }
  }

  private static func labelled(
    _ prepared: PreparedChart, _ layout: Layout, reach: Double? = nil
  ) -> Scene? {
    var draft = SceneLayers(prepared, layout, key: ColorLegend(prepared.colorEncoding, layout.size))
    let parts = draft.plottedMarks.parts.filter { $0.series.name != nil }
    guard parts.allSatisfy({ !$0.labelLine.isEmpty }) else { return nil }
    let (ends, others) = reach == nil ? ([], parts) : EndLabels.sorted(parts, layout)
    guard reach == nil || parts.isEmpty || !ends.isEmpty else { return nil }
    let lines = draft.plottedMarks.parts.map { ($0.series.style, $0.lines + $0.paths) }
    guard let endLabels = EndLabels.place(ends, in: layout, among: lines, reach: reach ?? 0)
    else { return nil }
    for label in endLabels { draft.occupancy.occupy(label.box, by: .text) }
    let annotations = draft.annotations()
    guard let inside = InsideLabels.place(others, in: layout, occupying: &draft.occupancy)
    else { return nil }
    return Scene(draft, above: annotations + (endLabels + inside).flatMap(\.svg))
  }

  private static func withLegend(_ prepared: PreparedChart, _ size: Drawing.Size) -> Scene {
    let legend = Legend(prepared.allSeries.filter { $0.name != nil }, size)
    let key = ColorLegend(prepared.colorEncoding, size, below: legend.height)
    let head = legend.height + (key?.height ?? 0)
    var draft = SceneLayers(
      prepared, Layout(prepared, size, insets: Layout.Insets(head: head)), key: key)
    return Scene(draft, above: draft.annotations() + legend.svg)
  }

  init(elements: [HTML], height: Double, report: DrawingReport, dataPoints: DataPoints) {
    self.elements = elements
    self.height = height.rounded(.up)
    self.report = report
    self.dataPoints = dataPoints
  }

  private init(_ draft: SceneLayers, above: [HTML]) {
    let layout = draft.layout
    report = draft.report
    dataPoints = draft.dataPoints
    let footnote = TextBlock(report.text ?? "", within: layout.width, size: layout.size)
    let box = footnote.box(with: (0, 0), at: Point(x: 0, y: layout.bottom + 6))
    elements = draft.svg + above + footnote.svg(in: box, SVGTextStyle(cssClass: "remark"))
    height = (footnote.lines.isEmpty ? layout.bottom : box.bottom).rounded(.up)
  }
}

/// The parts of a drawing that do not depend on the placement of names, and the area they occupy.
struct SceneLayers {
  let prepared: PreparedChart
  let layout: Layout
  let plottedMarks: PlottedMarks
  var occupancy: OccupancyGrid
  private let rules: RuleLayer
  private let frame: AxesLayer
  private let key: ColorLegend?
  private let heatMap: HeatMapLayer?
  private let contours: ContourLayer
  private let ridges: RidgeLayer
  private let texts: TextLayer

  init(_ prepared: PreparedChart, _ layout: Layout, key: ColorLegend?) {
    self.key = key
    heatMap = HeatMapLayer(prepared, layout)
    contours = ContourLayer(prepared, layout)
    ridges = RidgeLayer(prepared, layout)
    self.prepared = prepared
    self.layout = layout
    plottedMarks = PlottedMarks(prepared, layout)
    rules = RuleLayer(prepared.chart, in: layout)
    texts = TextLayer(prepared.chart, in: layout)
    frame = AxesLayer(layout: layout)
    occupancy = OccupancyGrid(width: layout.width, height: layout.bottom)
    frame.occupy(&occupancy)
    rules.occupy(&occupancy)
    plottedMarks.occupy(&occupancy)
    plottedMarks.omissions.occupy(&occupancy, in: layout.plot)
  }

  mutating func annotations() -> [HTML] {
    texts.svg(occupying: &occupancy)
      + rules.annotations(occupying: &occupancy)
      + Annotations.svg(of: plottedMarks, in: layout, occupying: &occupancy)
  }

  var svg: [HTML] {
    let background = (heatMap?.svg ?? []) + contours.svg + ridges.svg
    let data =
      plottedMarks.areas + rules.svg + plottedMarks.strokes
      + plottedMarks.omissions.svg(in: layout.plot)
    return frame.grid + background + data + (heatMap?.text ?? []) + frame.text + (key?.svg ?? [])
  }

  /// What the drawing leaves out or simplifies.
  var report: DrawingReport {
    var report = DrawingReport(prepared.phrases, isEmpty: prepared.isEmpty)
    report.add(plottedMarks)
    report.add(heatMap)
    report.add(contours)
    for omissions in [ridges.omissions, rules.omissions, texts.omissions] { report.add(omissions) }
    for downsampling in [ridges.downsampling, rules.downsampling, texts.downsampling] {
      report.add(downsampling)
    }
    return report
  }

  var dataPoints: DataPoints {
    let own = DataPoints.groups(prepared, layout)
    let cells = heatMap?.dataPoints ?? []
    let isSmall = (prepared.cellGrid?.values.count ?? .max) <= DataPoints.maxCells
    return DataPoints(
      own + cells + contours.dataPoints + ridges.dataPoints + [DataPoints.arrows(prepared, layout)],
      axes: (prepared.chart.xAxis, prepared.chart.yAxis),
      minimumCount: isSmall ? DataPoints.maxCells : layout.budget.minimumDataPoints)
  }
}
