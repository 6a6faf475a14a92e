public import Charts

/// What differs between a figure's or a table's numbers as they were and as they are.
public struct SheetChange: Sendable {
  /// One value that differs.
  public struct Spot: Sendable {
    /// The column: a series' name.
    public var column: String
    /// What says which row it is: the columns' names with what stands there.
    public var row: [(column: String, value: String)]
    /// What it was.
    public var from: Datum?
    /// What it is.
    public var to: Datum?
  }

  /// The value that moved furthest for its size.
  public private(set) var largest: Spot?
  /// How many values differ.
  public private(set) var count = 0
  /// How many rows were not there.
  public private(set) var newRows = 0
  /// How many rows are no longer there.
  public private(set) var goneRows = 0
  /// The columns that were not there.
  public private(set) var newColumns: [String] = []
  /// The columns that are no longer there.
  public private(set) var goneColumns: [String] = []

  /// What differs; nil where nothing does.
  init?(from old: Sheet, to new: Sheet) {
    let (rows, isByKey) = Pairing.rows(old, new)
    (newRows, goneRows) = (rows.new.count, rows.gone.count)
    let width = isByKey ? new.keyWidth : 0
    let columns = Pairing.columns(old, new, from: width)
    newColumns = columns.new.map { new.header[$0 + width] }
    goneColumns = columns.gone.map { old.header[$0 + width] }
    for row in rows.pairs {
      for column in columns.pairs {
        let from = old[row.old, column.old + width]
        let to = new[row.new, column.new + width]
        if from != to {
          note(Spot(new, row.new, column: column.new + width, from: from, to: to))
        }
      }
    }
    if count + newRows + goneRows + newColumns.count + goneColumns.count == 0 { return nil }
  }

  private mutating func note(_ spot: Spot) {
    count += 1
    if largest.map({ $0.size < spot.size }) ?? true { largest = spot }
  }

  /// Whether only numbers moved, and none by so much as the given share.
  func isBelow(_ share: Double) -> Bool {
    newRows + goneRows + newColumns.count + goneColumns.count == 0
      && largest.map { $0.size < share } ?? true
  }
}

extension SheetChange.Spot {
  fileprivate init(_ sheet: Sheet, _ row: Int, column: Int, from: Datum?, to: Datum?) {
    self.column = sheet.header[column]
    self.row = (0..<sheet.keyWidth).filter { $0 < column }.map {
      (sheet.header[$0], sheet[row, $0]?.description ?? "")
    }
    (self.from, self.to) = (from, to)
  }

  /// How the number moved; nil where one side is none.
  public var movement: Movement? {
    guard let from = from?.number, let to = to?.number else { return nil }
    return Movement(from: from, to: to)
  }

  /// What is no number has moved furthest of all.
  var size: Double { movement?.size ?? .infinity }
}

extension Pairing {
  /// Pairs rows by their keys; by their order if there are as many and few have a key in common,
  /// as when the abscissa is measured too.
  fileprivate static func rows(_ old: Sheet, _ new: Sheet) -> (Pairing, isByKey: Bool) {
    let named = Pairing(
      named: old.rows.indices.map(old.key), new.rows.indices.map(new.key))
    let isMeasured = old.rows.count == new.rows.count && named.pairs.count * 2 < new.rows.count
    return isMeasured ? (Pairing(inOrder: new.rows.count), false) : (named, true)
  }

  /// Pairs columns by their names; one beside one whatever its name.
  fileprivate static func columns(_ old: Sheet, _ new: Sheet, from width: Int) -> Pairing {
    let (former, present) = (old.header.dropFirst(width), new.header.dropFirst(width))
    return former.count == 1 && present.count == 1
      ? Pairing(inOrder: 1) : Pairing(named: Array(former), Array(present))
  }
}
