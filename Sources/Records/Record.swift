public import Charts

/// What a lesson's program tells the build: plain data, one JSON value a line, never markup.
public enum Record: Codable, Equatable, Sendable {
  /// A cell begins; what it prints starts at byte `outputStart` of the program's output.
  case cell(index: Int, outputStart: Int)
  /// What a cell printed.
  case output(cell: Int, text: String)
  /// An inline value, as it is to be set.
  case value(index: Int, text: String)
  /// A claim that a cell made, with what was measured.
  case claim(Claim)
  /// A figure that a cell drew; a later record with the same `id` takes its place.
  case figure(id: Int, Figure)
  /// How far a cell is.
  case progress(step: Int, of: Int)
  /// The program came to its end; `engine` says what it computed with.
  case end(engine: String)
}

/// A line of a cell; the lesson's own lines may move without the record's becoming wrong.
public struct CellPlace: Codable, Equatable, Hashable, Sendable {
  /// The cell's number within the lesson.
  public var cell: Int
  /// The line within the cell's code, from 0.
  public var line: Int

  /// A line of a cell.
  public init(cell: Int, line: Int) {
    self.cell = cell
    self.line = line
  }
}

/// A figure that a cell drew.
public struct Figure: Codable, Equatable, Sendable {
  /// What the prose calls it: `fig:name`.
  public var name: String
  /// What it shows, in words, for those who do not see it.
  public var alt: String
  /// The sentence below it.
  public var caption: String?
  /// What is drawn.
  public var chart: Chart
  /// The call that drew it.
  public var place: CellPlace

  /// A figure.
  public init(name: String, alt: String, caption: String? = nil, chart: Chart, place: CellPlace) {
    self.name = name
    self.alt = alt
    self.caption = caption
    self.chart = chart
    self.place = place
  }
}
