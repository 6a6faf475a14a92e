internal import Records

/// Claims that |value − `expected`| ≤ `within`.
///
/// Of several values each must meet the condition. Nil, NaN and an empty sequence fail.
@MainActor
public func claim(
  _ name: String, _ value: some Measurable, equals expected: Double, within: Double,
  line: Int = #line
) {
  write(name, value, .equals(value: expected, within: within), line: line)
}

/// Claims that |value − `expected`| ≤ `relative` · |`expected`|.
///
/// Of several values each must meet the condition. Nil, NaN and an empty sequence fail.
@MainActor
public func claim(
  _ name: String, _ value: some Measurable, equals expected: Double, relative: Double,
  line: Int = #line
) {
  write(name, value, .near(value: expected, by: relative), line: line)
}

/// Claims that a value is at most `bound`.
///
/// Of several values each must meet the condition. Nil, NaN and an empty sequence fail.
@MainActor
public func claim(
  _ name: String, _ value: some Measurable, atMost bound: Double, line: Int = #line
) {
  write(name, value, .atMost(bound: bound), line: line)
}

/// Claims that a value is at least `bound`.
///
/// Of several values each must meet the condition. Nil, NaN and an empty sequence fail.
@MainActor
public func claim(
  _ name: String, _ value: some Measurable, atLeast bound: Double, line: Int = #line
) {
  write(name, value, .atLeast(bound: bound), line: line)
}

/// Claims that a value is in `range`.
///
/// Of several values each must meet the condition. Nil, NaN and an empty sequence fail.
@MainActor
public func claim(
  _ name: String, _ value: some Measurable, between range: ClosedRange<Double>, line: Int = #line
) {
  write(name, value, .between(low: range.lowerBound, high: range.upperBound), line: line)
}

/// Claims that there are `total` truth values, for example one for each seed, and that at least `least`
/// of them are true.
@MainActor
public func claim(
  _ name: String, _ truths: some Sequence<Bool>, atLeast least: Int, of total: Int,
  line: Int = #line
) {
  write(name, .truths(Array(truths)), .count(atLeast: least, of: total), line: line)
}

/// Claims that a count of runs is at least `least` of `total`.
///
/// A count below 0 or above `total` fails.
@MainActor
public func claim(
  _ name: String, _ count: Int, atLeast least: Int, of total: Int, line: Int = #line
) {
  let isCount = 0...max(0, total) ~= count
  let truths = isCount ? (0..<total).map { $0 < count } : []
  write(name, .truths(truths), .count(atLeast: least, of: total), line: line)
}

/// Claims that a condition holds; `words` describes it.
@MainActor
public func claim(
  _ name: String, holds condition: Bool, _ words: String, line: Int = #line
) {
  write(name, .truths([condition]), .holds(words: words), line: line)
}

@MainActor
private func write(
  _ name: String, _ value: some Measurable, _ demand: Claim.Demand, line: Int
) {
  write(name, .numbers(value.measurements), demand, line: line)
}

@MainActor
private func write(
  _ name: String, _ measured: Claim.Measurement, _ demand: Claim.Demand, line: Int
) {
  let place = Recorder.current.place(of: line)
  Recorder.current.write(
    .claim(Claim(name: name, measured: measured, demand: demand, place: place)))
}
