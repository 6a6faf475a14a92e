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

  /// Path data of its marker around a point.
  package func marker(at point: Point, radius r: Double) -> String {
    let d = 2 * r
    return switch form {
    case 0: disc(at: point, radius: r)
    case 1: shape(point, (-r * 0.9, -r * 0.9), (d * 0.9, 0), (0, d * 0.9), (-d * 0.9, 0))
    case 2:
      shape(
        point, (0, -r * 1.25), (r * 1.25, r * 1.25), (-r * 1.25, r * 1.25), (-r * 1.25, -r * 1.25))
    case 3: shape(point, (0, -r * 1.15), (r * 1.15, d), (-d * 1.15, 0))
    case 4: shape(point, (0, r * 1.15), (r * 1.15, -d), (-d * 1.15, 0))
    default: shape(point, (-r, -r * 0.5), (d, 0), (0, r), (-d, 0))
    }
  }
}

private func disc(at point: Point, radius: Double) -> String {
  let (r, d) = (coordinate(radius), coordinate(2 * radius))
  let start = "M\(coordinate(point.x - radius)),\(coordinate(point.y))"
  return "\(start)a\(r),\(r) 0 1 0 \(d),0a\(r),\(r) 0 1 0 -\(d),0z"
}

private func shape(_ point: Point, _ start: (Double, Double), _ steps: (Double, Double)...)
  -> String
{
  let lines = steps.map { "\(coordinate($0.0)),\(coordinate($0.1))" }.joined(separator: " ")
  return "M\(coordinate(point.x + start.0)),\(coordinate(point.y + start.1))l\(lines)z"
}
