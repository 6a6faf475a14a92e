import Charts

/// A tick's position on its axis and its words, perhaps in several lines.
struct AxisLabel {
  var position: Double
  var words: Words
  /// How far it is pushed down to pass its neighbours.
  var drop = 0.0

  /// The height of the part between the axes: more for many categories that stand in a column.
  static func height(of contents: Contents, _ size: Drawing.Size) -> Double {
    guard contents.y.isCategorical else {
      return max(size.plotHeight, min(480, 26 * Double(Ridges.places(contents.chart).count)))
    }
    let bars = contents.series.count { !$0.bars.isEmpty }
    let count = contents.y.names.map { lines(of: $0, size).count }.max() ?? 1
    let band = max(30, 16 * Double(bars), size.leading * Double(count) + 8)
    return min(900, Double(contents.y.names.count) * band)
  }

  /// The labels of a vertical axis.
  static func vertical(_ y: Dimension, _ contents: Contents, _ size: Drawing.Size) -> [AxisLabel] {
    if let bands = y.bands { return column(bands, size) }
    guard contents.hasY else { return [] }
    let height = (y.end - y.start).magnitude
    let room = height < 150 ? 24 : contents.chart.yAxis.scale == .linear ? 36.0 : 32
    let count = Int(height / room)
    let ticks = y.ticks(atMost: count, wholeNumbers: contents.y.isWhole)
    let top = contents.y.highestRidge.flatMap { y.position(of: .number($0)) } ?? y.end
    return ticks.filter { $0.position > top - 0.05 }.map {
      AxisLabel(position: $0.position, words: Words([$0.words], size))
    }
  }

  /// The labels of a horizontal axis: as many as keep apart.
  static func horizontal(_ x: Dimension, _ contents: Contents, _ size: Drawing.Size) -> [AxisLabel]
  {
    if let bands = x.bands { return row(bands, size) }
    guard contents.hasX else { return [] }
    let room = contents.x.isWhole ? 24.0 : x.end - x.start < 220 ? 34 : 56
    let most = min(11, Int((x.end - x.start) / room))
    for count in (1...max(1, most)).reversed() {
      let labels = x.ticks(atMost: count, wholeNumbers: contents.x.isWhole).map {
        AxisLabel(position: $0.position, words: Words([$0.words], size))
      }
      if areApart(labels) { return labels }
    }
    return []
  }

  static func areApart(_ labels: [AxisLabel]) -> Bool {
    zip(labels, labels.dropFirst()).allSatisfy { left, right in
      right.position - left.position - (left.words.width + right.words.width) / 2 >= 10
    }
  }

  private static func lines(of name: String, _ size: Drawing.Size) -> [String] {
    Wrapping.lines(name, within: size.labelRoom, atMost: 3, size: size.text)
  }

  /// Names one above the other, as many as have room.
  private static func column(_ bands: Bands, _ size: Drawing.Size) -> [AxisLabel] {
    let every = max(1, Int((size.leading / bands.step).rounded(.up)))
    return stride(from: 0, to: bands.names.count, by: every).compactMap { index in
      let all = lines(of: bands.names[index], size)
      let words = Words(every > 1 ? Array(all.prefix(1)) : all, size)
      return bands(bands.names[index]).map { AxisLabel(position: $0, words: words) }
    }
  }

  /// Names side by side if their words have room, else in two rows; else only some of them.
  private static func row(_ bands: Bands, _ size: Drawing.Size) -> [AxisLabel] {
    if fits(bands, bandsPerName: 1, size) { return row(bands, every: 1, bandsPerName: 1, size) }
    if bands.names.count <= 12, bands.step >= 32 {
      return inTwoRows(row(bands, every: 1, bandsPerName: 2, size))
    }
    var every = 2
    while every < bands.names.count, !fits(bands, bandsPerName: every, size) { every += 1 }
    return row(bands, every: every, bandsPerName: every, size)
  }

  private static func row(_ bands: Bands, every: Int, bandsPerName: Int, _ size: Drawing.Size)
    -> [AxisLabel]
  {
    let width = bands.step * Double(bandsPerName) - 8
    return stride(from: 0, to: bands.names.count, by: every).compactMap { index in
      let lines = Wrapping.lines(bands.names[index], within: width, atMost: 3, size: size.text)
      return bands(bands.names[index]).map { AxisLabel(position: $0, words: Words(lines, size)) }
    }
  }

  private static func fits(_ bands: Bands, bandsPerName: Int, _ size: Drawing.Size) -> Bool {
    let width = bands.step * Double(bandsPerName) - 8
    return width > 150
      || bands.names.allSatisfy { !Wrapping.breaksWords($0, within: width, size: size.text) }
  }

  private static func inTwoRows(_ labels: [AxisLabel]) -> [AxisLabel] {
    let drop = labels.map(\.words.height).max() ?? 0
    return labels.enumerated().map { index, label in
      AxisLabel(position: label.position, words: label.words, drop: index % 2 == 0 ? 0 : drop)
    }
  }
}
