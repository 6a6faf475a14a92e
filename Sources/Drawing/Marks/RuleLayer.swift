import Charts
import Markup

/// Draws lines across the whole plot.
struct RuleLayer {
  private struct Rule {
    var from: Point
    var to: Point
    var annotation: String?

    var isHorizontal: Bool { from.y == to.y }

    var box: Box { Box(left: from.x, top: from.y, right: to.x, bottom: to.y) }
  }

  private let rules: [Rule]
  private let layout: Layout
  private(set) var omissions = Omissions()
  private(set) var downsampling = DownsamplingReport()

  init(_ chart: Chart, in layout: Layout) {
    let plot = layout.plot
    self.layout = layout
    var all: [Rule] = []
    for mark in chart.marks {
      switch mark.shape {
      case .horizontalRule(let datum):
        guard layout.y.omissionReason(of: datum) == nil, let y = layout.y.position(of: datum) else {
          omissions.recordDropped(mark.annotation ?? datum.description)
          continue
        }
        all.append(
          Rule(
            from: Point(x: plot.left, y: y), to: Point(x: plot.right, y: y),
            annotation: mark.annotation)
        )
      case .verticalRule(let datum):
        guard layout.x.omissionReason(of: datum) == nil, let x = layout.x.position(of: datum) else {
          omissions.recordDropped(mark.annotation ?? datum.description)
          continue
        }
        all.append(
          Rule(
            from: Point(x: x, y: plot.top), to: Point(x: x, y: plot.bottom),
            annotation: mark.annotation)
        )
      default: break
      }
    }
    rules = Downsampling.evenly(all, atMost: layout.budget.maxCount(bytesEach: Self.bytes))
    downsampling.record(.rules, drawn: rules.count, of: all.count, bytes: Self.bytes)
  }

  /// The approximate size of a line in bytes.
  private static let bytes = 60

  /// The lines without their annotations.
  var svg: [HTML] { rules.map { PathElements.straight("rule", from: $0.from, to: $0.to) } }

  /// Marks the area of the lines as occupied.
  func occupy(_ occupancy: inout OccupancyGrid) {
    for rule in rules { occupancy.occupy(along: [rule.from, rule.to], by: .rule) }
  }

  /// The number of other rules that cross a box.
  private func crossings(_ box: Box, besides own: Rule) -> Int {
    rules.count { rule in
      (rule.from, rule.to) != (own.from, own.to)
        && Clipping.segment(rule.from, rule.to, to: box) != nil
    }
  }

  /// Places the annotations along the lines, and marks their area as occupied.
  func annotations(occupying occupancy: inout OccupancyGrid) -> [HTML] {
    var svg: [HTML] = []
    for rule in rules {
      guard let annotation = rule.annotation else { continue }
      let text = TextBlock(
        annotation, within: max(120, layout.plot.width * 0.75), size: layout.size)
      let candidates =
        rule.isHorizontal
        ? LabelPosition.along(y: rule.from.y, text, in: layout.plot)
        : LabelPosition.along(x: rule.from.x, text, in: layout.plot)
      let leading = layout.size.leading
      let others =
        rule.isHorizontal
        ? LabelPosition.along(y: rule.from.y, text, in: layout.plot, distance: leading) : []
      let (near, cost) = LabelPosition.best(of: candidates, else: others, in: layout.area) { box in
        occupancy.cost(in: box, ignoring: .rule) + 8 * crossings(box, besides: rule)
      }
      let free =
        cost > 0
        ? LabelPosition.free(for: text, near: rule.box, in: layout.plot, avoiding: occupancy) : nil
      let candidate = free ?? near
      occupancy.occupy(candidate.box, by: .text)
      svg += free?.leader(to: rule.box) ?? []
      svg += text.svg(in: candidate.box, SVGTextStyle(cssClass: "note", anchor: candidate.anchor))
    }
    return svg
  }
}
