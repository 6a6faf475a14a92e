import Charts

/// What a chart's colours mean: a scale for numbers, the series' colours for names.
struct ColorEncoding {
  /// The values that have a colour.
  let data: AxisData
  let axis: ColorAxis
  let scale: ColorScale

  /// The shading of a chart, nil if nothing in it is coloured by a value; it serves all frames of
  /// `whole`.
  init?(_ axis: ColorAxis, of whole: Chart) {
    guard let data = AxisData.colors(of: whole) else { return nil }
    self.data = data
    self.axis = axis
    let own = Axis(axis.label, scale: axis.scale, domain: axis.domain)
    scale = ColorScale(
      axis, over: AxisDomain.of(data, own), threshold: AxisLayout.threshold(of: data))
  }

  /// Whether a value has the colour of an end that it lies beyond: only an author's ends leave
  /// values out.
  func isBeyond(_ value: Datum) -> Bool {
    guard axis.domain != nil, let number = value.number, number.isFinite else { return false }
    return scale.fraction(of: number) != nil && !scale.domain.contains(number)
  }

  /// A value's share of the palette, or what keeps it from having one.
  func fraction(of value: Datum) -> Result<Double, AxisLayout.OmissionReason> {
    guard let number = value.number, !number.isNaN else { return .failure(.notANumber) }
    if number.isInfinite { return .failure(number < 0 ? .negativelyInfinite : .infinite) }
    return scale.fraction(of: number).map { .success($0) } ?? .failure(.notPositive)
  }
}

extension AxisData {
  /// The values of a chart's cells and contours; nil if there is none.
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
