internal import Records

/// What differs between two builds of one lesson, in no order.
struct LessonComparison {
  private(set) var differences: [Difference] = []
  private let file: String

  init(_ old: Outcome, _ new: Outcome) {
    file = new.file
    let place = { new.line(of: $0) }
    compare(old.claims, new.claims, place, Difference.Thing.claim) { from, to in
      ClaimChange(from: from, to: to).map { .claim($0) }
    }
    compare(old.figures, new.figures, place, Difference.Thing.figure) { from, to in
      from.flatMap { FigureChange(from: $0, to: to) }.map { .figure($0) }
    }
    compare(old.tables, new.tables, place, Difference.Thing.table) { from, to in
      from.flatMap { TableChange(from: $0, to: to) }.map { .table($0) }
    }
    for (old, new) in StepPairing(old.told, new.told).pairs { compare(old, new) }
  }

  private mutating func add(_ change: Difference.Change?, at line: Int?) {
    switch change {
    case .gone(let thing):
      differences.append(Difference(file: file, line: nil, change: .gone(thing)))
    case let change?: differences.append(Difference(file: file, line: line, change: change))
    case nil: break
    }
  }

  /// Compares what has names; `change` also says what there is to say of one that is new, if it is
  /// more than that.
  private mutating func compare<Result: Named>(
    _ old: [Result], _ new: [Result], _ line: (CellPlace) -> Int?,
    _ thing: (String) -> Difference.Thing,
    change: (_ from: Result?, _ to: Result) -> Difference.Change?
  ) {
    let pairing = Pairing(named: old.map(\.name), new.map(\.name))
    for (former, present) in pairing.pairs {
      add(change(old[former], new[present]), at: line(new[present].place))
    }
    for result in pairing.new.map({ new[$0] }) {
      add(change(nil, result) ?? .new(thing(result.name)), at: line(result.place))
    }
    for place in pairing.gone { add(.gone(thing(old[place].name)), at: nil) }
  }

  /// Compares what a cell or a value said; one of the two is nil where it is new or gone.
  private mutating func compare(_ old: Told?, _ new: Told?) {
    guard let step = new ?? old else { return }
    let (line, label) = (new?.source.lines?.own, step.source.label)
    guard step.source.isCell else {
      let value = old.flatMap { old in new.flatMap { ValueChange(from: old, to: $0) } }
      let change = cameOrWent(old?.text, new?.text, .value(step.source.code))
      return add(value.map { .value($0) } ?? change, at: line)
    }
    add(
      cameOrWent(old?.text, new?.text, .output(label: label))
        ?? TextChange(from: old?.text, to: new?.text).map { .output($0, label: label) }, at: line)
    add(
      cameOrWent(old?.failure, new?.failure, .failure(label: label))
        ?? TextChange(from: old?.failure, to: new?.failure).map { .failure($0, label: label) },
      at: line)
  }
}

/// What came or went; nil where both sides have it, or neither.
private func cameOrWent(
  _ old: String?, _ new: String?, _ thing: Difference.Thing
) -> Difference.Change? {
  switch (old, new) {
  case (nil, .some): .new(thing)
  case (.some, nil): .gone(thing)
  default: nil
  }
}

/// A result that a lesson's author has named.
private protocol Named {
  var name: String { get }
  /// The call that made it.
  var place: CellPlace { get }
}

extension Claim: Named {}
extension Figure: Named {}
extension ResultTable: Named {}
