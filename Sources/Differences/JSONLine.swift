internal import Charts
internal import Records

/// One object of the JSON output; fields that do not apply to its kind are nil and not written.
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
  var from: JSONScalar?
  var to: JSONScalar?
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
    self.kind = kind
    self.name = name
    self.change = change
  }
}

/// A number or a string.
enum JSONScalar: Encodable {
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
      set(figure.data, figure.wording)
    case .table(let table):
      self.init(kind: "table", name: table.table.name, change: "differs")
      set(table.data, table.wording)
    case .output(let text, let label): self.init(text, kind: "output", label: label)
    case .failure(let text, let label): self.init(text, kind: "failure", label: label)
    case .new(let item): self.init(kind: item.kind, name: item.name, change: "new")
    case .removed(let item): self.init(kind: item.kind, name: item.name, change: "gone")
    }
    file = difference.file
    line = difference.line
  }

  private init(_ claim: ClaimChange) {
    self.init(kind: "claim", name: claim.to.name, change: claim.verdict.rawValue)
    from = claim.from.map(\.scalar)
    to = claim.to.scalar
    set(claim.numberChange)
    demanded = claim.to.demandText
    left = claim.remainingShare
  }

  private init(_ value: ValueChange) {
    self.init(kind: "value", name: value.code, change: "moved")
    from = .text(value.from)
    to = .text(value.to)
    set(value.numberChange)
  }

  private init(_ text: TextChange, kind: String, label: String?) {
    self.init(kind: kind, name: label, change: "differs")
    from = text.from.map { .text($0) }
    to = text.to.map { .text($0) }
    textLine = text.line
  }

  private mutating func set(_ numberChange: NumberChange?) {
    absolute = numberChange?.absolute
    relative = numberChange?.relative
  }

  private mutating func set(_ data: DataChange?, _ changes: [WordingChange]) {
    if !changes.isEmpty {
      words = changes.map { Word(what: $0.what, from: $0.from, to: $0.to) }
    }
    guard let data else { return }
    if let value = data.largest {
      from = JSONScalar(value.from)
      to = JSONScalar(value.to)
      set(value.numberChange)
      series = value.column
      at = Dictionary(
        value.row.map { ($0.column, $0.value) }, uniquingKeysWith: { first, _ in first })
      count = data.count
    }
    newRows = data.newRows.nilIfZero
    goneRows = data.removedRows.nilIfZero
    newSeries = data.newColumns.nilIfEmpty
    goneSeries = data.removedColumns.nilIfEmpty
  }
}

extension Claim {
  /// The number that decides the claim, or else its measurement as text.
  fileprivate var scalar: JSONScalar { deciding.map { .number($0) } ?? .text(measuredText) }
}

extension Difference.Item {
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
  fileprivate var nilIfZero: Int? { self == 0 ? nil : self }
}

extension [String] {
  fileprivate var nilIfEmpty: [String]? { isEmpty ? nil : self }
}
