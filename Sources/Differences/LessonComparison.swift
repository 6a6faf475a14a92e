internal import Records

/// The differences between two builds of one lesson, unsorted.
struct LessonComparison {
  private(set) var differences: [Difference] = []
  private let file: String

  init(_ old: LessonResults, _ new: LessonResults) {
    file = new.file
    let line = { new.line(of: $0) }
    compare(old.claims, new.claims, line: line, item: Difference.Item.claim) { from, to in
      ClaimChange(from: from, to: to).map { .claim($0) }
    }
    compare(old.figures, new.figures, line: line, item: Difference.Item.figure) { from, to in
      from.flatMap { FigureChange(from: $0, to: to) }.map { .figure($0) }
    }
    compare(old.tables, new.tables, line: line, item: Difference.Item.table) { from, to in
      from.flatMap { TableChange(from: $0, to: to) }.map { .table($0) }
    }
    for (old, new) in StepPairing(old.steps, new.steps).pairs { compare(old, new) }
  }

  private mutating func add(_ change: Difference.Change?, at line: Int?) {
    switch change {
    case .removed(let item):
      differences.append(Difference(file: file, line: nil, change: .removed(item)))
    case let change?: differences.append(Difference(file: file, line: line, change: change))
    case nil: break
    }
  }

  /// Compares named results, matched by name; for a new result, `change` returns a more specific change
  /// than `.new`, or nil.
  private mutating func compare<Result: Named>(
    _ old: [Result], _ new: [Result], line: (CellPlace) -> Int?,
    item: (String) -> Difference.Item,
    change: (_ from: Result?, _ to: Result) -> Difference.Change?
  ) {
    let pairing = Pairing(named: old.map(\.name), new.map(\.name))
    for (former, present) in pairing.pairs {
      add(change(old[former], new[present]), at: line(new[present].place))
    }
    for result in pairing.new.map({ new[$0] }) {
      add(change(nil, result) ?? .new(item(result.name)), at: line(result.place))
    }
    for place in pairing.removed { add(.removed(item(old[place].name)), at: nil) }
  }

  /// Compares the results of a cell or an inline value; one of the two is nil if it is new or removed.
  private mutating func compare(_ old: StepResult?, _ new: StepResult?) {
    guard let step = new ?? old else { return }
    let line = new?.source.lines?.own
    let label = step.source.label
    guard step.source.isCell else {
      let value = old.flatMap { old in new.flatMap { ValueChange(from: old, to: $0) } }
      let change = presenceChange(old?.text, new?.text, of: .value(step.source.code))
      return add(value.map { .value($0) } ?? change, at: line)
    }
    add(
      presenceChange(old?.text, new?.text, of: .output(label: label))
        ?? TextChange(from: old?.text, to: new?.text).map { .output($0, label: label) }, at: line)
    add(
      presenceChange(old?.failure, new?.failure, of: .failure(label: label))
        ?? TextChange(from: old?.failure, to: new?.failure).map { .failure($0, label: label) },
      at: line)
  }
}

/// The change of an item that was added or removed; nil if both sides have it, or neither.
private func presenceChange(
  _ old: String?, _ new: String?, of item: Difference.Item
) -> Difference.Change? {
  switch (old, new) {
  case (nil, .some): .new(item)
  case (.some, nil): .removed(item)
  default: nil
  }
}

/// A result with a name given by the lesson's author.
private protocol Named {
  var name: String { get }
  /// The place of the call that created it.
  var place: CellPlace { get }
}

extension Claim: Named {}
extension Figure: Named {}
extension ResultTable: Named {}
