public import Records

/// What a lesson's programs told in one build, and which cells and values told it.
public struct Outcome: Equatable, Sendable {
  /// A cell or an inline value, as the lesson had it.
  public struct Source: Equatable, Sendable {
    /// Whether it is a cell; otherwise it is an inline value.
    public var isCell: Bool
    /// Its number among the lesson's cells, or among its values.
    public var index: Int
    /// The program it belongs to.
    public var session: String
    /// A cell's name, where it has one.
    public var label: String?
    /// A value's expression; a cell's code, or what stands for it.
    public var code: String
    /// Where it stands; nil where the lesson has changed since.
    public var lines: Lines?

    /// A cell or a value.
    public init(
      isCell: Bool, index: Int, session: String, label: String? = nil, code: String,
      lines: Lines? = nil
    ) {
      (self.isCell, self.index, self.session) = (isCell, index, session)
      (self.label, self.code, self.lines) = (label, code, lines)
    }
  }

  /// Where a cell or a value stands in its lesson.
  public struct Lines: Equatable, Sendable {
    /// The line that stands for it: a cell's fence, a value's line.
    public var own: Int
    /// The line on which its code begins.
    public var code: Int

    /// Two lines.
    public init(own: Int, code: Int) { (self.own, self.code) = (own, code) }
  }

  /// The lesson's file, as the user named it.
  public var file: String
  /// What its programs told, in order.
  public var records: [Record]
  /// Its cells and values, in order.
  public var sources: [Source]

  /// What came of a lesson.
  public init(file: String, records: [Record], sources: [Source]) {
    (self.file, self.records, self.sources) = (file, records, sources)
  }
}

extension Outcome {
  /// The line of the lesson's file on which a call stands.
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

  /// What the programs computed with, as the engine names it.
  var engine: String? {
    records.lazy.compactMap { if case .end(let engine) = $0 { engine } else { nil } }.first
  }

  /// What each cell printed, each value came to and each failure said, in the order of the sources.
  var told: [Told] {
    var (outputs, values, failures) = ([Int: String](), [Int: String](), [Int: String]())
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
        ? Told(source, text: outputs[source.index], failure: failures[source.index])
        : Told(source, text: values[source.index])
    }
  }
}

/// A cell or a value beside what it said.
struct Told {
  var source: Outcome.Source
  /// What a cell printed, or a value came to; nil where it did neither.
  var text: String?
  /// How a cell failed that was to fail.
  var failure: String?

  init(_ source: Outcome.Source, text: String?, failure: String? = nil) {
    (self.source, self.text, self.failure) = (source, text, failure)
  }
}
