internal import Records

/// What differs between two builds of a course.
///
/// Claims, figures and tables are known by their names, cells by their labels; other cells and the
/// values in the prose are found again by their order, as `StepPairing` says. So a change of prose
/// is no difference, and what is put in between is new and makes nothing else differ.
public struct Comparison: Sendable {
  /// All differences: lesson by lesson in the course's order, lessons that are gone last; in each
  /// what fails first.
  public let differences: [Difference]
  /// How many lessons are as they were.
  public let unchanged: Int
  /// What both builds computed with, if it is not the same, as the engine names it.
  public let engines: (from: String, to: String)?

  /// Compares two builds.
  ///
  /// - Parameters:
  ///   - old: What came of the lessons before.
  ///   - new: What came of them now, in the course's order.
  public init(from old: [Outcome], to new: [Outcome]) {
    let lessons = Pairing(named: old.map(\.file), new.map(\.file))
    let former = Dictionary(uniqueKeysWithValues: lessons.pairs.map { ($0.new, $0.old) })
    var differences: [Difference] = []
    for (place, outcome) in new.enumerated() {
      differences +=
        former[place].map { Comparison.differences(from: old[$0], to: outcome) }
        ?? Comparison.differences(inNew: outcome)
    }
    for place in lessons.gone {
      differences.append(
        Difference(file: old[place].file, line: nil, change: .gone(.lesson)))
    }
    self.differences = differences
    let changed = Set(differences.map(\.file))
    unchanged = new.count { !changed.contains($0.file) }
    let names = (old.lazy.compactMap(\.engine).first, new.lazy.compactMap(\.engine).first)
    if case (let before?, let now?) = names, before != now {
      engines = (before, now)
    } else {
      engines = nil
    }
  }

  /// A lesson that was not there is one difference, and so is each of its claims that fails.
  private static func differences(inNew outcome: Outcome) -> [Difference] {
    let failing = outcome.claims.compactMap { claim in
      ClaimChange(from: nil, to: claim).map {
        Difference(
          file: outcome.file, line: outcome.line(of: claim.place), change: .claim($0))
      }
    }
    return failing + [Difference(file: outcome.file, line: nil, change: .new(.lesson))]
  }

  private static func differences(from old: Outcome, to new: Outcome) -> [Difference] {
    let comparison = LessonComparison(old, new)
    return comparison.differences.enumerated().sorted {
      ($0.element.rank, $0.element.line ?? 0, $0.offset)
        < ($1.element.rank, $1.element.line ?? 0, $1.offset)
    }.map(\.element)
  }
}
