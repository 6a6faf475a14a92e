import Charts
import Markup

/// Words inside the plot that are no series' names.
enum Notes {
  /// The words of text marks, centred on their places whatever is there.
  static func texts(of chart: Chart, in layout: Layout, on ground: inout Ground) -> [HTML] {
    var svg: [HTML] = []
    for mark in chart.marks {
      guard case .text(let text, let x, let y) = mark.shape,
        layout.x.fault(of: x) == nil, layout.y.fault(of: y) == nil,
        let x = layout.x.position(of: x), let y = layout.y.position(of: y)
      else { continue }
      let words = Words(text, within: layout.plot.width, layout.size)
      let box = words.box(with: (0.5, 0.5), at: Point(x: x, y: y)).moved(into: layout.all)
      ground.occupy(box, by: .words)
      svg += words.svg(in: box, TextStyle(kind: "note", anchor: .middle))
    }
    return svg
  }

  /// The words beside marks, where they cover least.
  static func annotations(of ink: Ink, in layout: Layout, on ground: inout Ground) -> [HTML] {
    var svg: [HTML] = []
    let area = Box(left: 0, top: 0, right: layout.width, bottom: layout.plot.bottom + 4)
    for note in ink.notes.prefix(60) {
      let words = Words(note.words, within: max(110, layout.plot.width * 0.4), layout.size)
      let around = Spot.around(note.place, words, distance: 7)
      let spots = note.isBehind ? around.suffix(2) + around : around
      let (near, cost) = Spot.best(of: spots, in: area) { ground.occupied(in: $0) }
      let target = Box(at: note.place)
      let free = cost > 0 ? Spot.free(for: words, near: target, in: area, on: ground) : nil
      let spot = free ?? near
      ground.occupy(spot.box, by: .words)
      svg += free?.leader(to: target) ?? []
      svg += words.svg(in: spot.box, TextStyle(kind: "note strong", anchor: spot.anchor))
    }
    return svg
  }
}
