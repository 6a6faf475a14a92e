import Charts
import Markup

/// Network schemes: units at the places of a coarse grid, edges as wide as what they carry.
extension Scene {
  static func scheme(_ contents: Contents, _ size: Drawing.Size) -> Scene {
    let plan = SchemePlan(contents.chart, size)
    let all = plan.edges.map { SchemeEdge($0, plan) }
    let edges = Thinning.evenly(all, atMost: contents.budget.most(SchemeEdge.bytes))
    var remarks = Remarks(contents.vocabulary)
    remarks.add(plan.omissions)
    var reductions = Reductions()
    reductions.note(.edges, drawn: edges.count, of: all.count, bytes: SchemeEdge.bytes)
    remarks.add(reductions)
    let names = contents.series.filter { $0.name != nil }
    let legend = names.count > 1 ? Legend(names, size) : Legend([], size)
    var elements = legend.svg
    elements.append("<g transform=\"translate(0 \(coordinate(legend.height)))\">")
    elements += edges.flatMap { $0.svg(contents) }
    elements += plan.nodes.flatMap { node in
      Self.unit(node.label, at: plan.place(node), radius: plan.radius, size)
    }
    elements += edges.flatMap { $0.label(size, within: plan.width) }
    elements.append("</g>")
    let remark = Words(remarks.words ?? "", within: size.width, size)
    let top = legend.height + plan.height
    let box = remark.box(with: (0, 0), at: Point(x: 0, y: top + 6))
    elements += remark.svg(in: box, TextStyle(kind: "remark"))
    let readings = edges.compactMap { $0.reading(below: legend.height) }
    return Scene(
      elements: elements, height: remark.lines.isEmpty ? top : box.bottom, remarks: remarks,
      readings: Readings(
        [Readings.Group(readings: readings)],
        axes: (contents.chart.xAxis, contents.chart.yAxis)))
  }

  private static func unit(
    _ label: String, at place: Point, radius: Double, _ size: Drawing.Size
  ) -> [HTML] {
    let words = Words(Wrapping.lines(label, within: 2 * radius, atMost: 2, size: size.text), size)
    let half = max(radius, words.width / 2 + 6)
    let (left, top) = (coordinate(place.x - half + radius), coordinate(place.y - radius))
    let (width, r) = (coordinate(2 * (half - radius)), coordinate(radius))
    let arc = "a\(r),\(r) 0 0 1 0,"
    let height = coordinate(2 * radius)
    let data = "M\(left),\(top)h\(width)\(arc)\(height)h-\(width)\(arc)-\(height)z"
    return ["<path class=\"unit\" d=\"\(data)\"/>"]
      + words.svg(
        in: words.box(with: (0.5, 0.5), at: place), TextStyle(kind: "strong", anchor: .middle))
  }
}
