import Charts

/// Where everything of a drawing lies that is not data: the part between the axes, the axes and
/// their words.
struct Layout {
  /// The whole drawing, but for what stands below the axes.
  var all: Box { Box(left: 0, top: 0, right: size.width, bottom: bottom) }

  /// What a drawing needs beside its axes.
  struct Room {
    /// A legend's height at the drawing's head.
    var head = 0.0
    /// The width of labels at the right.
    var right = 0.0
    /// Free ground above the data, for names.
    var above = 0.0
  }

  let size: Drawing.Size
  let plot: Box
  let x: Dimension
  let y: Dimension
  let xLabels: [AxisLabel]
  let yLabels: [AxisLabel]
  let xTitle: Words
  let yTitle: Words
  /// Where the drawing ends, unless something stands below it.
  let bottom: Double

  /// Lays a drawing out.
  init(_ contents: Contents, _ size: Drawing.Size, _ room: Room = Room()) {
    var room = room
    room.right = max(room.right, contents.noteRoom(size), 10)
    let draft = Layout(contents, size, exactly: room)
    let overhang = draft.xLabels.last.map { $0.position + $0.words.width / 2 - size.width } ?? 0
    room.right += max(overhang, 0)
    self = overhang > 0 ? Layout(contents, size, exactly: room) : draft
  }

  private init(_ contents: Contents, _ size: Drawing.Size, exactly room: Room) {
    self.size = size
    let (xAxis, yAxis) = (contents.chart.xAxis, contents.chart.yAxis)
    xTitle = Words(xAxis.label ?? "", within: size.width, size)
    yTitle = Words(yAxis.label ?? "", within: size.width, size)
    let top = room.head + (yTitle.lines.isEmpty ? 0 : yTitle.height + 4) + size.leading / 2
    let bottom = top + AxisLabel.height(of: contents, size)

    y = Dimension(
      contents.y, yAxis, domain: contents.yDomain(height: bottom - top),
      from: contents.y.isCategorical ? top : bottom,
      to: contents.y.isCategorical ? bottom : top + room.above)
    yLabels = AxisLabel.vertical(y, contents, size)
    let left = (yLabels.map(\.words.width).max() ?? 0) + 8
    plot = Box(left: left, top: top, right: max(left + 40, size.width - room.right), bottom: bottom)

    let inset = contents.inset(width: plot.width)
    x = Dimension(
      contents.x, xAxis, domain: contents.xDomain, from: plot.left + inset, to: plot.right - inset)
    xLabels = AxisLabel.horizontal(x, contents, size)
    let labelHeight = xLabels.map { $0.drop + $0.words.height }.max() ?? 0
    self.bottom = bottom + 6 + labelHeight + (xTitle.lines.isEmpty ? 0 : xTitle.height + 2)
  }
}
