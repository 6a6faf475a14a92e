internal import Records

/// What may stand in a table: a number, a truth, words, or one of these that may be missing.
public protocol Tabular {
  /// The value as records keep it.
  var _entry: TableEntry { get }
}

/// A value as records keep it.
public struct TableEntry {
  let entry: ResultTable.Entry

  init(_ entry: ResultTable.Entry) { self.entry = entry }
}

extension Double: Tabular {
  /// The number.
  public var _entry: TableEntry { TableEntry(.number(self)) }
}

extension Float: Tabular {
  /// The number whose decimal digits are this one's.
  public var _entry: TableEntry { TableEntry(.number(datum.number ?? Double(self))) }
}

extension Int: Tabular {
  /// The whole number.
  public var _entry: TableEntry { TableEntry(.whole(self)) }
}

extension Bool: Tabular {
  /// The truth.
  public var _entry: TableEntry { TableEntry(.truth(self)) }
}

extension String: Tabular {
  /// The words.
  public var _entry: TableEntry { TableEntry(.text(self)) }
}

extension Optional: Tabular where Wrapped: Tabular {
  /// The wrapped value, or nothing.
  public var _entry: TableEntry { self?._entry ?? TableEntry(.nothing) }
}
