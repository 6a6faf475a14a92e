internal import Records

/// A type whose values can be shown in a table: numbers, truth values, texts, and optionals of these.
public protocol Tabular {
  /// The value as records store it.
  var _entry: TableEntry { get }
}

/// A table value as records store it.
public struct TableEntry {
  let entry: ResultTable.Entry

  init(_ entry: ResultTable.Entry) { self.entry = entry }
}

extension Double: Tabular {
  /// The number.
  public var _entry: TableEntry { TableEntry(.number(self)) }
}

extension Float: Tabular {
  /// The number with the same decimal digits.
  public var _entry: TableEntry { TableEntry(.number(datum.number ?? Double(self))) }
}

extension Int: Tabular {
  /// The integer, with all its digits.
  public var _entry: TableEntry { TableEntry(.whole(self)) }
}

extension Bool: Tabular {
  /// The truth value.
  public var _entry: TableEntry { TableEntry(.truth(self)) }
}

extension String: Tabular {
  /// The text.
  public var _entry: TableEntry { TableEntry(.text(self)) }
}

extension Optional: Tabular where Wrapped: Tabular {
  /// The wrapped value, or a missing value for nil.
  public var _entry: TableEntry { self?._entry ?? TableEntry(.nothing) }
}
