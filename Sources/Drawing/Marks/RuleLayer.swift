import Charts
import Markup

/// Lines across the whole plot.
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
          omissions.noteDropped(mark.annotation ?? datum.description)
          continue
        }
        all.append(
          Rule(
            from: Point(x: plot.left, y: y), to: Point(x: plot.right, y: y),
            annotation: mark.annotation)
        )
      case .verticalRule(let datum):
        guard layout.x.omissionReason(of: datum) == nil, let x = layout.x.position(of: datum) else {
          omissions.noteDropped(mark.annotation ?? datum.description)
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

  /// About how many bytes a line takes.
  private static let bytes = 60

  /// The lines.
  var svg: [HTML] { rules.map { PathElements.straight("rule", from: $0.from, to: $0.to) } }

  /// Marks the lines' ground as taken.
  func occupy(_ occupancy: inout OccupancyGrid) {
    for rule in rules { occupancy.occupy(along: [rule.from, rule.to], by: .rule) }
  }

  /// How many other rules strike words out.
  private func strikes(_ box: Box, besides own: Rule) -> Int {
    rules.count { rule in
      (rule.from, rule.to) != (own.from, own.to)
        && Clipping.segment(rule.from, rule.to, to: box) != nil
    }
  }

  /// The words along the lines, on ground that they take.
  func annotations(occupying occupancy: inout OccupancyGrid) -> [HTML] {
    var svg: [HTML] = []
    for rule in rules {
      guard let annotation = rule.annotation else { continue }
      let text = TextBlock(
        annotation, within: max(120, layout.plot.width * 0.75), size: layout.size)
      let spots =
        rule.isHorizontal
        ? LabelPosition.along(y: rule.from.y, text, in: layout.plot)
        : LabelPosition.along(x: rule.from.x, text, in: layout.plot)
      let leading = layout.size.leading
      let others =
        rule.isHorizontal
        ? LabelPosition.along(y: rule.from.y, text, in: layout.plot, distance: leading) : []
      let (near, cost) = LabelPosition.best(of: spots, else: others, in: layout.all) { box in
        occupancy.occupied(in: box, ignoring: .rule) + 8 * strikes(box, besides: rule)
      }
      let free =
        cost > 0
        ? LabelPosition.free(for: text, near: rule.box, in: layout.plot, avoiding: occupancy) : nil
      let spot = free ?? near
      occupancy.occupy(spot.box, by: .text)
      svg += free?.leader(to: rule.box) ?? []
      svg += text.svg(in: spot.box, SVGTextStyle(cssClass: "note", anchor: spot.anchor))
    }
    return svg
  }
}
