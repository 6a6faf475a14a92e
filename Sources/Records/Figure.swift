public import Charts

/// A figure that a cell drew: one frame, or one for each value of a varied quantity.
public struct Figure: Codable, Equatable, Sendable {
  /// Its name; the prose refers to it by `fig:name`.
  public var name: String
  /// The frames: one, or those of the sweep in the order of its values.
  public var frames: [Frame]
  /// The varied quantity; nil for a figure of one frame.
  public var sweep: Sweep?
  /// The sentence below it.
  public var caption: String?
  /// The place of the call that drew it.
  public var place: CellPlace

  /// Creates a figure of one frame.
  public init(name: String, alt: String, caption: String? = nil, chart: Chart, place: CellPlace) {
    self.name = name
    frames = [Frame(alt: alt, chart: chart, place: place)]
    self.caption = caption
    self.place = place
  }

  /// Creates a figure of one frame for each value of a sweep.
  public init(
    name: String, sweep: Sweep, frames: [Frame], caption: String? = nil, place: CellPlace
  ) {
    self.name = name
    self.sweep = sweep
    self.frames = frames
    self.caption = caption
    self.place = place
  }

  /// All data that it shows; in a sweep, the varied quantity is the first column.
  public var data: DataTable {
    guard let sweep else { return DataTable(of: frames.first?.chart ?? Chart()) }
    return DataTable(of: frames.map { (sweep[$0], $0.chart) }, varying: sweep.variable)
  }
}

/// One frame of a figure.
public struct Frame: Codable, Equatable, Sendable {
  /// The index of its value in the figure's sweep, from 0.
  public var value: Int
  /// The alt text.
  public var alt: String
  /// The chart that it shows.
  public var chart: Chart
  /// The place of the call that drew it.
  public var place: CellPlace

  /// Creates a frame, by default for the first value.
  public init(value: Int = 0, alt: String, chart: Chart, place: CellPlace) {
    self.value = value
    self.alt = alt
    self.chart = chart
    self.place = place
  }
}

/// The quantity that varies between the frames of a figure.
public struct Sweep: Codable, Equatable, Sendable {
  /// The name of the quantity.
  public var variable: String
  /// Its values, in the order of the frames.
  public var values: [Datum]

  /// Creates a sweep of a quantity over its values.
  public init(_ variable: String, over values: [Datum]) {
    self.variable = variable
    self.values = values
  }

  /// The value of a frame; an empty category if the frame is not one of this sweep.
  public subscript(_ frame: Frame) -> Datum {
    values.indices.contains(frame.value) ? values[frame.value] : .category("")
  }
}
