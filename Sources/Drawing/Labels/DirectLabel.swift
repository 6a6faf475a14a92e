import Markup

/// The name of a series beside its line.
struct DirectLabel {
  var text: TextBlock
  var box: Box
  var style: SeriesStyle
  var anchor = SVGTextStyle.Anchor.start
  /// The end of the line, if the label had to move away from it.
  var lineEnd: Point?

  /// The text and, if needed, its leader line.
  var svg: [HTML] {
    let textStyle = SVGTextStyle(cssClass: "label \(style.colour)", anchor: anchor)
    return leader + text.svg(in: box, textStyle)
  }

  /// Whether other lines cross the leader.
  func leaderCrosses(_ lines: [[Point]]) -> Bool {
    guard let (start, end) = leaderEnds else { return false }
    return lines.contains { line in
      zip(line, line.dropFirst()).contains { Distance.cross((start, end), $0) }
    }
  }

  private var leader: [HTML] {
    guard let (start, end) = leaderEnds else { return [] }
    return ["<path class=\"leader \(style.colour)\" d=\"\(path(along: [start, end]))\"/>"]
  }

  private var leaderEnds: (Point, Point)? {
    lineEnd.map {
      (Point(x: $0.x + 3, y: $0.y), Point(x: box.left - 3, y: box.middle.y))
    }
  }
}

extension PlottedMarks.SeriesMarks {
  /// The line that the series' label is placed along: its line or path, else the middle of its
  /// band.
  var labelLine: [Point] { lines.last ?? paths.last ?? bandMiddle }
}
