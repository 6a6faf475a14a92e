/// A table that a cell made of its results.
public struct ResultTable: Codable, Equatable, Sendable {
  /// What stands in one place of a table.
  public enum Entry: Codable, Equatable, Sendable {
    /// A number.
    case number(Double)
    /// A whole number, which keeps all its digits.
    case whole(Int)
    /// A truth.
    case truth(Bool)
    /// Words.
    case text(String)
    /// Nothing, where there was no value.
    case nothing
  }

  /// One row.
  public struct Row: Codable, Equatable, Sendable {
    /// What stands in it, from left to right.
    public var entries: [Entry]
    /// The call that made it.
    public var place: CellPlace

    /// A row.
    public init(_ entries: [Entry], place: CellPlace) {
      self.entries = entries
      self.place = place
    }
  }

  /// What the prose calls it: `tbl:name`.
  public var name: String
  /// The names of its columns.
  public var columns: [String]
  /// Its rows, in order; each is to be as long as `columns`.
  public var rows: [Row]
  /// The sentence above it.
  public var caption: String?
  /// The call that made it.
  public var place: CellPlace

  /// A table.
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
