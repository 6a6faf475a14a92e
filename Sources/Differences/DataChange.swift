public import Charts

/// The differences between the data of a figure or a table in two builds.
public struct DataChange: Sendable {
  /// One value that differs.
  public struct ChangedValue: Sendable {
    /// The column: a series' name.
    public var column: String
    /// The row's keys: the names of the key columns with their values.
    public var row: [(column: String, value: String)]
    /// The value before.
    public var from: Datum?
    /// The value now.
    public var to: Datum?
  }

  /// The value with the largest relative change.
  public private(set) var largest: ChangedValue?
  /// The number of values that differ.
  public private(set) var count = 0
  /// The number of new rows.
  public private(set) var newRows = 0
  /// The number of removed rows.
  public private(set) var removedRows = 0
  /// The names of new columns.
  public private(set) var newColumns: [String] = []
  /// The names of removed columns.
  public private(set) var removedColumns: [String] = []

  /// Compares two tables; nil if nothing differs.
  init?(from old: KeyedTable, to new: KeyedTable) {
    let (rows, isByKey) = Pairing.rows(old, new)
    newRows = rows.new.count
    removedRows = rows.removed.count
    let width = isByKey ? new.keyWidth : 0
    let columns = Pairing.columns(old, new, from: width)
    newColumns = columns.new.map { new.header[$0 + width] }
    removedColumns = columns.removed.map { old.header[$0 + width] }
    for row in rows.pairs {
      for column in columns.pairs {
        let from = old[row.old, column.old + width]
        let to = new[row.new, column.new + width]
        if from != to {
          note(ChangedValue(new, row.new, column: column.new + width, from: from, to: to))
        }
      }
    }
    if count + newRows + removedRows + newColumns.count + removedColumns.count == 0 {
      return nil
    }
  }

  private mutating func note(_ value: ChangedValue) {
    count += 1
    if largest.map({ $0.size < value.size }) ?? true { largest = value }
  }

  /// Whether only numbers changed, and each relative change is below a threshold.
  func isBelow(_ share: Double) -> Bool {
    newRows + removedRows + newColumns.count + removedColumns.count == 0
      && largest.map { $0.size < share } ?? true
  }
}

extension DataChange.ChangedValue {
  fileprivate init(_ table: KeyedTable, _ row: Int, column: Int, from: Datum?, to: Datum?) {
    self.column = table.header[column]
    self.row = (0..<table.keyWidth).filter { $0 < column }.map {
      (table.header[$0], table[row, $0]?.description ?? "")
    }
    self.from = from
    self.to = to
  }

  /// The change as numbers; nil if one side is not a number.
  public var numberChange: NumberChange? {
    guard let from = from?.number, let to = to?.number else { return nil }
    return NumberChange(from: from, to: to)
  }

  /// The relative change; ∞ if one side is not a number.
  var size: Double { numberChange?.size ?? .infinity }
}

extension Pairing {
  /// Pairs rows by key; by order if there are equally many and less than half of the keys match, as
  /// with a measured abscissa.
  fileprivate static func rows(_ old: KeyedTable, _ new: KeyedTable) -> (Pairing, isByKey: Bool) {
    let named = Pairing(
      named: old.rows.indices.map(old.key), new.rows.indices.map(new.key))
    let isMeasured = old.rows.count == new.rows.count && named.pairs.count * 2 < new.rows.count
    return isMeasured ? (Pairing(inOrder: new.rows.count), false) : (named, true)
  }

  /// Pairs columns by name; a single column on each side is paired regardless of its name.
  fileprivate static func columns(_ old: KeyedTable, _ new: KeyedTable, from width: Int) -> Pairing
  {
    let former = old.header.dropFirst(width)
    let present = new.header.dropFirst(width)
    return former.count == 1 && present.count == 1
      ? Pairing(inOrder: 1) : Pairing(named: Array(former), Array(present))
  }
}
