import Charts

/// How a chart's colours encode values: a colour scale for numbers, series colours for names.
struct ColorEncoding {
  /// The values that are encoded as colours.
  let data: AxisData
  let axis: ColorAxis
  let scale: ColorScale

  /// Creates the encoding of a chart that is shared by all frames of `whole`; returns nil if no
  /// mark is coloured by a value.
  init?(_ axis: ColorAxis, of whole: Chart) {
    guard let data = AxisData.colors(of: whole) else { return nil }
    self.data = data
    self.axis = axis
    let own = Axis(axis.label, scale: axis.scale, domain: axis.domain)
    scale = ColorScale(
      axis, over: AxisDomain.of(data, own), threshold: AxisLayout.threshold(of: data))
  }

  /// Whether a value lies beyond the ends of the colour scale and so has the colour of an end.
  ///
  /// This can only happen if the author set the domain.
  func isBeyond(_ value: Datum) -> Bool {
    guard axis.domain != nil, let number = value.number, number.isFinite else { return false }
    return scale.fraction(of: number) != nil && !scale.domain.contains(number)
  }

  /// The position of a value on the palette from 0 to 1, or the reason why it has none.
  func fraction(of value: Datum) -> Result<Double, AxisLayout.OmissionReason> {
    guard let number = value.number, !number.isNaN else { return .failure(.notANumber) }
    if number.isInfinite { return .failure(number < 0 ? .negativelyInfinite : .infinite) }
    return scale.fraction(of: number).map { .success($0) } ?? .failure(.notPositive)
  }
}

extension AxisData {
  /// The values of a chart's cells and contours; nil if it has neither.
  static func colors(of chart: Chart) -> AxisData? {
    let values = chart.marks.lazy.flatMap(\.coloredValues)
    var data = AxisData(isCategorical: values.contains { $0.number == nil })
    for value in values { data.add(value) }
    return chart.marks.contains(where: \.isColored) ? data : nil
  }
}

extension Mark {
  var isColored: Bool {
    switch shape {
    case .cell, .cells, .contour: true
    default: false
    }
  }

  fileprivate var coloredValues: [Datum] {
    switch shape {
    case .cell(_, _, let value): [value]
    case .cells(let grid), .contour(let grid, _): grid.values
    default: []
    }
  }
}
