import Markup

/// Words beside marks.
enum Notes {
  /// The words beside marks, where they cover least.
  static func annotations(of ink: Ink, in layout: Layout, on ground: inout Ground) -> [HTML] {
    var svg: [HTML] = []
    let area = Box(left: 0, top: 0, right: layout.width, bottom: layout.plot.bottom + 4)
    for note in ink.notes {
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
