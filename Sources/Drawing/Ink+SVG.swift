import Markup

extension Ink {
  /// Bands and bars.
  var areas: [HTML] {
    let bands = parts.filter { !$0.bands.isEmpty }.map { Shapes.bands($0.bands, $0.series.style) }
    let bars = parts.filter { !$0.bars.isEmpty }.map { Shapes.bars($0.bars, $0.series.style) }
    let boxes = parts.filter { !$0.boxes.isEmpty }.map {
      Shapes.bars($0.boxes, $0.series.style, isSolid: true)
    }
    let ranges = parts.filter { !$0.ranges.isEmpty }.map {
      Shapes.ranges($0.ranges, $0.series.style)
    }
    return bands + bars + ranges + boxes
  }

  /// Lines, and above them dots.
  var strokes: [HTML] {
    let lines = parts.filter { !$0.lines.isEmpty }.map { Shapes.line($0.lines, $0.series.style) }
    let dots = parts.map { ($0.markers + $0.dots, $0.series.style) }.filter { !$0.0.isEmpty }
    let paths = parts.filter { !$0.paths.isEmpty }.flatMap {
      Shapes.ways($0.paths, $0.series.name == nil ? "route" : $0.series.style.colour)
    }
    let arrows = arrows.flatMap { Shapes.arrow(from: $0.from, to: $0.to, $0.kind) }
    return lines + paths + dots.map(Shapes.dots) + arrows
  }

  /// Marks the ground that the data take.
  func occupy(_ ground: inout Ground) {
    for part in parts {
      let owner = Ground.Owners.series(part.series.style.index)
      for line in part.lines + part.bands + part.paths { ground.occupy(along: line, by: owner) }
      for range in part.ranges { ground.occupy(along: [range.from, range.to], by: owner) }
      for bar in part.bars + part.boxes { ground.occupy(bar, by: owner) }
      for dot in part.markers + part.dots {
        let dotBox = Box(left: dot.x, top: dot.y, right: dot.x, bottom: dot.y).grown(by: 3)
        ground.occupy(dotBox, by: owner)
      }
    }
    for arrow in arrows { ground.occupy(along: [arrow.from, arrow.to], by: .words) }
  }
}
