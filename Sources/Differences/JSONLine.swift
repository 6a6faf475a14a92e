internal import Charts
internal import Records

/// One object; what does not concern its kind is nil and not written.
struct JSONLine: Encodable {
  struct Word: Encodable {
    var what: String
    var from: String?
    var to: String?
  }

  var file: String?
  var line: Int?
  var kind: String
  var name: String?
  var change: String
  var from: Scalar?
  var to: Scalar?
  var absolute: Double?
  var relative: Double?
  var demanded: String?
  var left: Double?
  var series: String?
  var at: [String: String]?
  var count: Int?
  var newRows: Int?
  var goneRows: Int?
  var newSeries: [String]?
  var goneSeries: [String]?
  var words: [Word]?
  var textLine: Int?

  init(kind: String, name: String? = nil, change: String) {
    (self.kind, self.name, self.change) = (kind, name, change)
  }
}

/// A number or words.
enum Scalar: Encodable {
  case number(Double)
  case text(String)

  init?(_ datum: Datum?) {
    switch datum {
    case .number(let number): self = .number(number)
    case .category(let name): self = .text(name)
    case nil: return nil
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .number(let number): try container.encode(number)
    case .text(let text): try container.encode(text)
    }
  }
}

extension JSONLine {
  init(_ difference: Difference) {
    switch difference.change {
    case .claim(let claim): self.init(claim)
    case .value(let value): self.init(value)
    case .figure(let figure):
      self.init(kind: "figure", name: figure.figure.name, change: "differs")
      take(figure.data, figure.words)
    case .table(let table):
      self.init(kind: "table", name: table.table.name, change: "differs")
      take(table.data, table.words)
    case .output(let text, let label): self.init(text, kind: "output", label)
    case .failure(let text, let label): self.init(text, kind: "failure", label)
    case .new(let thing): self.init(kind: thing.kind, name: thing.name, change: "new")
    case .gone(let thing): self.init(kind: thing.kind, name: thing.name, change: "gone")
    }
    (file, line) = (difference.file, difference.line)
  }

  private init(_ claim: ClaimChange) {
    self.init(kind: "claim", name: claim.to.name, change: claim.verdict.rawValue)
    from = claim.from.map(\.scalar)
    to = claim.to.scalar
    take(claim.movement)
    demanded = claim.to.demandWords
    left = claim.left
  }

  private init(_ value: ValueChange) {
    self.init(kind: "value", name: value.code, change: "moved")
    (from, to) = (.text(value.from), .text(value.to))
    take(value.movement)
  }

  private init(_ text: TextChange, kind: String, _ label: String?) {
    self.init(kind: kind, name: label, change: "differs")
    (from, to) = (text.from.map { .text($0) }, text.to.map { .text($0) })
    textLine = text.line
  }

  private mutating func take(_ movement: Movement?) {
    (absolute, relative) = (movement?.absolute, movement?.relative)
  }

  private mutating func take(_ data: SheetChange?, _ changes: [WordChange]) {
    if !changes.isEmpty {
      words = changes.map { Word(what: $0.what, from: $0.from, to: $0.to) }
    }
    guard let data else { return }
    if let spot = data.largest {
      (from, to) = (Scalar(spot.from), Scalar(spot.to))
      take(spot.movement)
      series = spot.column
      at = Dictionary(
        spot.row.map { ($0.column, $0.value) }, uniquingKeysWith: { first, _ in first })
      count = data.count
    }
    (newRows, goneRows) = (data.newRows.orNil, data.goneRows.orNil)
    (newSeries, goneSeries) = (data.newColumns.orNil, data.goneColumns.orNil)
  }
}

extension Claim {
  /// The number on which it stands, or what was measured in words.
  fileprivate var scalar: Scalar { deciding.map { .number($0) } ?? .text(measuredWords) }
}

extension Difference.Thing {
  fileprivate var kind: String {
    switch self {
    case .lesson: "lesson"
    case .claim: "claim"
    case .value: "value"
    case .figure: "figure"
    case .table: "table"
    case .output: "output"
    case .failure: "failure"
    }
  }

  fileprivate var name: String? {
    switch self {
    case .lesson: nil
    case .claim(let name), .value(let name), .figure(let name), .table(let name): name
    case .output(let label), .failure(let label): label
    }
  }
}

extension Int {
  fileprivate var orNil: Int? { self == 0 ? nil : self }
}

extension [String] {
  fileprivate var orNil: [String]? { isEmpty ? nil : self }
}
