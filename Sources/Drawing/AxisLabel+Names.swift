import Charts

/// The names of categories along an axis.
extension AxisLabel {
  /// The height of the part between the axes: more for many categories that stand in a column.
  static func height(of contents: Contents, _ size: Drawing.Size) -> Double {
    guard contents.y.isCategorical else {
      return max(size.plotHeight, min(480, 26 * Double(contents.ridgePlaces.count)))
    }
    let names = contents.y.names
    let bars = contents.barCount
    let needed =
      Abbreviation.lines(of: names, within: size.nameRoom, atMost: 3, size.text)
      .map(\.count).max() ?? 1
    let most = (1...3).last { Self.band(lines: $0, size) * Double(names.count) <= 1200 } ?? 1
    let lines = min(needed, most)
    let hasNumbers = contents.lattice.map { $0.values.count <= Mosaic.mostNumbers } ?? false
    let least: Double = hasNumbers && size == .narrow ? 40 : names.count > 30 ? 20 : 30
    let band = max(least, 16 * Double(bars))
    let highest = max(1200, 4000 * contents.budget.part)
    return min(highest, Double(names.count) * max(band, Self.band(lines: lines, size)))
  }

  /// The room that a name of so many lines takes in a column.
  private static func band(lines: Int, _ size: Drawing.Size) -> Double {
    size.leading * Double(lines) + (lines > 1 ? 8 : 3)
  }

  /// Names one above the other, in as many lines as have room; where not even one line has, some of
  /// the names.
  static func column(_ bands: Bands, _ size: Drawing.Size) -> [AxisLabel] {
    let every = max(1, Int((size.leading / bands.step - 1e-9).rounded(.up)))
    let names = stride(from: 0, to: bands.names.count, by: every).map { bands.names[$0] }
    let count = min(3, max(1, Int((bands.step - 2) / size.leading)))
    let all = Abbreviation.lines(of: names, within: size.nameRoom, atMost: count, size.text)
    return zip(names, all).compactMap { name, lines in
      bands(name).map { AxisLabel(position: $0, words: Words(lines, size)) }
    }
  }

  /// Names side by side if their words have room, else in two rows, else turned; where not even
  /// these have room, some of them.
  static func row(_ bands: Bands, _ size: Drawing.Size, within room: ClosedRange<Double>)
    -> [AxisLabel]
  {
    if let labels = row(bands, width: bands.step - 8, size)?.map({ $0.moved(into: room) }),
      areApart(labels, by: 4)
    {
      return labels
    }
    if bands.names.count <= 12, bands.step >= 32,
      let labels = row(bands, width: 2 * bands.step - 8, size)?.map({ $0.moved(into: room) })
    {
      let rows = [0, 1].map { row in labels.indices.filter { $0 % 2 == row }.map { labels[$0] } }
      if rows.allSatisfy({ areApart($0, by: 4) }) { return inTwoRows(labels) }
    }
    return turned(bands, size)
  }

  /// Nil if some name would be broken inside a word or cut.
  private static func row(_ bands: Bands, width: Double, _ size: Drawing.Size) -> [AxisLabel]? {
    guard width > 0 else { return nil }
    let labels = bands.names.compactMap { name -> AxisLabel? in
      let lines = Wrapping.lines(name, within: width, size: size.text)
      let isBroken = Wrapping.breaksWords(name, within: width, size: size.text)
      guard lines.count <= 3, !isBroken || width > 150 else { return nil }
      return bands(name).map { AxisLabel(position: $0, words: Words(lines, size)) }
    }
    return labels.count == bands.names.count ? labels : nil
  }

  private static func inTwoRows(_ labels: [AxisLabel]) -> [AxisLabel] {
    let drop = labels.map(\.words.height).max() ?? 0
    return labels.enumerated().map { index, label in
      var label = label
      label.drop = index % 2 == 0 ? 0 : drop
      return label
    }
  }

  private static func turned(_ bands: Bands, _ size: Drawing.Size) -> [AxisLabel] {
    let every = max(1, Int((turnedWidth / bands.step - 1e-9).rounded(.up)))
    let names = stride(from: 0, to: bands.names.count, by: every).map { bands.names[$0] }
    let all = Abbreviation.lines(of: names, within: size.nameRoom, atMost: 1, size.text)
    return zip(names, all).compactMap { name, lines in
      bands(name).map { AxisLabel(position: $0, words: Words(lines, size), isTurned: true) }
    }
  }
}
