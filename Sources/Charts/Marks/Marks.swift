/// A vertex of a line; the vertices of one series are joined in order.
public struct LineMark: ChartContent {
  /// The vertex alone.
  public let marks: [Mark]

  /// Creates a vertex; NaN and ∞ interrupt the line and are marked.
  public init(x: some Plottable, y: some Plottable, series: String? = nil) {
    marks = [Mark(.line(x: x.datum, y: y.datum), series: series)]
  }
}

/// A dot.
public struct PointMark: ChartContent {
  /// The dot alone.
  public let marks: [Mark]

  /// Creates a dot.
  public init(x: some Plottable, y: some Plottable, series: String? = nil) {
    marks = [Mark(.point(x: x.datum, y: y.datum), series: series)]
  }
}

/// A bar from zero to a number; bars of several series stand side by side.
public struct BarMark: ChartContent {
  /// The bar alone.
  public let marks: [Mark]

  /// Creates a bar: it lies when `y` is a category and stands otherwise.
  public init(x: some Plottable, y: some Plottable, series: String? = nil) {
    marks = [Mark(.bar(x: x.datum, y: y.datum), series: series)]
  }

  /// Creates a bar that stands between two values.
  public init(
    x: some Plottable, yStart: some Plottable, yEnd: some Plottable, series: String? = nil
  ) {
    marks = [Mark(.barInterval(x: x.datum, yStart: yStart.datum, yEnd: yEnd.datum), series: series)]
  }
}

/// One abscissa of a band between two values, such as an interval over seeds.
public struct AreaMark: ChartContent {
  /// The abscissa alone.
  public let marks: [Mark]

  /// Creates the part of a band at `x`.
  public init(
    x: some Plottable, yStart: some Plottable, yEnd: some Plottable, series: String? = nil
  ) {
    marks = [
      Mark(.area(x: x.datum, yStart: yStart.datum, yEnd: yEnd.datum), series: series)
    ]
  }

  /// Creates the part at `x` of an area that rises from zero.
  public init(x: some Plottable, y: some Plottable, series: String? = nil) {
    self.init(x: x, yStart: 0, yEnd: y, series: series)
  }
}

/// A line across the whole chart at one value, for limits and references.
public struct RuleMark: ChartContent {
  /// The rule alone.
  public let marks: [Mark]

  /// Creates a horizontal rule.
  public init(y: some Plottable) {
    marks = [Mark(.horizontalRule(y: y.datum))]
  }

  /// Creates a vertical rule.
  public init(x: some Plottable) {
    marks = [Mark(.verticalRule(x: x.datum))]
  }

  /// Creates a vertical line between two values, such as a range over seeds.
  public init(
    x: some Plottable, yStart: some Plottable, yEnd: some Plottable, series: String? = nil
  ) {
    marks = [
      Mark(.ruleInterval(x: x.datum, yStart: yStart.datum, yEnd: yEnd.datum), series: series)
    ]
  }
}

/// Words at a place in the chart.
public struct TextMark: ChartContent {
  /// The words alone.
  public let marks: [Mark]

  /// Creates words that stand centred on a place.
  public init(_ words: String, x: some Plottable, y: some Plottable) {
    marks = [Mark(.text(words, x: x.datum, y: y.datum))]
  }
}
