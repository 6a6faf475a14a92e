internal import Records

/// One difference between the results of a lesson in two builds.
public struct Difference: Sendable {
  /// What kind of result differs, and how.
  public enum Change: Sendable {
    /// A claim fails, holds again, came near its bound, or moved.
    case claim(ClaimChange)
    /// An inline value differs.
    case value(ValueChange)
    /// The numbers, wording or drawing of a figure differ.
    case figure(FigureChange)
    /// The entries, columns or caption of a table differ.
    case table(TableChange)
    /// The output of a cell differs; with the cell's label, if it has one.
    case output(TextChange, label: String?)
    /// The expected failure of a cell has another message; with the cell's label, if it has one.
    case failure(TextChange, label: String?)
    /// An item was added.
    case new(Item)
    /// An item was removed.
    case removed(Item)
  }

  /// A result that can be added or removed.
  public enum Item: Equatable, Sendable {
    /// A whole lesson.
    case lesson
    /// A claim by its name.
    case claim(String)
    /// An inline value by its expression.
    case value(String)
    /// A figure by its name.
    case figure(String)
    /// A table by its name.
    case table(String)
    /// The output of a cell, by the cell's label if it has one.
    case output(label: String?)
    /// The expected failure of a cell, by the cell's label if it has one.
    case failure(label: String?)
  }

  /// The lesson's file, as the user named it.
  public let file: String
  /// The line in the current lesson; nil for a removed item.
  public let line: Int?
  /// What kind of result differs, and how.
  public let change: Change
}

extension Difference {
  /// The rank in a lesson's list: failures first, added and removed items last.
  var rank: Int {
    switch change {
    case .claim(let claim):
      switch claim.verdict {
      case .fails: 0
      case .holds: 1
      case .near: 2
      case .moved: 3
      }
    case .value: 3
    case .figure: 4
    case .table: 5
    case .output: 6
    case .failure: 7
    case .new: 8
    case .removed: 9
    }
  }

  /// Whether only numbers changed, and each relative change is below a threshold.
  func isBelow(_ share: Double) -> Bool {
    switch change {
    case .claim(let claim):
      claim.verdict == .moved && claim.from?.demand == claim.to.demand
        && claim.numberChange.map { $0.size < share } ?? false
    case .figure(let figure): figure.wording.isEmpty && figure.data?.isBelow(share) ?? true
    case .table(let table): table.wording.isEmpty && table.data?.isBelow(share) ?? true
    case .value, .output, .failure, .new, .removed: false
    }
  }
}
