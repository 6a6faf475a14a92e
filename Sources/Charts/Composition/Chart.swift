/// A chart as a value: what is drawn, not how.
///
/// It can be compared, stored and sent, so a change of style never runs an experiment again.
public struct Chart: Codable, Equatable, Sendable {
  /// What the chart found, in words; pages print it above the drawing.
  public var title: String?
  /// What is drawn, in order; later marks lie above earlier ones.
  public var marks: [Mark]
  /// The horizontal axis.
  public var xAxis: Axis
  /// The vertical axis.
  public var yAxis: Axis
  /// What the colours of cells, contours and other values mean.
  public var colorAxis = ColorAxis()
  /// Whether a unit is equally long on both axes, as geometry wants it.
  public var hasEqualScale = false
  /// How many small multiples stand side by side where there is room; without it the drawing
  /// decides.
  public var facetColumns: Int?

  /// Creates a chart from marks that are already at hand.
  public init(
    title: String? = nil, xAxis: Axis = Axis(), yAxis: Axis = Axis(), marks: [Mark] = []
  ) {
    self.title = title
    self.marks = marks
    self.xAxis = xAxis
    self.yAxis = yAxis
  }

  /// Creates a chart from a block that lists its marks.
  ///
  ///     Chart {
  ///       for layer in 0...10 { LineMark(x: layer, y: pow(0.25, Double(layer))) }
  ///       RuleMark(y: 1e-5).annotation("vanishing below here")
  ///     }
  public init(
    title: String? = nil, xAxis: Axis = Axis(), yAxis: Axis = Axis(),
    @ChartBuilder content: () throws -> [Mark]
  ) rethrows {
    self.init(title: title, xAxis: xAxis, yAxis: yAxis, marks: try content())
  }
}
