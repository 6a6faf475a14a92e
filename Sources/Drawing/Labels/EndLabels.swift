/// Places labels in the right margin, each as close to the end of its line as the others allow.
package enum EndLabels {
  /// The end of a line and its label.
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

  /// The distance between a line's end and its label.
  static let gap = 10.0
  /// The maximum distance of a label from its line's end: when other placements are still
  /// available, and when they are not.
  static let maxDistances = (near: 14.0, far: 60.0)

  /// The width of the margin that labels of these series need; nil if a name is too long.
  static func margin(for series: [Series], _ size: Drawing.Size) -> Double? {
    let named = series.filter { $0.name != nil }
    let fits = named.allSatisfy {
      text($0, size).lines.count <= 3
        && !TextWrapping.breaksWords(
          $0.name ?? "", within: size.maxLabelWidth, size: size.fontSize, bold: true)
    }
    return fits ? (named.map { text($0, size).width }.max() ?? 0) + gap : nil
  }

  /// Separates the lines that end at the right edge of the plot, clear of all other lines, from the
  /// rest.
  static func sorted(_ parts: [PlottedMarks.SeriesMarks], _ layout: Layout) -> (
    ends: [LineEnd], others: [PlottedMarks.SeriesMarks]
  ) {
    var (ends, others): ([LineEnd], [PlottedMarks.SeriesMarks]) = ([], [])
    for (index, part) in parts.enumerated() {
      let otherLines = parts.enumerated().filter { $0.offset != index }.flatMap {
        $1.lines + $1.paths
      }
      if let end = part.labelLine.last, end.x > layout.plot.right - 16,
        Distance.from(Box(left: end.x, top: end.y, right: end.x, bottom: end.y), to: otherLines) > 3
      {
        ends.append(LineEnd(part, at: end, size: layout.size))
      } else {
        others.append(part)
      }
    }
    return (ends, others)
  }

  /// Places the labels; returns nil if one of them would be too far from its line.
  ///
  /// A label that is not clearly nearest to its own line is connected to it by a leader line.
  ///
  /// - Parameters:
  ///   - ends: The line ends.
  ///   - layout: The layout of the drawing.
  ///   - lines: All lines of the drawing.
  ///   - reach: The maximum distance of a label from its line's end.
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
      let corner = Point(
        x: layout.plot.right + gap + (reach > maxDistances.near ? 12 : 0), y: middle)
      let box = end.text.box(with: (0, 0.5), at: corner)
      let otherLines = lines.filter { $0.style != end.style }.flatMap(\.lines)
      let isClear = Distance.from(box, to: end.lines) + 1 < Distance.from(box, to: otherLines)
      let label = DirectLabel(
        text: end.text, box: box, style: end.style,
        lineEnd: shift > 5 || !isClear ? end.point : nil)
      guard !label.leaderCrosses(otherLines) else { return nil }
      labels.append(label)
    }
    return labels
  }

  /// Stacks boxes in order without overlap, each as close as possible to the middle it asks for;
  /// returns nil if they do not fit.
  package static func spread(
    _ boxes: [(preferred: Double, height: Double)], from top: Double, to bottom: Double
  ) -> [Double]? {
    var offsets: [Double] = []
    var total = 0.0
    for box in boxes {
      offsets.append(total + box.height / 2)
      total += box.height
    }
    guard total <= bottom - top else { return nil }
    let free = ascending(zip(boxes, offsets).map { $0.preferred - $1 })
    return zip(free, offsets).map { min(max($0, top), bottom - total) + $1 }
  }

  /// The nearest ascending sequence: neighbours in the wrong order are replaced by their mean.
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
