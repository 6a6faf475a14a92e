import Markup

/// A series' name beside its line.
struct DirectLabel {
  var words: Words
  var box: Box
  var style: SeriesStyle
  var anchor = TextStyle.Anchor.start
  /// Where its line ends, if the label had to move away from there.
  var lineEnd: Point?

  /// The leader, if there is one, and the words.
  var svg: [HTML] {
    let text = TextStyle(kind: "label \(style.colour)", anchor: anchor)
    return leader + words.svg(in: box, text)
  }

  private var leader: [HTML] {
    guard let lineEnd else { return [] }
    let bend = Point(x: lineEnd.x + 3, y: lineEnd.y)
    let tip = Point(x: box.left - 3, y: box.middle.y)
    return ["<path class=\"leader \(style.colour)\" d=\"\(path(along: [bend, tip]))\"/>"]
  }
}

extension Ink.Part {
  /// What the series' label belongs to: its line, else the middle of its band.
  var labelLine: [Point] { lines.last ?? paths.last ?? bandMiddle }
}
