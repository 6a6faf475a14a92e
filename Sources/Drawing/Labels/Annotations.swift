import Markup

/// Places the annotations of marks.
enum Annotations {
  /// The SVG of the annotations, each placed where it overlaps least.
  static func svg(
    of plottedMarks: PlottedMarks, in layout: Layout, occupying occupancy: inout OccupancyGrid
  ) -> [HTML] {
    var svg: [HTML] = []
    let area = Box(left: 0, top: 0, right: layout.width, bottom: layout.plot.bottom + 4)
    for annotation in plottedMarks.annotations {
      let text = TextBlock(
        annotation.text, within: max(110, layout.plot.width * 0.4), size: layout.size)
      let around = LabelPosition.around(annotation.place, text, distance: 7)
      let candidates = annotation.isBehind ? around.suffix(2) + around : around
      let (near, cost) = LabelPosition.best(of: candidates, in: area) { occupancy.cost(in: $0) }
      let target = Box(at: annotation.place)
      let free =
        cost > 0 ? LabelPosition.free(for: text, near: target, in: area, avoiding: occupancy) : nil
      let candidate = free ?? near
      occupancy.occupy(candidate.box, by: .text)
      svg += free?.leader(to: target) ?? []
      svg += text.svg(
        in: candidate.box, SVGTextStyle(cssClass: "note strong", anchor: candidate.anchor))
    }
    return svg
  }
}
