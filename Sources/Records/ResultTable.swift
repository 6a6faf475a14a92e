/// A table of a cell's results.
public struct ResultTable: Codable, Equatable, Sendable {
  /// The value of one table cell.
  public enum Entry: Codable, Equatable, Sendable {
    /// A number.
    case number(Double)
    /// An integer, which is printed with all its digits.
    case whole(Int)
    /// A truth value.
    case truth(Bool)
    /// A text.
    case text(String)
    /// A missing value, which is printed as an empty cell.
    case nothing
  }

  /// One row.
  public struct Row: Codable, Equatable, Sendable {
    /// Its values, from left to right.
    public var entries: [Entry]
    /// The place of the call that made it.
    public var place: CellPlace

    /// Creates a row.
    public init(_ entries: [Entry], place: CellPlace) {
      self.entries = entries
      self.place = place
    }
  }

  /// Its name; the prose refers to it by `tbl:name`.
  public var name: String
  /// The names of its columns.
  public var columns: [String]
  /// Its rows, in order; each should be as long as `columns`.
  public var rows: [Row]
  /// The sentence above it.
  public var caption: String?
  /// The place of the call that made it.
  public var place: CellPlace

  /// Creates a table.
  public init(
    name: String, columns: [String], rows: [Row], caption: String? = nil, place: CellPlace
  ) {
    self.name = name
    self.columns = columns
    self.rows = rows
    self.caption = caption
    self.place = place
  }
}
