import Charts
import Markup

/// Lines across the whole plot.
struct Rules {
  private struct Rule {
    var from: Point
    var to: Point
    var words: String?

    var isHorizontal: Bool { from.y == to.y }

    var box: Box { Box(left: from.x, top: from.y, right: to.x, bottom: to.y) }
  }

  private let rules: [Rule]
  private let layout: Layout
  private(set) var omissions = Omissions()
  private(set) var reductions = Reductions()

  init(_ chart: Chart, in layout: Layout) {
    let plot = layout.plot
    self.layout = layout
    var all: [Rule] = []
    for mark in chart.marks {
      switch mark.shape {
      case .horizontalRule(let datum):
        guard layout.y.fault(of: datum) == nil, let y = layout.y.position(of: datum) else {
          omissions.lose(mark.annotation ?? datum.description)
          continue
        }
        all.append(
          Rule(
            from: Point(x: plot.left, y: y), to: Point(x: plot.right, y: y), words: mark.annotation)
        )
      case .verticalRule(let datum):
        guard layout.x.fault(of: datum) == nil, let x = layout.x.position(of: datum) else {
          omissions.lose(mark.annotation ?? datum.description)
          continue
        }
        all.append(
          Rule(
            from: Point(x: x, y: plot.top), to: Point(x: x, y: plot.bottom), words: mark.annotation)
        )
      default: break
      }
    }
    rules = Thinning.evenly(all, atMost: layout.budget.most(Self.bytes))
    reductions.note(.rules, drawn: rules.count, of: all.count, bytes: Self.bytes)
  }

  /// About how many bytes a line takes.
  private static let bytes = 60

  /// The lines.
  var svg: [HTML] { rules.map { Shapes.straight("rule", from: $0.from, to: $0.to) } }

  /// Marks the lines' ground as taken.
  func occupy(_ ground: inout Ground) {
    for rule in rules { ground.occupy(along: [rule.from, rule.to], by: .rule) }
  }

  /// How many other rules strike words out.
  private func strikes(_ box: Box, besides own: Rule) -> Int {
    rules.count { rule in
      (rule.from, rule.to) != (own.from, own.to)
        && Clipping.segment(rule.from, rule.to, to: box) != nil
    }
  }

  /// The words along the lines, on ground that they take.
  func annotations(on ground: inout Ground) -> [HTML] {
    var svg: [HTML] = []
    for rule in rules {
      guard let text = rule.words else { continue }
      let words = Words(text, within: max(120, layout.plot.width * 0.75), layout.size)
      let spots =
        rule.isHorizontal
        ? Spot.along(y: rule.from.y, words, in: layout.plot)
        : Spot.along(x: rule.from.x, words, in: layout.plot)
      let leading = layout.size.leading
      let others =
        rule.isHorizontal
        ? Spot.along(y: rule.from.y, words, in: layout.plot, distance: leading) : []
      let (near, cost) = Spot.best(of: spots, else: others, in: layout.all) { box in
        ground.occupied(in: box, ignoring: .rule) + 8 * strikes(box, besides: rule)
      }
      let free =
        cost > 0 ? Spot.free(for: words, near: rule.box, in: layout.plot, on: ground) : nil
      let spot = free ?? near
      ground.occupy(spot.box, by: .words)
      svg += free?.leader(to: rule.box) ?? []
      svg += words.svg(in: spot.box, TextStyle(kind: "note", anchor: spot.anchor))
    }
    return svg
  }
}
