/// What distinguishes a series: its colour, and for readers who cannot see colours its dash pattern
/// and marker.
package struct SeriesStyle: Equatable {
  /// The number of colours, dash patterns and markers.
  ///
  /// The seventh series repeats the first colour with the second dash pattern and marker.
  package static let count = 6

  /// The index of the series in its chart.
  package let index: Int

  package init(index: Int) { self.index = index }

  /// The CSS class of the colour.
  package var colour: String { "s\(index % Self.count + 1)" }

  /// The CSS class of the dash pattern.
  package var dash: String { "d\(form + 1)" }

  /// The index of the dash pattern and marker.
  private var form: Int { (index + index / Self.count) % Self.count }

  /// Whether the marker is a zero-length stroke with a round or square cap.
  package var isStroked: Bool { form < 2 }

  /// The CSS classes of the marker.
  package var markerClass: String { form == 0 ? "round pen" : form == 1 ? "square pen" : "dot" }

  /// The start of the marker relative to its centre, and path data of its outline that returns to
  /// the start.
  package func marker(radius r: Double) -> (start: Point, outline: String) {
    let n = max(2, Int((r * 1.25).rounded(.up)))
    return switch form {
    case 2: (Point(x: 0, y: Double(-n)), "l\(n) \(n)-\(n) \(n)-\(n)-\(n)z")
    case 3: (Point(x: 0, y: Double(-n)), "l\(n) \(2 * n - 1)h-\(2 * n)z")
    case 4: (Point(x: 0, y: Double(n)), "l\(n)-\(2 * n - 1)h-\(2 * n)z")
    case 5: (Point(x: Double(-n), y: Double(-n) / 2), "h\(2 * n)v\(n)h-\(2 * n)z")
    default: (Point(x: 0, y: 0), "h0")
    }
  }
}

/// Path data of a disc.
func disc(at point: Point, radius: Double) -> String {
  let (r, d) = (coordinate(radius), coordinate(2 * radius))
  let start = "M\(coordinate(point.x - radius)),\(coordinate(point.y))"
  return "\(start)a\(r),\(r) 0 1 0 \(d),0a\(r),\(r) 0 1 0 -\(d),0z"
}
