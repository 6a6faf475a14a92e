/// Labels in the right margin, each as near to its line's end as the others allow.
package enum EndLabels {
  /// The end of a line and what is to be written there.
  struct LineEnd {
    var text: TextBlock
    var point: Point
    var style: SeriesStyle
    /// The lines that the label belongs to.
    var lines: [[Point]]

    init(_ part: PlottedMarks.SeriesMarks, at point: Point, size: Drawing.Size) {
      text = EndLabels.text(part.series, size)
      self.point = point
      style = part.series.style
      lines = part.lines + part.paths
    }
  }

  /// The distance from a line's end to its label.
  static let gap = 10.0
  /// How far a label may move from its line's end before another place is better, and how far if
  /// there is none.
  static let reaches = (near: 14.0, far: 60.0)

  /// The width that labels of these series take; nil if some name is too long.
  static func margin(for series: [Series], _ size: Drawing.Size) -> Double? {
    let named = series.filter { $0.name != nil }
    let fits = named.allSatisfy {
      text($0, size).lines.count <= 3
        && !TextWrapping.breaksWords(
          $0.name ?? "", within: size.maxLabelWidth, size: size.fontSize, bold: true)
    }
    return fits ? (named.map { text($0, size).width }.max() ?? 0) + gap : nil
  }

  /// The lines that end at the plot's right edge, apart from all other lines, and the others.
  static func sorted(_ parts: [PlottedMarks.SeriesMarks], _ layout: Layout) -> (
    ends: [LineEnd], others: [PlottedMarks.SeriesMarks]
  ) {
    var (ends, others): ([LineEnd], [PlottedMarks.SeriesMarks]) = ([], [])
    for (index, part) in parts.enumerated() {
      let foreign = parts.enumerated().filter { $0.offset != index }.flatMap { $1.lines + $1.paths }
      if let end = part.labelLine.last, end.x > layout.plot.right - 16,
        Distance.from(Box(left: end.x, top: end.y, right: end.x, bottom: end.y), to: foreign) > 3
      {
        ends.append(LineEnd(part, at: end, size: layout.size))
      } else {
        others.append(part)
      }
    }
    return (ends, others)
  }

  /// The labels, or nil if some would stand too far from its line.
  ///
  /// A label that is not clearly nearest to its own line is joined to it by a leader.
  ///
  /// - Parameters:
  ///   - ends: The lines' ends.
  ///   - layout: Where the plot lies.
  ///   - lines: All lines of the drawing.
  ///   - reach: How far a label may move from its line's end.
  /// - Returns: The labels.
  static func place(
    _ ends: [LineEnd], in layout: Layout, among lines: [(style: SeriesStyle, lines: [[Point]])],
    reach: Double
  ) -> [DirectLabel]? {
    let sorted = ends.sorted { $0.point.y < $1.point.y }
    let middles = spread(
      sorted.map { ($0.point.y, $0.text.height) },
      from: layout.plot.top - layout.size.leading / 2,
      to: layout.plot.bottom + layout.size.leading / 2)
    guard let middles else { return nil }
    var labels: [DirectLabel] = []
    for (end, middle) in zip(sorted, middles) {
      let shift = (middle - end.point.y).magnitude
      guard shift <= reach else { return nil }
      let corner = Point(x: layout.plot.right + gap + (reach > reaches.near ? 12 : 0), y: middle)
      let box = end.text.box(with: (0, 0.5), at: corner)
      let foreign = lines.filter { $0.style != end.style }.flatMap(\.lines)
      let isClear = Distance.from(box, to: end.lines) + 1 < Distance.from(box, to: foreign)
      let label = DirectLabel(
        text: end.text, box: box, style: end.style,
        lineEnd: shift > 5 || !isClear ? end.point : nil)
      guard !label.leaderCrosses(foreign) else { return nil }
      labels.append(label)
    }
    return labels
  }

  /// The middles of stacked boxes, in order, as near to their wishes as can be without overlap;
  /// nil if they have no room.
  package static func spread(
    _ boxes: [(wish: Double, height: Double)], from top: Double, to bottom: Double
  ) -> [Double]? {
    var offsets: [Double] = []
    var total = 0.0
    for box in boxes {
      offsets.append(total + box.height / 2)
      total += box.height
    }
    guard total <= bottom - top else { return nil }
    let free = ascending(zip(boxes, offsets).map { $0.wish - $1 })
    return zip(free, offsets).map { min(max($0, top), bottom - total) + $1 }
  }

  /// The nearest ascending numbers: neighbours in the wrong order share their mean.
  private static func ascending(_ values: [Double]) -> [Double] {
    var blocks: [(sum: Double, count: Int)] = []
    for value in values {
      var block = (sum: value, count: 1)
      while let last = blocks.last, last.sum / Double(last.count) > block.sum / Double(block.count)
      {
        block = (block.sum + last.sum, block.count + last.count)
        blocks.removeLast()
      }
      blocks.append(block)
    }
    return blocks.flatMap { [Double](repeating: $0.sum / Double($0.count), count: $0.count) }
  }

  private static func text(_ series: Series, _ size: Drawing.Size) -> TextBlock {
    TextBlock(series.name ?? "", within: size.maxLabelWidth, size: size, bold: true)
  }
}
