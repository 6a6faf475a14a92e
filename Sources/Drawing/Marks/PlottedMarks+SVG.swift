import Markup

extension PlottedMarks {
  /// The SVG of bands, histograms, rectangles, bars and ranges.
  var areas: [HTML] {
    let bands = parts.filter { !$0.bands.isEmpty }.map {
      PathElements.bands($0.bands, $0.series.style)
    }
    let histograms = parts.filter { !$0.histograms.isEmpty }.map {
      PathElements.outlines(
        $0.histograms, "steps \($0.series.style.colour) \($0.series.style.dash)")
    }
    let rectangles = parts.filter { !$0.rectangles.isEmpty }.map {
      PathElements.rectangles($0.rectangles, $0.series.style)
    }
    let bars = parts.filter { !$0.bars.isEmpty }.map { PathElements.bars($0.bars, $0.series.style) }
    let boxes = parts.filter { !$0.boxes.isEmpty }.map {
      PathElements.bars($0.boxes, $0.series.style, isSolid: true)
    }
    let ranges = parts.filter { !$0.ranges.isEmpty }.flatMap {
      PathElements.ranges($0.ranges, $0.series.style, onBars: !$0.bars.isEmpty)
    }
    return bands + histograms + rectangles + bars + ranges + boxes
  }

  /// The SVG of lines, paths, dots and arrows.
  var strokes: [HTML] {
    let lines = parts.filter { !$0.lines.isEmpty }.map {
      PathElements.line($0.lines, $0.series.style)
    }
    let paths = parts.filter { !$0.paths.isEmpty }.flatMap {
      PathElements.arrowPaths($0.paths, $0.series.name == nil ? "route" : $0.series.style.colour)
    }
    return lines + paths + dots + PathElements.arrows(arrows)
  }

  private var dots: [HTML] {
    parts.flatMap { part -> [HTML] in
      let style = part.series.style
      let groups = [(part.markers, 3.0), (part.dots, dotRadius)].filter { !$0.0.isEmpty }
      return groups.flatMap { places, radius -> [HTML] in
        let dots = PathElements.dots(places, style, radius: radius)
        return isOnColor ? [PathElements.ring(places, radius: radius), dots] : [dots]
      }
    }
  }

  /// Marks the area of the data as occupied.
  func occupy(_ occupancy: inout OccupancyGrid) {
    for part in parts {
      let owner = OccupancyGrid.Owners.series(part.series.style.index)
      for line in part.lines + part.bands + part.paths + part.histograms {
        occupancy.occupy(along: line, by: owner)
      }
      for range in part.ranges { occupancy.occupy(along: [range.from, range.to], by: owner) }
      for bar in part.bars + part.boxes + part.rectangles { occupancy.occupy(bar, by: owner) }
      for dot in part.markers + part.dots {
        let dotBox = Box(left: dot.x, top: dot.y, right: dot.x, bottom: dot.y).grown(by: 3)
        occupancy.occupy(dotBox, by: owner)
      }
    }
    for arrow in arrows { occupancy.occupy(along: [arrow.from, arrow.to], by: .text) }
  }
}
