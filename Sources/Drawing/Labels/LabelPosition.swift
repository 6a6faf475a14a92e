import Markup

/// A candidate position for text: its bounding box and its anchor.
struct LabelPosition {
  var box: Box
  var anchor: SVGTextStyle.Anchor

  /// The candidates around a point, best first: above, below, the corners, the sides.
  static func around(_ point: Point, _ text: TextBlock, distance d: Double) -> [LabelPosition] {
    let c = d * 0.7
    return [
      LabelPosition(text, (0.5, 1), at: (point.x, point.y - d)),
      LabelPosition(text, (0.5, 0), at: (point.x, point.y + d)),
      LabelPosition(text, (0, 1), at: (point.x + c, point.y - c)),
      LabelPosition(text, (1, 1), at: (point.x - c, point.y - c)),
      LabelPosition(text, (0, 0), at: (point.x + c, point.y + c)),
      LabelPosition(text, (1, 0), at: (point.x - c, point.y + c)),
      LabelPosition(text, (0, 0.5), at: (point.x + d, point.y)),
      LabelPosition(text, (1, 0.5), at: (point.x - d, point.y)),
    ]
  }

  /// The candidates along a horizontal rule: at its right end, left end, middle, and in between.
  static func along(y: Double, _ text: TextBlock, in plot: Box, distance: Double = 2)
    -> [LabelPosition]
  {
    let quarter = (plot.right - plot.left) / 4
    let places = [
      (1, plot.right), (0, plot.left + 6), (0.5, plot.middle.x), (0.5, plot.right - quarter),
      (0.5, plot.left + quarter),
    ]
    return places.flatMap { fraction, x in
      [
        LabelPosition(text, (fraction, 1), at: (x, y - distance)),
        LabelPosition(text, (fraction, 0), at: (x, y + distance)),
      ]
    }
  }

  /// The candidates along a vertical rule: at its top, bottom and middle, then above it.
  static func along(x: Double, _ text: TextBlock, in plot: Box) -> [LabelPosition] {
    let beside = [(0, plot.top), (1, plot.bottom - 4), (0.5, plot.middle.y)].flatMap {
      fraction, y in
      [
        LabelPosition(text, (0, fraction), at: (x + 6, y)),
        LabelPosition(text, (1, fraction), at: (x - 6, y)),
      ]
    }
    let above = [0.5, 0, 1].map { LabelPosition(text, ($0, 1), at: (x, plot.top - 2)) }
    return beside + above
  }

  /// The first candidate inside an area that overlaps least; if none is inside, the first one,
  /// moved inside.
  ///
  /// Candidates from `others` are used only if they keep text from being crossed out.
  static func best(
    of candidates: [LabelPosition], else others: [LabelPosition] = [], in area: Box,
    cost: (Box) -> Int
  ) -> (candidate: LabelPosition, cost: Int) {
    var best = candidates[0]
    best.box = best.box.moved(into: area)
    var (least, bestCost) = (Int.max, cost(best.box))
    for (candidate, penalty) in candidates.map({ ($0, 0) }) + others.map({ ($0, 20) })
    where area.contains(candidate.box) {
      let cost = cost(candidate.box)
      if cost + penalty < least { (best, least, bestCost) = (candidate, cost + penalty, cost) }
    }
    return (best, bestCost)
  }

  /// The free area nearest to `target`; nil if none is within reach.
  static func free(
    for text: TextBlock, near target: Box, in area: Box, avoiding occupancy: OccupancyGrid
  ) -> LabelPosition? {
    var best: (candidate: LabelPosition, distance: Double)?
    for y in stride(from: area.top, through: area.bottom - text.height, by: 4) {
      for x in stride(from: area.right - text.width, through: area.left, by: -6) {
        let candidate = LabelPosition(text, (0, 0), at: (x, y))
        let distance = candidate.box.distance(to: target)
        guard distance >= 6, distance < best?.distance ?? reach,
          occupancy.owners(in: candidate.box.grown(by: 1)).isEmpty
        else { continue }
        best = (candidate, distance)
      }
    }
    return best?.candidate
  }

  /// The maximum distance between text and its target.
  private static let reach = 120.0

  /// A leader line from the text to its target; empty if they are close.
  func leader(to target: Box) -> [HTML] {
    guard box.distance(to: target) > 12 else { return [] }
    let place = Point(
      x: min(max(box.middle.x, target.left), target.right),
      y: min(max(box.middle.y, target.top), target.bottom))
    let start = Point(
      x: min(max(place.x, box.left), box.right), y: min(max(place.y, box.top + 2), box.bottom - 2))
    return [PathElements.straight("leader plain", from: start, to: place)]
  }

  private init(_ text: TextBlock, _ fraction: (Double, Double), at place: (Double, Double)) {
    box = text.box(with: fraction, at: Point(x: place.0, y: place.1))
    anchor = fraction.0 == 0 ? .start : fraction.0 == 1 ? .end : .middle
  }
}
