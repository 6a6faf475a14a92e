import Markup

/// A place for words: the box they fill and the side they are set from.
struct Spot {
  var box: Box
  var anchor: TextStyle.Anchor

  /// The places around a point, the best first: above, below, then the corners and the sides.
  static func around(_ point: Point, _ words: Words, distance d: Double) -> [Spot] {
    let c = d * 0.7
    return [
      Spot(words, (0.5, 1), (point.x, point.y - d)),
      Spot(words, (0.5, 0), (point.x, point.y + d)),
      Spot(words, (0, 1), (point.x + c, point.y - c)),
      Spot(words, (1, 1), (point.x - c, point.y - c)),
      Spot(words, (0, 0), (point.x + c, point.y + c)),
      Spot(words, (1, 0), (point.x - c, point.y + c)),
      Spot(words, (0, 0.5), (point.x + d, point.y)),
      Spot(words, (1, 0.5), (point.x - d, point.y)),
    ]
  }

  /// The places along a horizontal rule, at a distance: at its right end, at its left, in its
  /// middle, between.
  static func along(y: Double, _ words: Words, in plot: Box, distance: Double = 2) -> [Spot] {
    let quarter = (plot.right - plot.left) / 4
    let places = [
      (1, plot.right), (0, plot.left + 6), (0.5, plot.middle.x), (0.5, plot.right - quarter),
      (0.5, plot.left + quarter),
    ]
    return places.flatMap { share, x in
      [Spot(words, (share, 1), (x, y - distance)), Spot(words, (share, 0), (x, y + distance))]
    }
  }

  /// The places along a vertical rule: at its top, at its foot, in its middle, above it.
  static func along(x: Double, _ words: Words, in plot: Box) -> [Spot] {
    let beside = [(0, plot.top), (1, plot.bottom - 4), (0.5, plot.middle.y)].flatMap { share, y in
      [Spot(words, (0, share), (x + 6, y)), Spot(words, (1, share), (x - 6, y))]
    }
    let above = [0.5, 0, 1].map { Spot(words, ($0, 1), (x, plot.top - 2)) }
    return beside + above
  }

  /// The first of the places that are inside an area and cover least; if none is inside, the
  /// first, moved there.
  ///
  /// Of `others` one is taken only where it saves words from being struck out.
  static func best(
    of spots: [Spot], else others: [Spot] = [], in area: Box,
    cost: (Box) -> Int
  ) -> (spot: Spot, cost: Int) {
    var best = spots[0]
    best.box = best.box.moved(into: area)
    var (least, bestCost) = (Int.max, cost(best.box))
    for (spot, reluctance) in spots.map({ ($0, 0) }) + others.map({ ($0, 20) })
    where area.contains(spot.box) {
      let cost = cost(spot.box)
      if cost + reluctance < least { (best, least, bestCost) = (spot, cost + reluctance, cost) }
    }
    return (best, bestCost)
  }

  /// The free ground in an area that is nearest to what words belong to; nil if there is none near.
  static func free(for words: Words, near target: Box, in area: Box, on ground: Ground) -> Spot? {
    var best: (spot: Spot, distance: Double)?
    for y in stride(from: area.top, through: area.bottom - words.height, by: 4) {
      for x in stride(from: area.right - words.width, through: area.left, by: -6) {
        let spot = Spot(words, (0, 0), (x, y))
        let distance = spot.box.distance(to: target)
        guard distance >= 6, distance < best?.distance ?? reach,
          ground.owners(in: spot.box.grown(by: 1)).isEmpty
        else { continue }
        best = (spot, distance)
      }
    }
    return best?.spot
  }

  /// How far words may be from what they belong to.
  private static let reach = 120.0

  /// A line from words to what they belong to; none where they are close.
  func leader(to target: Box) -> [HTML] {
    guard box.distance(to: target) > 12 else { return [] }
    let place = Point(
      x: min(max(box.middle.x, target.left), target.right),
      y: min(max(box.middle.y, target.top), target.bottom))
    let start = Point(
      x: min(max(place.x, box.left), box.right), y: min(max(place.y, box.top + 2), box.bottom - 2))
    return [Shapes.straight("leader plain", from: start, to: place)]
  }

  private init(_ words: Words, _ share: (Double, Double), _ place: (Double, Double)) {
    box = words.box(with: share, at: Point(x: place.0, y: place.1))
    anchor = share.0 == 0 ? .start : share.0 == 1 ? .end : .middle
  }
}
