import Charts

/// The space for the bars of one series: a fraction of each band, so that series are drawn side by
/// side.
struct BarSlot {
  /// Whether bars are horizontal.
  let isHorizontal: Bool
  private let base: Double
  private let offset: Double
  private let width: Double

  init(_ prepared: PreparedChart, _ layout: Layout, place: Int, of count: Int) {
    isHorizontal = prepared.y.isBarPositionAxis
    let positionAxis = isHorizontal ? layout.y : layout.x
    base = (isHorizontal ? layout.x : layout.y).base
    let span = (positionAxis.end - positionAxis.start).magnitude
    let step = positionAxis.bands?.step ?? span / Double(max(1, prepared.slots - 1))
    let group = min(step * (positionAxis.bands == nil ? 0.9 : 0.7), Double(count) * 56)
    width = group / Double(count)
    offset = (Double(place) - Double(count - 1) / 2) * width
  }

  /// The bar from the baseline to a point.
  func box(to point: Point) -> Box {
    let half = max(0.5, width * 0.46)
    let middle = (isHorizontal ? point.y : point.x) + offset
    let (from, to) = (
      min(base, isHorizontal ? point.x : point.y), max(base, isHorizontal ? point.x : point.y)
    )
    return isHorizontal
      ? Box(left: from, top: middle - half, right: to, bottom: middle + half)
      : Box(left: middle - half, top: from, right: middle + half, bottom: to)
  }

  /// The bar between two points.
  func box(from start: Point, to end: Point) -> Box {
    var box = box(to: end)
    if isHorizontal {
      box.left = min(start.x, end.x)
      box.right = max(start.x, end.x)
    } else {
      box.top = min(start.y, end.y)
      box.bottom = max(start.y, end.y)
    }
    return box
  }

  /// The middle of the bar's end opposite the baseline.
  func tip(of box: Box) -> Point {
    isHorizontal
      ? Point(x: box.right > base ? box.right : box.left, y: box.middle.y)
      : Point(x: box.middle.x, y: box.top < base ? box.top : box.bottom)
  }
}
