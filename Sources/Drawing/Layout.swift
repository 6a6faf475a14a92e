import Charts

/// Where everything of a drawing lies that is not data: the part between the axes, the axes and
/// their words.
struct Layout {
  /// The whole drawing, but for what stands below the axes.
  var all: Box { Box(left: 0, top: 0, right: width, bottom: bottom) }

  /// What a drawing needs beside its axes.
  struct Room {
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
  let x: Dimension
  let y: Dimension
  let xLabels: [AxisLabel]
  let yLabels: [AxisLabel]
  let xTitle: Words
  let yTitle: Words
  /// Whether the words at an axis's ticks are shown.
  let hasX: Bool
  let hasY: Bool
  /// How many bytes its marks may take.
  let budget: ByteBudget
  /// Where the drawing ends, unless something stands below it.
  let bottom: Double

  /// Lays a drawing out.
  init(_ contents: Contents, _ size: Drawing.Size, _ room: Room = Room()) {
    var room = room
    room.right = max(room.right, contents.noteRoom(size), 10)
    let draft = Layout(contents, size, exactly: room, isFinal: room.panel != nil)
    let boxes = draft.xLabels.map { $0.box(below: draft.plot.bottom) }
    let overhang = boxes.map { $0.right - draft.width }.max() ?? 0
    let underhang = boxes.map { -$0.left }.max() ?? 0
    guard room.panel == nil, max(overhang, underhang) > 0 else {
      self = draft
      return
    }
    room.right += max(overhang, 0)
    room.left = draft.plot.left + max(underhang, 0)
    self = Layout(contents, size, exactly: room, isFinal: true)
  }

  /// Where the words below the axis of a small multiple may reach, beyond its plot.
  private static let panelOverhang = 12.0

  /// The words below the axis stay inside the drawing if the layout is final; a draft shows how much
  /// room they want.
  private init(_ contents: Contents, _ size: Drawing.Size, exactly room: Room, isFinal: Bool) {
    self.size = size
    width = room.panel?.width ?? size.width
    let (xAxis, yAxis) = (contents.chart.xAxis, contents.chart.yAxis)
    let isWhole = room.panel == nil
    xTitle = Words(isWhole ? xAxis.label ?? "" : "", within: size.width, size)
    yTitle = Words(isWhole ? yAxis.label ?? "" : "", within: size.width, size)
    let top = room.head + (yTitle.lines.isEmpty ? 0 : yTitle.height + 4) + size.leading / 2
    let unit = contents.unit(width: width - room.right - 56, size)
    let height =
      unit.map { $0 * contents.ySpan } ?? room.panel?.height
      ?? AxisLabel.height(of: contents, size)
    let bottom = top + height

    y = Dimension(
      contents.y, yAxis, domain: contents.yDomain(height: height),
      from: contents.y.isCategorical ? top : bottom,
      to: contents.y.isCategorical ? bottom : top + room.above)
    yLabels = AxisLabel.vertical(y, contents, size)
    let wordsWidth = yLabels.map(\.words.width).max() ?? 0
    let left = room.panel?.left ?? max(wordsWidth + 8, room.left)
    let plotWidth = max(40, width - room.right - left)
    plot = Box(
      left: left, top: top,
      right: left + min(plotWidth, unit.map { $0 * contents.xSpan } ?? plotWidth),
      bottom: bottom)

    let inset = contents.inset(width: plot.width)
    x = Dimension(
      contents.x, xAxis, domain: contents.xDomain, from: plot.left + inset, to: plot.right - inset)
    let ground =
      isWhole
      ? (isFinal ? 0...width : -width...2 * width)
      : plot.left - Self.panelOverhang...plot.right + Self.panelOverhang
    xLabels = AxisLabel.horizontal(x, contents, size, within: ground)
    let labelHeight = xLabels.map(\.depth).max() ?? 0
    (hasX, hasY) = (room.panel?.hasX ?? true, room.panel?.hasY ?? true)
    budget = contents.budget
    self.bottom =
      bottom + 6 + (hasX ? labelHeight : 0) + (xTitle.lines.isEmpty ? 0 : xTitle.height + 2)
  }
}
