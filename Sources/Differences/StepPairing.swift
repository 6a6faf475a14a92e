/// Which cell or value of the lesson as it was is which of the lesson as it is.
///
/// A cell is known by its label, else by its code, most of all where the order is kept. Between the
/// cells of that order the longest common run of values with equal expressions is, then that of equal
/// words. What remains in between has been edited if both sides have as many of it, and is gone or
/// new if not. So a cell put in between is new and nothing else is, though its values look like
/// those below.
struct StepPairing {
  /// Each old one with its new one; one of the two is nil where it is new or gone.
  ///
  /// In the order of the new, the gone last.
  private(set) var pairs: [(old: Told?, new: Told?)] = []
  private let old: [Told]
  private let new: [Told]
  private var partner: [Int: Int] = [:]

  init(_ old: [Told], _ new: [Told]) {
    self.old = old
    self.new = new
    var gaps = split(Gap(old: Array(old.indices), new: Array(new.indices)), by: Key.init(cell:))
    pairMoved()
    gaps = gaps.map(withoutPairs)
    gaps = gaps.flatMap { split($0) { Key($0, words: $0.source.code) } }
    gaps = gaps.flatMap { split($0) { told in told.text.map { Key(told, words: $0) } } }
    for gap in gaps { pairEdited(gap) }
    let kept = Set(partner.values)
    pairs =
      new.indices.map { (partner[$0].map { old[$0] }, new[$0]) }
      + old.indices.filter { !kept.contains($0) }.map { (old[$0], nil) }
  }

  private struct Gap {
    var old: [Int]
    var new: [Int]
  }

  private struct Key: Hashable {
    var isCell: Bool
    var session: String
    var words: String?
    var isLabel = false

    init(_ told: Told, words: String? = nil) {
      (isCell, session) = (told.source.isCell, told.source.session)
      self.words = words
    }

    /// The key of a cell: its label, or its code; nil for a value.
    init?(cell told: Told) {
      guard told.source.isCell else { return nil }
      self.init(told, words: told.source.label ?? told.source.code)
      isLabel = told.source.label != nil
    }
  }

  /// Pairs the cells that stand in another order.
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

  /// Pairs the longest common run of what has a key, and gives the gaps around it.
  private mutating func split(_ gap: Gap, by key: (Told) -> Key?) -> [Gap] {
    let former = gap.old.indices.filter { key(old[gap.old[$0]]) != nil }
    let present = gap.new.indices.filter { key(new[gap.new[$0]]) != nil }
    let difference = present.map { key(new[gap.new[$0]]) }
      .difference(from: former.map { key(old[gap.old[$0]]) })
    let removed = Set(difference.removals.map(offset))
    let inserted = Set(difference.insertions.map(offset))
    let kept = zip(
      former.enumerated().filter { !removed.contains($0.offset) }.map(\.element),
      present.enumerated().filter { !inserted.contains($0.offset) }.map(\.element))
    var gaps: [Gap] = []
    var (oldStart, newStart) = (0, 0)
    for (oldPlace, newPlace) in kept {
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
