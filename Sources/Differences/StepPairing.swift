/// A matching of the cells and inline values of a lesson in two builds.
///
/// Cells are matched by label or else by code, first along the longest common subsequence, then in any
/// order. Between matched cells, values are matched along the longest common subsequence of their
/// expressions, then of their text. Remaining steps between two matches count as edited if both sides
/// have equally many, else as new and removed. So an inserted cell is the only new one, even if its
/// values resemble those below.
struct StepPairing {
  /// The pairs of old and new steps; one of the two is nil for a new or removed step.
  ///
  /// In the order of the new steps, with removed ones last.
  private(set) var pairs: [(old: StepResult?, new: StepResult?)] = []
  private let old: [StepResult]
  private let new: [StepResult]
  private var partner: [Int: Int] = [:]

  init(_ old: [StepResult], _ new: [StepResult]) {
    self.old = old
    self.new = new
    var gaps = split(Gap(old: Array(old.indices), new: Array(new.indices)), by: Key.init(cell:))
    pairMoved()
    gaps = gaps.map(withoutPairs)
    gaps = gaps.flatMap { split($0) { Key($0, text: $0.source.code) } }
    gaps = gaps.flatMap { split($0) { step in step.text.map { Key(step, text: $0) } } }
    for gap in gaps { pairEdited(gap) }
    let paired = Set(partner.values)
    pairs =
      new.indices.map { (partner[$0].map { old[$0] }, new[$0]) }
      + old.indices.filter { !paired.contains($0) }.map { (old[$0], nil) }
  }

  private struct Gap {
    var old: [Int]
    var new: [Int]
  }

  private struct Key: Hashable {
    var isCell: Bool
    var session: String
    var text: String?
    var isLabel = false

    init(_ step: StepResult, text: String? = nil) {
      isCell = step.source.isCell
      session = step.source.session
      self.text = text
    }

    /// The key of a cell: its label, or its code; nil for a value.
    init?(cell step: StepResult) {
      guard step.source.isCell else { return nil }
      self.init(step, text: step.source.label ?? step.source.code)
      isLabel = step.source.label != nil
    }
  }

  /// Pairs cells whose order has changed.
  private mutating func pairMoved() {
    let rest = withoutPairs(Gap(old: Array(old.indices), new: Array(new.indices)))
    let former = rest.old.filter { old[$0].source.isCell }
    let present = rest.new.filter { new[$0].source.isCell }
    let moved = Pairing(
      named: former.map { Key(cell: old[$0]) }, present.map { Key(cell: new[$0]) })
    for (oldPlace, newPlace) in moved.pairs { partner[present[newPlace]] = former[oldPlace] }
  }

  private func withoutPairs(_ gap: Gap) -> Gap {
    let paired = Set(partner.values)
    return Gap(
      old: gap.old.filter { !paired.contains($0) }, new: gap.new.filter { partner[$0] == nil })
  }

  /// Pairs the longest common subsequence of steps that have a key, and returns the gaps between pairs.
  private mutating func split(_ gap: Gap, by key: (StepResult) -> Key?) -> [Gap] {
    let former = gap.old.indices.filter { key(old[gap.old[$0]]) != nil }
    let present = gap.new.indices.filter { key(new[gap.new[$0]]) != nil }
    let difference = present.map { key(new[gap.new[$0]]) }
      .difference(from: former.map { key(old[gap.old[$0]]) })
    let removed = Set(difference.removals.map(offset))
    let inserted = Set(difference.insertions.map(offset))
    let matches = zip(
      former.enumerated().filter { !removed.contains($0.offset) }.map(\.element),
      present.enumerated().filter { !inserted.contains($0.offset) }.map(\.element))
    var gaps: [Gap] = []
    var oldStart = 0
    var newStart = 0
    for (oldPlace, newPlace) in matches {
      partner[gap.new[newPlace]] = gap.old[oldPlace]
      gaps.append(
        Gap(
          old: Array(gap.old[oldStart..<oldPlace]), new: Array(gap.new[newStart..<newPlace])))
      (oldStart, newStart) = (oldPlace + 1, newPlace + 1)
    }
    let rest = Gap(old: Array(gap.old[oldStart...]), new: Array(gap.new[newStart...]))
    return (gaps + [rest]).filter { !$0.old.isEmpty && !$0.new.isEmpty }
  }

  private mutating func pairEdited(_ gap: Gap) {
    let before = Dictionary(grouping: gap.old) { Key(old[$0]) }
    let after = Dictionary(grouping: gap.new) { Key(new[$0]) }
    for (key, places) in after {
      guard let former = before[key], former.count == places.count else { continue }
      for (oldPlace, newPlace) in zip(former, places) { partner[newPlace] = oldPlace }
    }
  }
}

private func offset(_ change: CollectionDifference<some Any>.Change) -> Int {
  switch change {
  case .insert(let offset, _, _), .remove(let offset, _, _): offset
  }
}
