/// Places labels inside the plot, each beside its own line where no other mark is near.
enum InsideLabels {
  /// Places the labels and marks their area as occupied; returns nil if a label finds no position
  /// where it cannot be mistaken for another line's.
  static func place(
    _ parts: [PlottedMarks.SeriesMarks], in layout: Layout, occupying occupancy: inout OccupancyGrid
  )
    -> [DirectLabel]?
  {
    var labels: [DirectLabel] = []
    for part in parts {
      let text = TextBlock(
        part.series.name ?? "", within: layout.plot.width * 0.42, size: layout.size, bold: true)
      guard text.lines.count <= 2,
        let candidate = best(for: text, part, layout: layout, occupancy: occupancy)
      else { return nil }
      occupancy.occupy(candidate.box, by: .text)
      labels.append(
        DirectLabel(
          text: text, box: candidate.box, style: part.series.style, anchor: candidate.anchor))
    }
    return labels
  }

  private static func best(
    for text: TextBlock, _ part: PlottedMarks.SeriesMarks, layout: Layout, occupancy: OccupancyGrid
  ) -> LabelPosition? {
    let own = OccupancyGrid.Owners.series(part.series.style.index)
    var area = layout.plot.grown(by: 4)
    area.top = max(0, area.top - 12)
    area.right = min(area.right, layout.width)
    var best: (candidate: LabelPosition, cost: Double)?
    for (fraction, point) in samples(along: part.labelLine) {
      let onLine = Box(left: point.x, top: point.y, right: point.x, bottom: point.y)
      guard occupancy.owners(in: onLine.grown(by: 2)).subtracting(own).isEmpty else { continue }
      for (order, candidate) in LabelPosition.around(point, text, distance: 7).enumerated() {
        guard area.contains(candidate.box), occupancy.owners(in: candidate.box).isEmpty,
          occupancy.owners(in: candidate.box.grown(by: 9)).subtracting(own).isEmpty
        else { continue }
        let cost = 4 * min(1 - fraction, fraction + 0.1) + 0.3 * Double(order)
        if cost < best?.cost ?? .infinity { best = (candidate, cost) }
      }
    }
    return best?.candidate
  }

  /// Equally spaced points along a line, each with its fraction of the line's length.
  private static func samples(along line: [Point]) -> [(fraction: Double, point: Point)] {
    let lengths = zip(line, line.dropFirst()).map(distance)
    let total = lengths.reduce(0, +)
    guard total > 0 else { return line.first.map { [(1, $0)] } ?? [] }
    var samples: [(fraction: Double, point: Point)] = []
    var (index, passed) = (0, 0.0)
    for number in 0...30 {
      let fraction = Double(number) / 30
      while index < lengths.count - 1, passed + lengths[index] < fraction * total {
        passed += lengths[index]
        index += 1
      }
      let part = lengths[index] > 0 ? (fraction * total - passed) / lengths[index] : 0
      samples.append((fraction, between(line[index], line[index + 1], fraction: min(part, 1))))
    }
    return samples
  }

  private static func distance(_ a: Point, _ b: Point) -> Double {
    ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)).squareRoot()
  }

  private static func between(_ a: Point, _ b: Point, fraction: Double) -> Point {
    Point(x: a.x + fraction * (b.x - a.x), y: a.y + fraction * (b.y - a.y))
  }
}
