/// What tells a series from the others: a colour and, for those who see none, dash and marker.
package struct SeriesStyle: Equatable {
  /// How many colours, dashes and markers there are; a seventh series has the first colour again
  /// but the second dash and marker.
  package static let count = 6

  /// The series' place among the chart's.
  package let index: Int

  package init(index: Int) { self.index = index }

  /// The class of its colour.
  package var colour: String { "s\(index % Self.count + 1)" }

  /// The class of its dash.
  package var dash: String { "d\(form + 1)" }

  /// The number of its dash and marker.
  private var form: Int { (index + index / Self.count) % Self.count }

  /// Whether its marker is what a round or a square pen leaves at a place.
  package var isStroked: Bool { form < 2 }

  /// The class of its marker: what draws it.
  package var markerClass: String { form == 0 ? "round pen" : form == 1 ? "square pen" : "dot" }

  /// Path data of its marker, relative to its middle, and back to where it begins.
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
