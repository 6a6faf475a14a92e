internal import Records

/// One thing in which a lesson's results are no longer what they were.
public struct Difference: Sendable {
  /// What differs.
  public enum Change: Sendable {
    /// A claim holds no more, holds again, came near its bound, or moved.
    case claim(ClaimChange)
    /// A value in the prose is another.
    case value(ValueChange)
    /// A figure shows something else.
    case figure(FigureChange)
    /// A table holds something else.
    case table(TableChange)
    /// The cell of this label, if it has one, prints something else.
    case output(TextChange, label: String?)
    /// The cell of this label, if it has one, fails with other words, as it is to fail.
    case failure(TextChange, label: String?)
    /// Something was not there.
    case new(Thing)
    /// Something is no longer there.
    case gone(Thing)
  }

  /// What can come and go.
  public enum Thing: Equatable, Sendable {
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
    /// What a cell prints, by the cell's label if it has one.
    case output(label: String?)
    /// How a cell fails that is to fail, by the cell's label if it has one.
    case failure(label: String?)
  }

  /// The lesson's file.
  public let file: String
  /// Where it stands in the lesson as it is; nil for what is gone.
  public let line: Int?
  /// What differs.
  public let change: Change
}

extension Difference {
  /// The place in a lesson's list: what fails first, what came and went last.
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
    case .gone: 9
    }
  }

  /// Whether only numbers moved, and none by so much as the given share: less than a reader sees.
  func isBelow(_ share: Double) -> Bool {
    switch change {
    case .claim(let claim):
      claim.verdict == .moved && claim.from?.demand == claim.to.demand
        && claim.movement.map { $0.size < share } ?? false
    case .figure(let figure): figure.words.isEmpty && figure.data?.isBelow(share) ?? true
    case .table(let table): table.words.isEmpty && table.data?.isBelow(share) ?? true
    case .value, .output, .failure, .new, .gone: false
    }
  }
}
