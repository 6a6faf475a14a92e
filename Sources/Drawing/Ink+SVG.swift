import Markup

extension Ink {
  /// Bands, histograms and bars.
  var areas: [HTML] {
    let bands = parts.filter { !$0.bands.isEmpty }.map { Shapes.bands($0.bands, $0.series.style) }
    let histograms = parts.filter { !$0.histograms.isEmpty }.map {
      Shapes.outlines($0.histograms, "steps \($0.series.style.colour) \($0.series.style.dash)")
    }
    let rectangles = parts.filter { !$0.rectangles.isEmpty }.map {
      Shapes.rectangles($0.rectangles, $0.series.style)
    }
    let bars = parts.filter { !$0.bars.isEmpty }.map { Shapes.bars($0.bars, $0.series.style) }
    let boxes = parts.filter { !$0.boxes.isEmpty }.map {
      Shapes.bars($0.boxes, $0.series.style, isSolid: true)
    }
    let ranges = parts.filter { !$0.ranges.isEmpty }.flatMap {
      Shapes.ranges($0.ranges, $0.series.style, areOnBars: !$0.bars.isEmpty)
    }
    return bands + histograms + rectangles + bars + ranges + boxes
  }

  /// Lines, and above them dots.
  var strokes: [HTML] {
    let lines = parts.filter { !$0.lines.isEmpty }.map { Shapes.line($0.lines, $0.series.style) }
    let paths = parts.filter { !$0.paths.isEmpty }.flatMap {
      Shapes.ways($0.paths, $0.series.name == nil ? "route" : $0.series.style.colour)
    }
    return lines + paths + dots + Shapes.arrows(arrows)
  }

  private var dots: [HTML] {
    parts.flatMap { part -> [HTML] in
      let style = part.series.style
      let groups = [(part.markers, 3.0), (part.dots, dotRadius)].filter { !$0.0.isEmpty }
      return groups.flatMap { places, radius -> [HTML] in
        let dots = Shapes.dots(places, style, radius: radius)
        return isOnGround ? [Shapes.ring(places, radius: radius), dots] : [dots]
      }
    }
  }

  /// Marks the ground that the data take.
  func occupy(_ ground: inout Ground) {
    for part in parts {
      let owner = Ground.Owners.series(part.series.style.index)
      for line in part.lines + part.bands + part.paths + part.histograms {
        ground.occupy(along: line, by: owner)
      }
      for range in part.ranges { ground.occupy(along: [range.from, range.to], by: owner) }
      for bar in part.bars + part.boxes + part.rectangles { ground.occupy(bar, by: owner) }
      for dot in part.markers + part.dots {
        let dotBox = Box(left: dot.x, top: dot.y, right: dot.x, bottom: dot.y).grown(by: 3)
        ground.occupy(dotBox, by: owner)
      }
    }
    for arrow in arrows { ground.occupy(along: [arrow.from, arrow.to], by: .words) }
  }
}
