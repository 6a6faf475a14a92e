import Charts

/// The layout of a drawing: the plot area, the axes and their labels.
struct Layout {
  /// The area of the whole drawing, except for the footnote below it.
  var area: Box { Box(left: 0, top: 0, right: width, bottom: bottom) }

  /// The space reserved around the plot area.
  struct Insets {
    /// The height of the legends at the top.
    var head = 0.0
    /// The width of labels on the right.
    var right = 0.0
    /// Free space above the data for series names.
    var above = 0.0
    /// The minimum width of labels on the left.
    var left = 0.0
    /// The geometry of a small multiple; nil for a whole drawing.
    var panel: Panel?
  }

  /// The geometry of a small multiple, and which of its axes are labelled.
  struct Panel {
    var width: Double
    var height: Double
    var left: Double
    var hasX: Bool
    var hasY: Bool
  }

  let size: Drawing.Size
  let width: Double
  let plot: Box
  let x: AxisLayout
  let y: AxisLayout
  let xLabels: [AxisLabel]
  let yLabels: [AxisLabel]
  let xTitle: TextBlock
  let yTitle: TextBlock
  /// Whether the tick labels of each axis are shown.
  let hasX: Bool
  let hasY: Bool
  /// The number of bytes that the marks can take.
  let budget: ByteBudget
  /// The bottom of the drawing, excluding the footnote.
  let bottom: Double

  /// Lays out a drawing; if tick labels extend beyond its edges, the plot area is made smaller.
  init(_ prepared: PreparedChart, _ size: Drawing.Size, insets: Insets = Insets()) {
    var insets = insets
    insets.right = max(insets.right, prepared.annotationWidth(size), 10)
    let draft = Layout(prepared, size, exactly: insets, isFinal: insets.panel != nil)
    let boxes = draft.xLabels.map { $0.box(below: draft.plot.bottom) }
    let rightOverhang = boxes.map { $0.right - draft.width }.max() ?? 0
    let leftOverhang = boxes.map { -$0.left }.max() ?? 0
    guard insets.panel == nil, max(rightOverhang, leftOverhang) > 0 else {
      self = draft
      return
    }
    insets.right += max(rightOverhang, 0)
    insets.left = draft.plot.left + max(leftOverhang, 0)
    self = Layout(prepared, size, exactly: insets, isFinal: true)
  }

  /// How far labels below the axis of a small multiple can extend beyond its plot.
  private static let panelOverhang = 12.0

  /// Lays out a drawing with fixed insets.
  ///
  /// In the final layout, labels stay inside the drawing; in a draft they can extend beyond it,
  /// which shows how much space they need.
  private init(
    _ prepared: PreparedChart, _ size: Drawing.Size, exactly insets: Insets, isFinal: Bool
  ) {
    self.size = size
    width = insets.panel?.width ?? size.width
    let (xAxis, yAxis) = (prepared.chart.xAxis, prepared.chart.yAxis)
    let isWhole = insets.panel == nil
    xTitle = TextBlock(isWhole ? xAxis.label ?? "" : "", within: size.width, size: size)
    yTitle = TextBlock(isWhole ? yAxis.label ?? "" : "", within: size.width, size: size)
    let top = insets.head + (yTitle.lines.isEmpty ? 0 : yTitle.height + 4) + size.leading / 2
    let unit = prepared.unit(width: width - insets.right - 56, size)
    let height =
      unit.map { $0 * prepared.ySpan } ?? insets.panel?.height
      ?? AxisLabel.height(of: prepared, size)
    let bottom = top + height

    y = AxisLayout(
      prepared.y, yAxis, domain: prepared.yDomain(height: height),
      from: prepared.y.isCategorical ? top : bottom,
      to: prepared.y.isCategorical ? bottom : top + insets.above)
    yLabels = AxisLabel.vertical(y, prepared, size: size)
    let labelsWidth = yLabels.map(\.text.width).max() ?? 0
    let left = insets.panel?.left ?? max(labelsWidth + 8, insets.left)
    let plotWidth = max(40, width - insets.right - left)
    plot = Box(
      left: left, top: top,
      right: left + min(plotWidth, unit.map { $0 * prepared.xSpan } ?? plotWidth),
      bottom: bottom)

    let inset = prepared.inset(width: plot.width)
    x = AxisLayout(
      prepared.x, xAxis, domain: prepared.xDomain, from: plot.left + inset, to: plot.right - inset)
    let textRange =
      isWhole
      ? (isFinal ? 0...width : -width...2 * width)
      : plot.left - Self.panelOverhang...plot.right + Self.panelOverhang
    xLabels = AxisLabel.horizontal(x, prepared, size: size, within: textRange)
    let labelHeight = xLabels.map(\.depth).max() ?? 0
    hasX = insets.panel?.hasX ?? true
    hasY = insets.panel?.hasY ?? true
    budget = prepared.budget
    self.bottom =
      bottom + 6 + (hasX ? labelHeight : 0) + (xTitle.lines.isEmpty ? 0 : xTitle.height + 2)
  }
}
