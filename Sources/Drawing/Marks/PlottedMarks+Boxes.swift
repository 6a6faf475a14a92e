import Charts

/// Marks that are drawn as boxes: bars, intervals and rectangles.
extension PlottedMarks {
  mutating func drawBars(_ series: Series, _ slot: BarSlot, into part: inout SeriesMarks) {
    for bar in series.bars {
      guard let point = place(bar.x, bar.y, of: series.style, annotation: bar.annotation) else {
        continue
      }
      let box = slot.box(to: clamped(point))
      part.bars.append(box)
      addAnnotation(bar.annotation, at: slot.tip(of: box), isBehind: slot.isHorizontal)
    }
  }

  mutating func drawIntervals(_ series: Series, _ slot: BarSlot, into part: inout SeriesMarks) {
    for bar in series.barIntervals {
      guard let box = box(bar, of: series.style, slot: slot) else { continue }
      part.boxes.append(box)
      addAnnotation(bar.annotation, at: Point(x: box.middle.x, y: box.top))
    }
    for range in series.ranges {
      guard let box = box(range, of: series.style, slot: slot) else { continue }
      let x = box.middle.x
      part.ranges.append((Point(x: x, y: box.bottom), Point(x: x, y: box.top)))
      addAnnotation(range.annotation, at: Point(x: x, y: box.top))
    }
  }

  private mutating func box(_ interval: Series.Interval, of style: SeriesStyle, slot: BarSlot)
    -> Box?
  {
    let start = edge(interval.x, interval.low, of: style)
    let end = edge(interval.x, interval.high, of: style, annotation: interval.annotation)
    guard let start, let end else { return nil }
    return slot.box(from: clamped(start), to: clamped(end))
  }

  mutating func drawRectangles(of series: Series, into part: inout SeriesMarks) {
    for mark in series.rectangles {
      guard case .rectangle(let x, let xEnd, let y, let yEnd) = mark.shape,
        let start = edge(x, y, of: series.style).map(clamped),
        let end = edge(xEnd, yEnd, of: series.style).map(clamped)
      else {
        omissions.recordDropped(mark.annotation)
        continue
      }
      let box = Box(
        left: min(start.x, end.x), top: min(start.y, end.y), right: max(start.x, end.x),
        bottom: max(start.y, end.y))
      part.rectangles.append(box)
      addAnnotation(mark.annotation, at: Point(x: box.middle.x, y: box.top))
    }
  }
}
