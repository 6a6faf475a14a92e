public import Records

/// A table whose entries, columns or caption differ.
public struct TableChange: Sendable {
  /// The table now.
  public let table: ResultTable
  /// The differences in its rows; nil if there are none.
  public let data: DataChange?
  /// The differences in its caption and columns.
  public let wording: [WordingChange]

  /// Compares a table in two builds; nil if nothing differs.
  init?(from old: ResultTable, to new: ResultTable) {
    table = new
    data = DataChange(from: KeyedTable(old), to: KeyedTable(new))
    wording = [
      WordingChange("caption", from: old.caption, to: new.caption),
      WordingChange("columns", firstOf: old.columns, new.columns),
    ].compactMap(\.self)
    if data == nil, wording.isEmpty { return nil }
  }
}
