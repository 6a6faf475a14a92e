import Charts

/// Where everything of a drawing lies that is not data: the part between the axes, the axes and
/// their words.
struct Layout {
  /// A tick's position and its words, perhaps in several lines.
  struct Label {
    var position: Double
    var words: Words
  }

  let size: Drawing.Size
  let plot: Box
  let x: Dimension
  let y: Dimension
  let xLabels: [Label]
  let yLabels: [Label]
  let xTitle: Words
  let yTitle: Words
  /// Where the drawing ends, unless something stands below it.
  let bottom: Double

  /// Lays a drawing out with room at its head, for a legend, and at its right, for labels.
  init(_ contents: Contents, _ size: Drawing.Size, head: Double = 0, right: Double = 0) {
    let draft = Layout(contents, size, head: head, margin: max(right, 10))
    let overhang = draft.xLabels.last.map { $0.position + $0.words.width / 2 - size.width } ?? 0
    self =
      overhang > 0
      ? Layout(contents, size, head: head, margin: max(right, 10) + overhang) : draft
  }

  private init(_ contents: Contents, _ size: Drawing.Size, head: Double, margin: Double) {
    self.size = size
    let (xAxis, yAxis) = (contents.chart.xAxis, contents.chart.yAxis)
    xTitle = Words(xAxis.label ?? "", within: size.width, size)
    yTitle = Words(yAxis.label ?? "", within: size.width, size)
    let top = head + (yTitle.lines.isEmpty ? 0 : yTitle.height + 4) + size.leading / 2
    let bottom = top + plotHeight(contents, size)

    y = Dimension(
      contents.y, yAxis, domain: contents.yDomain(height: bottom - top),
      from: contents.y.isCategorical ? top : bottom, to: contents.y.isCategorical ? bottom : top)
    yLabels = verticalLabels(of: y, contents, size)
    let left = (yLabels.map(\.words.width).max() ?? 0) + 8
    plot = Box(left: left, top: top, right: max(left + 40, size.width - margin), bottom: bottom)

    let inset = contents.inset(width: plot.width)
    x = Dimension(
      contents.x, xAxis, domain: contents.xDomain, from: plot.left + inset, to: plot.right - inset)
    xLabels = horizontalLabels(of: x, contents, size)
    let labelHeight = xLabels.map(\.words.height).max() ?? 0
    self.bottom = bottom + 6 + labelHeight + (xTitle.lines.isEmpty ? 0 : xTitle.height + 2)
  }
}

private func plotHeight(_ contents: Contents, _ size: Drawing.Size) -> Double {
  guard contents.y.isCategorical else { return size.plotHeight }
  let bars = max(1, contents.series.count { !$0.bars.isEmpty })
  return min(900, Double(contents.y.names.count * max(30, 16 * bars)))
}

private func verticalLabels(of y: Dimension, _ contents: Contents, _ size: Drawing.Size)
  -> [Layout.Label]
{
  if let bands = y.bands {
    let every = max(1, Int((size.leading / bands.step).rounded(.up)))
    return stride(from: 0, to: bands.names.count, by: every).compactMap { index in
      let count = max(1, Int(bands.step * Double(every) / size.leading))
      let lines = Wrapping.lines(
        bands.names[index], within: size.labelRoom, atMost: count, size: size.text)
      return bands(bands.names[index]).map { Layout.Label(position: $0, words: Words(lines, size)) }
    }
  }
  let height = (y.end - y.start).magnitude
  let count = Int(height / (contents.chart.yAxis.scale == .linear ? 44 : 32))
  return y.ticks(atMost: count, wholeNumbers: contents.y.isWhole).map {
    Layout.Label(position: $0.position, words: Words([$0.words], size))
  }
}

private func horizontalLabels(of x: Dimension, _ contents: Contents, _ size: Drawing.Size)
  -> [Layout.Label]
{
  if let bands = x.bands { return bandLabels(of: bands, size) }
  let most = min(11, Int((x.end - x.start) / 24))
  for count in (1...max(1, most)).reversed() {
    let labels = x.ticks(atMost: count, wholeNumbers: contents.x.isWhole).map {
      Layout.Label(position: $0.position, words: Words([$0.words], size))
    }
    if areApart(labels, by: 10) { return labels }
  }
  return []
}

private func areApart(_ labels: [Layout.Label], by gap: Double) -> Bool {
  zip(labels, labels.dropFirst()).allSatisfy { left, right in
    right.position - left.position - (left.words.width + right.words.width) / 2 >= gap
  }
}

/// Every category's name if they have room in at most three lines; else every second, …
private func bandLabels(of bands: Bands, _ size: Drawing.Size) -> [Layout.Label] {
  var every = 1
  while every < bands.names.count, !namesFit(bands, every: every, size) { every += 1 }
  return stride(from: 0, to: bands.names.count, by: every).compactMap { index in
    let name = bands.names[index]
    let width = bands.step * Double(every) - 8
    let lines = Wrapping.lines(name, within: width, atMost: 3, size: size.text)
    return bands(name).map { Layout.Label(position: $0, words: Words(lines, size)) }
  }
}

private func namesFit(_ bands: Bands, every: Int, _ size: Drawing.Size) -> Bool {
  let width = bands.step * Double(every) - 8
  guard width < 56 else { return true }
  return stride(from: 0, to: bands.names.count, by: every).allSatisfy {
    !Wrapping.breaksWords(bands.names[$0], within: width, size: size.text)
  }
}
