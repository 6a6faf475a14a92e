import Charts
import Markup

/// A label at a tick: its position on the axis and its text, possibly in several lines.
struct AxisLabel {
  var position: Double
  var text: TextBlock
  /// How far the label is moved down to clear its neighbours.
  var drop = 0.0
  /// How far the text is moved along a horizontal axis to stay inside the drawing.
  var shift = 0.0
  /// Whether the text is rotated to read upwards.
  var isRotated = false

  /// How far the text extends below a horizontal axis.
  var depth: Double { drop + (isRotated ? text.width : text.height) }

  /// The width that the text takes along a horizontal axis.
  var width: Double { isRotated ? Self.rotatedWidth : text.width }

  /// The bounding box of the text below a horizontal axis.
  func box(below y: Double) -> Box {
    let middle = position + shift
    return Box(
      left: middle - width / 2, top: y + drop, right: middle + width / 2, bottom: y + depth)
  }

  /// The SVG of the text below a horizontal axis.
  func svg(below y: Double) -> [HTML] {
    guard isRotated else {
      return text.svg(in: box(below: y), SVGTextStyle(anchor: .middle, isAnchoredByGroup: true))
    }
    let style = SVGTextStyle(anchor: .end, isRotated: true)
    return text.lines.map {
      TextRendering.text($0, at: Point(x: position + shift, y: y), style: style)
    }
  }

  /// The width that one line of rotated text takes along the axis.
  static let rotatedWidth = 14.0

  /// The labels of a vertical axis.
  static func vertical(_ y: AxisLayout, _ prepared: PreparedChart, size: Drawing.Size)
    -> [AxisLabel]
  {
    if let bands = y.bands { return column(bands, size) }
    guard prepared.hasY else { return [] }
    let limit = Self.maxTicks((y.end - y.start).magnitude, prepared.chart.yAxis.scale)
    let rows = (2...limit).reversed().lazy.map { count in
      Self.labels(y.ticks(atMost: count, of: prepared.y), size)
    }
    let row =
      rows.first { row in
        zip(row, row.dropFirst()).allSatisfy {
          ($0.position - $1.position).magnitude >= size.leading
        }
      } ?? Self.labels(y.ends, size)
    let top = prepared.y.highestRidge.flatMap { y.position(of: .number($0)) } ?? y.end
    return row.filter { $0.position > top - 0.05 }
  }

  /// The maximum number of ticks on a vertical axis of numbers.
  static func maxTicks(_ height: Double, _ scale: Scale) -> Int {
    let spacing = height < 150 ? 24 : scale == .linear ? 36.0 : 32
    return max(2, Int(height / spacing))
  }

  /// The labels of a horizontal axis: at the measured values if they are few, else as many round
  /// numbers as fit.
  ///
  /// - Parameters:
  ///   - x: The axis.
  ///   - prepared: The chart.
  ///   - size: The size of the drawing.
  ///   - bounds: The range that the text must stay in.
  /// - Returns: The labels, from left to right.
  static func horizontal(
    _ x: AxisLayout, _ prepared: PreparedChart, size: Drawing.Size,
    within bounds: ClosedRange<Double>
  ) -> [AxisLabel] {
    if let bands = x.bands { return row(bands, size, within: bounds) }
    guard prepared.hasX else { return [] }
    let measured = labels(x.ticks(at: prepared.x.measured ?? []), size).map {
      $0.moved(into: bounds)
    }
    if measured.count > 2, areApart(measured) { return measured }
    let width = x.end - x.start
    let limit = min(11, Int(width / (prepared.x.isWhole ? 24 : width < 220 ? 34 : 56)))
    for count in (2...max(3, limit)).reversed() {
      let row = labels(x.ticks(atMost: count, of: prepared.x), size).map { $0.moved(into: bounds) }
      if areApart(row) { return row }
    }
    return pushedApart(labels(x.ends, size), within: bounds)
  }

  /// Two labels, as far apart as the bounds allow; if they still overlap, the second is placed
  /// below the first.
  private static func pushedApart(_ labels: [AxisLabel], within bounds: ClosedRange<Double>)
    -> [AxisLabel]
  {
    guard var left = labels.first?.moved(into: bounds), var right = labels.last?.moved(into: bounds)
    else { return [] }
    let missing = max(0, 10 - (right.box(below: 0).left - left.box(below: 0).right))
    left.shift -= missing / 2
    right.shift += missing / 2
    var pair = [left.moved(into: bounds), right.moved(into: bounds)]
    if !areApart(pair, by: 2) { pair[1].drop = pair[0].depth }
    return pair
  }

  static func areApart(_ labels: [AxisLabel], by gap: Double = 10) -> Bool {
    let boxes = labels.map { $0.box(below: 0) }
    return zip(boxes, boxes.dropFirst()).allSatisfy { $1.left - $0.right >= gap }
  }

  /// Returns the label with its text moved by the smallest distance that puts it inside the bounds.
  func moved(into bounds: ClosedRange<Double>) -> AxisLabel {
    let box = box(below: 0)
    var label = self
    label.shift += max(bounds.lowerBound - box.left, min(0, bounds.upperBound - box.right))
    return label
  }

  private static func labels(_ ticks: [AxisLayout.Tick], _ size: Drawing.Size) -> [AxisLabel] {
    ticks.map { AxisLabel(position: $0.position, text: TextBlock([$0.text], size)) }
  }
}
