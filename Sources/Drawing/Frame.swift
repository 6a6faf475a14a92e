import Markup

/// Grid, ticks and titles: all of a drawing that is not data.
struct Frame {
  let layout: Layout

  /// What lies under the data.
  var grid: [HTML] {
    let plot = layout.plot
    var lines: [HTML] = []
    if layout.y.bands == nil {
      lines += layout.yLabels.map { horizontal("grid", $0.position) }
    } else {
      lines += layout.xLabels.map { vertical("grid", $0.position) }
    }
    if let zero = layout.y.zero { lines.append(horizontal("zero", zero)) }
    if let zero = layout.x.zero { lines.append(vertical("zero", zero)) }
    if layout.x.bands == nil, layout.y.bands == nil {
      lines += layout.xLabels.map {
        Shapes.straight(
          "tick", from: Point(x: $0.position, y: plot.bottom),
          to: Point(x: $0.position, y: plot.bottom + 4))
      }
    }
    return lines
  }

  /// The words at ticks and the axes' titles.
  var words: [HTML] {
    let ticks =
      yBoxes.flatMap { $0.words.svg(in: $0.box, TextStyle(anchor: .end)) }
      + xBoxes.flatMap { $0.words.svg(in: $0.box, TextStyle(anchor: .middle)) }
    let titles = zip(titleBoxes, [TextStyle.Anchor.middle, .start]).flatMap { title, anchor in
      title.words.svg(in: title.box, TextStyle(anchor: anchor))
    }
    return ticks + titles
  }

  /// Marks the words' ground as taken.
  func occupy(_ ground: inout Ground) {
    for (_, box) in yBoxes + xBoxes + titleBoxes { ground.occupy(box, by: .words) }
  }

  private var yBoxes: [(words: Words, box: Box)] {
    layout.yLabels.map {
      ($0.words, $0.words.box(with: (1, 0.5), at: Point(x: layout.plot.left - 8, y: $0.position)))
    }
  }

  private var xBoxes: [(words: Words, box: Box)] {
    layout.xLabels.map {
      let place = Point(x: $0.position, y: layout.plot.bottom + 6 + $0.drop)
      return ($0.words, $0.words.box(with: (0.5, 0), at: place))
    }
  }

  private var titleBoxes: [(words: Words, box: Box)] {
    let top = layout.plot.top - layout.size.leading / 2 - 4
    let (x, y) = (layout.xTitle, layout.yTitle)
    let middle = min(max(layout.plot.middle.x, x.width / 2), layout.size.width - x.width / 2)
    return [
      (x, x.box(with: (0.5, 1), at: Point(x: middle, y: layout.bottom))),
      (y, y.box(with: (0, 1), at: Point(x: 0, y: top))),
    ]
  }

  private func horizontal(_ kind: String, _ y: Double) -> HTML {
    let (left, right) = (layout.plot.left, layout.plot.right)
    return Shapes.straight(kind, from: Point(x: left, y: y), to: Point(x: right, y: y))
  }

  private func vertical(_ kind: String, _ x: Double) -> HTML {
    let (top, bottom) = (layout.plot.top, layout.plot.bottom)
    return Shapes.straight(kind, from: Point(x: x, y: top), to: Point(x: x, y: bottom))
  }
}
