import Charts

/// Where everything of a drawing lies that is not data: the part between the axes, the axes and
/// their words.
struct Layout {
  /// The whole drawing, but for what stands below the axes.
  var all: Box { Box(left: 0, top: 0, right: width, bottom: bottom) }

  /// What a drawing needs beside its axes.
  struct Insets {
    /// A legend's height at the drawing's head.
    var head = 0.0
    /// The width of labels at the right.
    var right = 0.0
    /// Free ground above the data, for names.
    var above = 0.0
    /// What the words at the left need at least.
    var left = 0.0
    /// What distinguishes a small multiple; a whole drawing has nothing of it.
    var panel: Panel?
  }

  /// A small multiple's measures, and which of its axes have words.
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
  /// Whether the words at an axis's ticks are shown.
  let hasX: Bool
  let hasY: Bool
  /// How many bytes its marks may take.
  let budget: ByteBudget
  /// Where the drawing ends, unless something stands below it.
  let bottom: Double

  /// Lays a drawing out.
  init(_ prepared: PreparedChart, _ size: Drawing.Size, insets: Insets = Insets()) {
    var insets = insets
    insets.right = max(insets.right, prepared.annotationWidth(size), 10)
    let draft = Layout(prepared, size, exactly: insets, isFinal: insets.panel != nil)
    let boxes = draft.xLabels.map { $0.box(below: draft.plot.bottom) }
    let overhang = boxes.map { $0.right - draft.width }.max() ?? 0
    let underhang = boxes.map { -$0.left }.max() ?? 0
    guard insets.panel == nil, max(overhang, underhang) > 0 else {
      self = draft
      return
    }
    insets.right += max(overhang, 0)
    insets.left = draft.plot.left + max(underhang, 0)
    self = Layout(prepared, size, exactly: insets, isFinal: true)
  }

  /// Where the words below the axis of a small multiple may reach, beyond its plot.
  private static let panelOverhang = 12.0

  /// The words below the axis stay inside the drawing if the layout is final; a draft shows how much
  /// room they want.
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
