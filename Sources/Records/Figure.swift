public import Charts

/// A figure that a cell drew: one drawing, or one for each value of what is varied.
public struct Figure: Codable, Equatable, Sendable {
  /// What the prose calls it: `fig:name`.
  public var name: String
  /// The drawings: one, or those of the sweep in the order of its values.
  public var frames: [Frame]
  /// What the frames differ in; nil for a figure of one drawing.
  public var sweep: Sweep?
  /// The sentence below it.
  public var caption: String?
  /// The call that drew it.
  public var place: CellPlace

  /// A figure of one drawing.
  public init(name: String, alt: String, caption: String? = nil, chart: Chart, place: CellPlace) {
    self.name = name
    frames = [Frame(alt: alt, chart: chart, place: place)]
    self.caption = caption
    self.place = place
  }

  /// A figure of one drawing for each value of what is varied.
  public init(
    name: String, sweep: Sweep, frames: [Frame], caption: String? = nil, place: CellPlace
  ) {
    self.name = name
    self.sweep = sweep
    self.frames = frames
    self.caption = caption
    self.place = place
  }

  /// All numbers that it shows; what is varied is the first column.
  public var data: DataTable {
    guard let sweep else { return DataTable(of: frames.first?.chart ?? Chart()) }
    return DataTable(of: frames.map { (sweep[$0], $0.chart) }, varying: sweep.variable)
  }
}

/// One drawing of a figure.
public struct Frame: Codable, Equatable, Sendable {
  /// The number of its value in the figure's sweep, from 0.
  public var value: Int
  /// What it shows, in words, for those who do not see it.
  public var alt: String
  /// What is drawn.
  public var chart: Chart
  /// The call that drew it.
  public var place: CellPlace

  /// A drawing.
  public init(value: Int = 0, alt: String, chart: Chart, place: CellPlace) {
    self.value = value
    self.alt = alt
    self.chart = chart
    self.place = place
  }
}

/// What the frames of a figure differ in.
public struct Sweep: Codable, Equatable, Sendable {
  /// What is varied, in words.
  public var variable: String
  /// Its values, in the order in which a reader goes through them.
  public var values: [Datum]

  /// A sweep.
  public init(_ variable: String, over values: [Datum]) {
    self.variable = variable
    self.values = values
  }

  /// The value of one of its frames.
  public subscript(_ frame: Frame) -> Datum {
    values.indices.contains(frame.value) ? values[frame.value] : .category("")
  }
}
