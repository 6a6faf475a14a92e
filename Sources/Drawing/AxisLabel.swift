import Charts
import Markup

/// A tick's position on its axis and its words, perhaps in several lines.
struct AxisLabel {
  var position: Double
  var words: Words
  /// How far it is pushed down to pass its neighbours.
  var drop = 0.0
  /// How far its words are moved along a horizontal axis, so that they stay inside the drawing.
  var shift = 0.0
  /// Whether it reads upwards.
  var isTurned = false

  /// How far its words reach below a horizontal axis.
  var depth: Double { drop + (isTurned ? words.width : words.height) }

  /// The width of its words below a horizontal axis.
  var width: Double { isTurned ? Self.turnedWidth : words.width }

  /// The box of its words below a horizontal axis.
  func box(below y: Double) -> Box {
    let middle = position + shift
    return Box(
      left: middle - width / 2, top: y + drop, right: middle + width / 2, bottom: y + depth)
  }

  /// The words, below a horizontal axis.
  func svg(below y: Double) -> [HTML] {
    guard isTurned else {
      return words.svg(in: box(below: y), TextStyle(anchor: .middle, isAnchoredByGroup: true))
    }
    let style = TextStyle(anchor: .end, isTurned: true)
    return words.lines.map { Lettering.text($0, at: Point(x: position + shift, y: y), style) }
  }

  /// The room that one line of words takes across.
  static let turnedWidth = 14.0

  /// The labels of a vertical axis.
  static func vertical(_ y: Dimension, _ contents: Contents, _ size: Drawing.Size) -> [AxisLabel] {
    if let bands = y.bands { return column(bands, size) }
    guard contents.hasY else { return [] }
    let most = Self.most((y.end - y.start).magnitude, contents.chart.yAxis.scale)
    let rows = (2...most).reversed().lazy.map { count in
      Self.labels(y.ticks(atMost: count, of: contents.y), size)
    }
    let row =
      rows.first { row in
        zip(row, row.dropFirst()).allSatisfy {
          ($0.position - $1.position).magnitude >= size.leading
        }
      } ?? Self.labels(y.ends, size)
    let top = contents.y.highestRidge.flatMap { y.position(of: .number($0)) } ?? y.end
    return row.filter { $0.position > top - 0.05 }
  }

  /// How many ticks a vertical axis of numbers may have.
  static func most(_ height: Double, _ scale: Scale) -> Int {
    let room = height < 150 ? 24 : scale == .linear ? 36.0 : 32
    return max(2, Int(height / room))
  }

  /// The labels of a horizontal axis: the places of measurements if they are few, else as many as
  /// keep apart.
  ///
  /// - Parameters:
  ///   - x: The axis.
  ///   - contents: What the chart holds.
  ///   - size: The measure.
  ///   - room: What the words must not leave.
  /// - Returns: The labels, from the left.
  static func horizontal(
    _ x: Dimension, _ contents: Contents, _ size: Drawing.Size, within room: ClosedRange<Double>
  ) -> [AxisLabel] {
    if let bands = x.bands { return row(bands, size, within: room) }
    guard contents.hasX else { return [] }
    let measured = labels(x.ticks(at: contents.x.measured ?? []), size).map { $0.moved(into: room) }
    if measured.count > 2, areApart(measured) { return measured }
    let width = x.end - x.start
    let most = min(11, Int(width / (contents.x.isWhole ? 24 : width < 220 ? 34 : 56)))
    for count in (2...max(3, most)).reversed() {
      let row = labels(x.ticks(atMost: count, of: contents.x), size).map { $0.moved(into: room) }
      if areApart(row) { return row }
    }
    return pushedApart(labels(x.ends, size), within: room)
  }

  /// Two labels, as far apart as keeps them inside; if that is not enough, one below the other.
  private static func pushedApart(_ labels: [AxisLabel], within room: ClosedRange<Double>)
    -> [AxisLabel]
  {
    guard var left = labels.first?.moved(into: room), var right = labels.last?.moved(into: room)
    else { return [] }
    let missing = max(0, 10 - (right.box(below: 0).left - left.box(below: 0).right))
    left.shift -= missing / 2
    right.shift += missing / 2
    var pair = [left.moved(into: room), right.moved(into: room)]
    if !areApart(pair, by: 2) { pair[1].drop = pair[0].depth }
    return pair
  }

  static func areApart(_ labels: [AxisLabel], by gap: Double = 10) -> Bool {
    let boxes = labels.map { $0.box(below: 0) }
    return zip(boxes, boxes.dropFirst()).allSatisfy { $1.left - $0.right >= gap }
  }

  /// The label with its words moved as little as puts them inside.
  func moved(into room: ClosedRange<Double>) -> AxisLabel {
    let box = box(below: 0)
    var label = self
    label.shift += max(room.lowerBound - box.left, min(0, room.upperBound - box.right))
    return label
  }

  private static func labels(_ ticks: [Dimension.Tick], _ size: Drawing.Size) -> [AxisLabel] {
    ticks.map { AxisLabel(position: $0.position, words: Words([$0.words], size)) }
  }
}
