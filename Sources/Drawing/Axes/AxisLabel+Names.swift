import Charts

/// Labels for the categories of an axis.
extension AxisLabel {
  /// The height of the plot area, which grows with the number of categories on the vertical axis.
  static func height(of prepared: PreparedChart, _ size: Drawing.Size) -> Double {
    guard prepared.y.isCategorical else {
      return max(size.plotHeight, min(480, 26 * Double(prepared.ridgePlaces.count)))
    }
    let names = prepared.y.names
    let bars = prepared.barCount
    let needed =
      Abbreviation.lines(of: names, within: size.maxNameWidth, atMost: 3, size: size.fontSize)
      .map(\.count).max() ?? 1
    let maxLines = (1...3).last { Self.band(lines: $0, size) * Double(names.count) <= 1200 } ?? 1
    let lines = min(needed, maxLines)
    let hasNumbers = prepared.cellGrid.map { $0.values.count <= HeatMapLayer.maxNumbers } ?? false
    let least: Double = hasNumbers && size == .narrow ? 40 : names.count > 30 ? 20 : 30
    let band = max(least, 16 * Double(bars))
    let highest = max(1200, 4000 * prepared.budget.relativeLimit)
    return min(highest, Double(names.count) * max(band, Self.band(lines: lines, size)))
  }

  /// The height that a category name of the given number of lines needs on a vertical axis.
  private static func band(lines: Int, _ size: Drawing.Size) -> Double {
    size.leading * Double(lines) + (lines > 1 ? 8 : 3)
  }

  /// Labels for a vertical axis, in as many lines as fit; if not even one line fits per category,
  /// only every nth name is labelled.
  static func column(_ bands: BandScale, _ size: Drawing.Size) -> [AxisLabel] {
    let every = max(1, Int((size.leading / bands.step - 1e-9).rounded(.up)))
    let names = stride(from: 0, to: bands.names.count, by: every).map { bands.names[$0] }
    let count = min(3, max(1, Int((bands.step - 2) / size.leading)))
    let all = Abbreviation.lines(
      of: names, within: size.maxNameWidth, atMost: count, size: size.fontSize)
    return zip(names, all).compactMap { name, lines in
      bands(name).map { AxisLabel(position: $0, text: TextBlock(lines, size)) }
    }
  }

  /// Labels for a horizontal axis: in one row if they fit, else staggered in two rows, else
  /// rotated; if rotated labels do not fit either, only every nth name is labelled.
  static func row(_ bands: BandScale, _ size: Drawing.Size, within bounds: ClosedRange<Double>)
    -> [AxisLabel]
  {
    if let labels = row(bands, width: bands.step - 8, size: size)?.map({ $0.moved(into: bounds) }),
      areApart(labels, by: 4)
    {
      return labels
    }
    if bands.names.count <= 12, bands.step >= 32,
      let labels = row(bands, width: 2 * bands.step - 8, size: size)?.map({ $0.moved(into: bounds) }
      )
    {
      let rows = [0, 1].map { row in labels.indices.filter { $0 % 2 == row }.map { labels[$0] } }
      if rows.allSatisfy({ areApart($0, by: 4) }) { return staggered(labels) }
    }
    return rotated(bands, size)
  }

  /// Returns nil if a name would have to be broken inside a word or truncated.
  private static func row(_ bands: BandScale, width: Double, size: Drawing.Size) -> [AxisLabel]? {
    guard width > 0 else { return nil }
    let labels = bands.names.compactMap { name -> AxisLabel? in
      let lines = TextWrapping.lines(name, within: width, size: size.fontSize)
      let isBroken = TextWrapping.breaksWords(name, within: width, size: size.fontSize)
      guard lines.count <= 3, !isBroken || width > 150 else { return nil }
      return bands(name).map { AxisLabel(position: $0, text: TextBlock(lines, size)) }
    }
    return labels.count == bands.names.count ? labels : nil
  }

  private static func staggered(_ labels: [AxisLabel]) -> [AxisLabel] {
    let drop = labels.map(\.text.height).max() ?? 0
    return labels.enumerated().map { index, label in
      var label = label
      label.drop = index % 2 == 0 ? 0 : drop
      return label
    }
  }

  private static func rotated(_ bands: BandScale, _ size: Drawing.Size) -> [AxisLabel] {
    let every = max(1, Int((rotatedWidth / bands.step - 1e-9).rounded(.up)))
    let names = stride(from: 0, to: bands.names.count, by: every).map { bands.names[$0] }
    let all = Abbreviation.lines(
      of: names, within: size.maxNameWidth, atMost: 1, size: size.fontSize)
    return zip(names, all).compactMap { name, lines in
      bands(name).map { AxisLabel(position: $0, text: TextBlock(lines, size), isRotated: true) }
    }
  }
}
