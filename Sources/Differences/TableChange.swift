public import Records

/// A table that is no longer what it was.
public struct TableChange: Sendable {
  /// The table as it is.
  public let table: ResultTable
  /// What differs in its rows.
  public let data: SheetChange?
  /// What differs in its words.
  public let words: [WordChange]

  /// A table as it was and as it is; nil where they are the same.
  init?(from old: ResultTable, to new: ResultTable) {
    table = new
    data = SheetChange(from: Sheet(old), to: Sheet(new))
    words = [
      WordChange("caption", from: old.caption, to: new.caption),
      WordChange("columns", firstOf: old.columns, new.columns),
    ].compactMap(\.self)
    if data == nil, words.isEmpty { return nil }
  }
}
