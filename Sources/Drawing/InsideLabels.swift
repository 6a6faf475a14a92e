/// Labels inside the plot, each beside its own line where no other mark is near.
enum InsideLabels {
  /// The labels, which take their ground; nil if some label finds none: no label may be so near to
  /// another line that it could be taken for that one's.
  static func place(_ parts: [Ink.Part], in layout: Layout, on ground: inout Ground)
    -> [DirectLabel]?
  {
    var labels: [DirectLabel] = []
    for part in parts {
      let words = Words(
        part.series.name ?? "", within: layout.plot.width * 0.42, layout.size, bold: true)
      guard words.lines.count <= 2, let spot = best(for: words, part, layout, ground)
      else { return nil }
      ground.occupy(spot.box, by: .words)
      labels.append(
        DirectLabel(words: words, box: spot.box, style: part.series.style, anchor: spot.anchor))
    }
    return labels
  }

  private static func best(
    for words: Words, _ part: Ink.Part, _ layout: Layout, _ ground: Ground
  ) -> Spot? {
    let own = Ground.Owners.series(part.series.style.index)
    var area = layout.plot.grown(by: 4)
    area.top = max(0, area.top - 12)
    area.right = min(area.right, layout.width)
    var best: (spot: Spot, cost: Double)?
    for (share, point) in stations(along: part.labelLine) {
      let onLine = Box(left: point.x, top: point.y, right: point.x, bottom: point.y)
      guard ground.owners(in: onLine.grown(by: 2)).subtracting(own).isEmpty else { continue }
      for (order, spot) in Spot.around(point, words, distance: 7).enumerated() {
        guard area.contains(spot.box), ground.owners(in: spot.box).isEmpty,
          ground.owners(in: spot.box.grown(by: 9)).subtracting(own).isEmpty
        else { continue }
        let cost = 4 * min(1 - share, share + 0.1) + 0.3 * Double(order)
        if cost < best?.cost ?? .infinity { best = (spot, cost) }
      }
    }
    return best?.spot
  }

  /// Places along a line at equal distances, each with its share of the way.
  private static func stations(along line: [Point]) -> [(share: Double, point: Point)] {
    let lengths = zip(line, line.dropFirst()).map(distance)
    let total = lengths.reduce(0, +)
    guard total > 0 else { return line.first.map { [(1, $0)] } ?? [] }
    var stations: [(share: Double, point: Point)] = []
    var (index, passed) = (0, 0.0)
    for number in 0...30 {
      let share = Double(number) / 30
      while index < lengths.count - 1, passed + lengths[index] < share * total {
        passed += lengths[index]
        index += 1
      }
      let part = lengths[index] > 0 ? (share * total - passed) / lengths[index] : 0
      stations.append((share, between(line[index], line[index + 1], min(part, 1))))
    }
    return stations
  }

  private static func distance(_ a: Point, _ b: Point) -> Double {
    ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)).squareRoot()
  }

  private static func between(_ a: Point, _ b: Point, _ share: Double) -> Point {
    Point(x: a.x + share * (b.x - a.x), y: a.y + share * (b.y - a.y))
  }
}
