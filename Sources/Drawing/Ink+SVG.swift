import Markup

extension Ink {
  /// Bands and bars.
  var areas: [HTML] {
    let bands = parts.filter { !$0.bands.isEmpty }.map { Shapes.bands($0.bands, $0.series.style) }
    let bars = parts.filter { !$0.bars.isEmpty }.map { Shapes.bars($0.bars, $0.series.style) }
    return bands + bars
  }

  /// Lines, and above them dots.
  var strokes: [HTML] {
    let lines = parts.filter { !$0.lines.isEmpty }.map { Shapes.line($0.lines, $0.series.style) }
    let dots = parts.map { ($0.markers + $0.dots, $0.series.style) }.filter { !$0.0.isEmpty }
    return lines + dots.map(Shapes.dots)
  }

  /// Marks the ground that the data take.
  func occupy(_ ground: inout Ground) {
    for part in parts {
      let owner = Ground.Owners.series(part.series.style.index)
      for line in part.lines + part.bands { ground.occupy(along: line, by: owner) }
      for bar in part.bars { ground.occupy(bar, by: owner) }
      for dot in part.markers + part.dots {
        let dotBox = Box(left: dot.x, top: dot.y, right: dot.x, bottom: dot.y).grown(by: 3)
        ground.occupy(dotBox, by: owner)
      }
    }
  }
}
