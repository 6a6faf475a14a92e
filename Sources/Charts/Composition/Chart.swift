/// The content of a chart, without its style.
///
/// It can be compared, stored and sent, so a change of style never requires to run an experiment again.
public struct Chart: Codable, Equatable, Sendable {
  /// The title, printed above the drawing.
  public var title: String?
  /// The marks in drawing order; later marks are drawn over earlier ones.
  public var marks: [Mark]
  /// The horizontal axis.
  public var xAxis: Axis
  /// The vertical axis.
  public var yAxis: Axis
  /// The axis for the colours of cells, contours and other values.
  public var colorAxis = ColorAxis()
  /// Whether a unit has the same length on both axes, as in geometric drawings.
  public var hasEqualScale = false
  /// The number of panels per row if the page is wide enough; by default the drawing chooses it.
  public var facetColumns: Int?

  /// Creates a chart from given marks.
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
