internal import Records

/// The differences between the results of two builds of a course.
///
/// Claims, figures and tables are matched by name, cells by label; other cells and inline values are
/// matched by order, see `StepPairing`. So a change of prose is no difference, and an inserted cell is
/// new and makes nothing else differ.
public struct Comparison: Sendable {
  /// All differences by lesson, in the course's order with removed lessons last; within a lesson,
  /// failures first.
  public let differences: [Difference]
  /// The number of lessons without differences.
  public let unchanged: Int
  /// The engines of both builds, by the engine's own description; nil if they are the same.
  public let engines: (from: String, to: String)?

  /// Compares the results of two builds of a course.
  ///
  /// - Parameters:
  ///   - old: The results of the lessons in the earlier build.
  ///   - new: The results of the lessons in the later build, in the course's order.
  public init(from old: [LessonResults], to new: [LessonResults]) {
    let lessons = Pairing(named: old.map(\.file), new.map(\.file))
    let former = Dictionary(uniqueKeysWithValues: lessons.pairs.map { ($0.new, $0.old) })
    var differences: [Difference] = []
    for (place, results) in new.enumerated() {
      differences +=
        former[place].map { Comparison.differences(from: old[$0], to: results) }
        ?? Comparison.differences(inNew: results)
    }
    for place in lessons.removed {
      differences.append(
        Difference(file: old[place].file, line: nil, change: .removed(.lesson)))
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

  /// A new lesson is one difference; each of its failing claims is another.
  private static func differences(inNew results: LessonResults) -> [Difference] {
    let failing = results.claims.compactMap { claim in
      ClaimChange(from: nil, to: claim).map {
        Difference(
          file: results.file, line: results.line(of: claim.place), change: .claim($0))
      }
    }
    return failing + [Difference(file: results.file, line: nil, change: .new(.lesson))]
  }

  private static func differences(from old: LessonResults, to new: LessonResults) -> [Difference] {
    let comparison = LessonComparison(old, new)
    return comparison.differences.enumerated().sorted {
      ($0.element.rank, $0.element.line ?? 0, $0.offset)
        < ($1.element.rank, $1.element.line ?? 0, $1.offset)
    }.map(\.element)
  }
}
