/// A vertex of a line; the vertices of one series are joined in order.
public struct LineMark: ChartContent {
  /// The single mark of the vertex.
  public let marks: [Mark]

  /// Creates a vertex; NaN and ∞ interrupt the line and are shown as such.
  public init(x: some Plottable, y: some Plottable, series: String? = nil) {
    marks = [Mark(.line(x: x.datum, y: y.datum), series: series)]
  }
}

/// A dot, as in a scatter plot.
public struct PointMark: ChartContent {
  /// The single mark of the dot.
  public let marks: [Mark]

  /// Creates a dot at (`x`, `y`).
  public init(x: some Plottable, y: some Plottable, series: String? = nil) {
    marks = [Mark(.point(x: x.datum, y: y.datum), series: series)]
  }
}

/// A bar from zero to a number; bars of several series are drawn side by side.
public struct BarMark: ChartContent {
  /// The single mark of the bar.
  public let marks: [Mark]

  /// Creates a bar: horizontal if `y` is a category, otherwise vertical.
  public init(x: some Plottable, y: some Plottable, series: String? = nil) {
    marks = [Mark(.bar(x: x.datum, y: y.datum), series: series)]
  }

  /// Creates a vertical bar between two values.
  public init(
    x: some Plottable, yStart: some Plottable, yEnd: some Plottable, series: String? = nil
  ) {
    marks = [Mark(.barInterval(x: x.datum, yStart: yStart.datum, yEnd: yEnd.datum), series: series)]
  }
}

/// A band between two values at one x, such as an interval over seeds; the marks of one series are
/// joined in order.
public struct AreaMark: ChartContent {
  /// The single mark at this x.
  public let marks: [Mark]

  /// Creates the section of a band at `x`.
  public init(
    x: some Plottable, yStart: some Plottable, yEnd: some Plottable, series: String? = nil
  ) {
    marks = [
      Mark(.area(x: x.datum, yStart: yStart.datum, yEnd: yEnd.datum), series: series)
    ]
  }

  /// Creates the section at `x` of an area between zero and `y`.
  public init(x: some Plottable, y: some Plottable, series: String? = nil) {
    self.init(x: x, yStart: 0, yEnd: y, series: series)
  }
}

/// A line across the whole chart at one value, for limits and references.
public struct RuleMark: ChartContent {
  /// The single mark of the rule.
  public let marks: [Mark]

  /// Creates a horizontal rule at `y`.
  public init(y: some Plottable) {
    marks = [Mark(.horizontalRule(y: y.datum))]
  }

  /// Creates a vertical rule at `x`.
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

/// Text at a point of the chart.
public struct TextMark: ChartContent {
  /// The single mark of the text.
  public let marks: [Mark]

  /// Creates text that is centred on (`x`, `y`).
  public init(_ text: String, x: some Plottable, y: some Plottable) {
    marks = [Mark(.text(text, x: x.datum, y: y.datum))]
  }
}
