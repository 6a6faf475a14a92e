public import Records

/// The records of a lesson's programs in one build, with the cells and values they come from.
public struct LessonResults: Equatable, Sendable {
  /// A cell or an inline value, as it was in the lesson.
  public struct Source: Equatable, Sendable {
    /// Whether it is a cell, not an inline value.
    public var isCell: Bool
    /// Its index among the lesson's cells, or among its values.
    public var index: Int
    /// The session it belongs to.
    public var session: String
    /// A cell's label, if it has one.
    public var label: String?
    /// A value's expression; a cell's code, or a digest of it.
    public var code: String
    /// Its lines; nil if the lesson has changed since.
    public var lines: Lines?

    /// Creates a cell or a value from its fields.
    public init(
      isCell: Bool, index: Int, session: String, label: String? = nil, code: String,
      lines: Lines? = nil
    ) {
      self.isCell = isCell
      self.index = index
      self.session = session
      self.label = label
      self.code = code
      self.lines = lines
    }
  }

  /// The lines of a cell or a value in its lesson.
  public struct Lines: Equatable, Sendable {
    /// The line by which it is listed: a cell's fence, a value's own line.
    public var own: Int
    /// The first line of its code.
    public var code: Int

    /// Creates a pair of lines.
    public init(own: Int, code: Int) {
      self.own = own
      self.code = code
    }
  }

  /// The lesson's file, as the user named it.
  public var file: String
  /// The records of its programs, in order.
  public var records: [Record]
  /// Its cells and values, in order.
  public var sources: [Source]

  /// Creates the results of a lesson from its fields.
  public init(file: String, records: [Record], sources: [Source]) {
    self.file = file
    self.records = records
    self.sources = sources
  }
}

extension LessonResults {
  /// The line of a call in the lesson's file; nil if it is unknown.
  func line(of place: CellPlace) -> Int? {
    sources.first { $0.isCell && $0.index == place.cell }?.lines.map { $0.code + place.line }
  }

  var claims: [Claim] {
    records.compactMap { if case .claim(let claim) = $0 { claim } else { nil } }
  }

  var figures: [Figure] {
    records.compactMap { if case .figure(_, let figure) = $0 { figure } else { nil } }
  }

  var tables: [ResultTable] {
    records.compactMap { if case .table(_, let table) = $0 { table } else { nil } }
  }

  /// The engine with which the programs computed, by its own description.
  var engine: String? {
    records.lazy.compactMap { if case .end(let engine) = $0 { engine } else { nil } }.first
  }

  /// The output, value and failure of each cell and inline value, in the order of the sources.
  var steps: [StepResult] {
    var outputs = [Int: String]()
    var values = [Int: String]()
    var failures = [Int: String]()
    for record in records {
      switch record {
      case .output(let cell, let text): outputs[cell, default: ""] += StyledText(text).plain
      case .value(let index, let text): values[index] = text
      case .nothing(let index): values[index] = "nothing"
      case .failure(let failure):
        failures[failure.cell] = failure.messages.map(\.words).joined(separator: "\n")
      case .cell, .claim, .figure, .table, .progress, .end: break
      }
    }
    return sources.map { source in
      source.isCell
        ? StepResult(source, text: outputs[source.index], failure: failures[source.index])
        : StepResult(source, text: values[source.index])
    }
  }
}

/// A cell or an inline value with its result.
struct StepResult {
  var source: LessonResults.Source
  /// The output of a cell, or the text of a value; nil if there is none.
  var text: String?
  /// The message of a cell's expected failure.
  var failure: String?

  init(_ source: LessonResults.Source, text: String?, failure: String? = nil) {
    self.source = source
    self.text = text
    self.failure = failure
  }
}
