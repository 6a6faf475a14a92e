import Charts

/// Histograms, drawn as stepped outlines of the non-empty bins.
extension PlottedMarks {
  mutating func drawHistograms(of series: Series, into part: inout SeriesMarks) {
    for mark in series.histograms {
      guard case .histogram(let ridge) = mark.shape else { continue }
      omissions.record(ridge)
      let outlines = steps(of: ridge)
      part.histograms += outlines
      if let annotation = mark.annotation, let highest = outlines.joined().min(by: { $0.y < $1.y })
      {
        addAnnotation(annotation, at: highest)
      }
    }
  }

  /// One outline for each run of consecutive non-empty bins, starting and ending at the baseline.
  private mutating func steps(of ridge: Ridge) -> [[Point]] {
    var outlines: [[Point]] = []
    var outline: [Point] = []
    let base = layout.y.base
    for (bin, count) in ridge.counts.enumerated() {
      guard count > 0, let box = box(of: ridge, bin, count: count, base: base) else {
        close()
        continue
      }
      if outline.isEmpty { outline.append(Point(x: box.left, y: base)) }
      outline.append(Point(x: box.left, y: box.top))
      outline.append(Point(x: box.right, y: box.top))
    }
    close()
    return outlines

    func close() {
      guard let last = outline.last else { return }
      outlines.append(outline + [Point(x: last.x, y: base)])
      outline = []
    }
  }

  /// The bar of a bin, clipped to the plot; nil if it is entirely outside.
  private mutating func box(of ridge: Ridge, _ bin: Int, count: Double, base: Double) -> Box? {
    let (start, end) = (Datum.number(ridge.edge(bin)), Datum.number(ridge.edge(bin + 1)))
    let reasons = [
      layout.x.omissionReason(of: start), layout.x.omissionReason(of: end),
      layout.y.omissionReason(of: .number(count)),
    ].compactMap { $0 }
    if let reason = reasons.first(where: { $0 != .outside }) ?? reasons.first {
      omissions.record(reason, at: nil, of: SeriesStyle(index: 0))
    }
    guard let left = layout.x.position(of: start), let right = layout.x.position(of: end),
      let top = layout.y.position(of: .number(count))
    else { return nil }
    let (from, to) = (clamped(Point(x: left, y: top)), clamped(Point(x: right, y: top)))
    return from.x < to.x ? Box(left: from.x, top: from.y, right: to.x, bottom: base) : nil
  }
}
