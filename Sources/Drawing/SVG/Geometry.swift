/// A point of a drawing, in pixels from its top left corner.
package struct Point: Equatable {
  package var x: Double
  package var y: Double

  package init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }
}

/// An axis-parallel rectangle of a drawing.
package struct Box: Equatable {
  package var left: Double
  package var top: Double
  package var right: Double
  package var bottom: Double

  package init(left: Double, top: Double, right: Double, bottom: Double) {
    self.left = left
    self.top = top
    self.right = right
    self.bottom = bottom
  }

  var width: Double { right - left }
  var height: Double { bottom - top }
  var middle: Point { Point(x: (left + right) / 2, y: (top + bottom) / 2) }

  func contains(_ point: Point) -> Bool {
    left <= point.x && point.x <= right && top <= point.y && point.y <= bottom
  }

  func contains(_ other: Box) -> Bool {
    left <= other.left && other.right <= right && top <= other.top && other.bottom <= bottom
  }

  /// Returns the rectangle moved by the smallest distance that puts it inside an area; if it is too
  /// large, it is aligned at the left and the top.
  func moved(into area: Box) -> Box {
    let dx = max(area.left - left, min(0, area.right - right))
    let dy = max(area.top - top, min(0, area.bottom - bottom))
    return Box(left: left + dx, top: top + dy, right: right + dx, bottom: bottom + dy)
  }

  /// The distance between two rectangles; 0 if they touch.
  func distance(to other: Box) -> Double {
    let dx = max(other.left - right, 0, left - other.right)
    let dy = max(other.top - bottom, 0, top - other.bottom)
    return (dx * dx + dy * dy).squareRoot()
  }

  /// Creates an empty rectangle at a point.
  init(at point: Point) {
    self.init(left: point.x, top: point.y, right: point.x, bottom: point.y)
  }

  /// The corners, clockwise from the top left.
  var corners: [Point] {
    [
      Point(x: left, y: top), Point(x: right, y: top), Point(x: right, y: bottom),
      Point(x: left, y: bottom),
    ]
  }

  /// The rectangle with its edges rounded to whole pixels.
  func rounded() -> Box {
    Box(
      left: left.rounded(), top: top.rounded(), right: right.rounded(), bottom: bottom.rounded())
  }

  /// The rectangle grown by a margin on every side, or shrunk if the margin is negative.
  package func grown(by margin: Double) -> Box {
    Box(
      left: left - margin, top: top - margin, right: right + margin, bottom: bottom + margin)
  }
}
