import Charts
import Testing

@Suite struct HistogramMarkTests {
  private func counts(
    _ values: [Double], bins: Int, over range: ClosedRange<Double>? = nil
  ) -> [Double] {
    Ridge(at: .number(0), of: values, bins: bins, over: range).counts
  }

  @Test func finiteValuesInTheRangeAreCountedOnce() {
    #expect(counts([0, 1, 2, 3, 4], bins: 2) == [2, 3])
    #expect(counts([0, 1, 2, 3, 4], bins: 2, over: 1...2) == [1, 1])
    #expect(counts([.nan, .infinity, 1], bins: 3).reduce(0, +) == 1)
  }

  @Test func equalValuesAndNoValuesHaveARange() {
    #expect(counts([7, 7, 7], bins: 3) == [0, 3, 0])
    #expect(counts([], bins: 3) == [0, 0, 0])
    #expect(counts([1], bins: 0, over: -.infinity...2) == [1])
  }

  @Test func theWidestRangeHasBins() {
    let greatest = Double.greatestFiniteMagnitude
    #expect(counts([-greatest, 0, greatest], bins: 3) == [1, 1, 1])
    #expect(counts([-greatest, greatest], bins: 2) == [1, 1])
  }

  @Test func aHistogramIsASingleMark() {
    let marks = HistogramMark([0.0, 1, 4], bins: 500, series: "s").marks
    #expect(marks.map(\.series) == ["s"])
    guard case .histogram(let ridge) = marks[0].shape else { return #expect(Bool(false)) }
    #expect(ridge.counts.count == 500 && ridge.counts.reduce(0, +) == 3)
    #expect((ridge.start, ridge.end) == (0, 4))
  }

  @Test func valuesOutsideBinsAreCountedByReason() {
    let ridge = Ridge(
      at: .number(0), of: [-3, -1, 0.5, 1, 7, .infinity, -.infinity, .nan, .nan], bins: 4,
      over: -1...1)
    #expect(ridge.counts.reduce(0, +) == 3 && ridge.total == 9)
    let outside = ridge.outside
    #expect((outside.finite, outside.infinite, outside.negativelyInfinite) == (2, 1, 1))
    #expect(outside.notANumber == 2)
  }

  @Test func edgesHaveNoRoundingErrors() {
    let ridge = Ridge(at: .number(0), of: [Double](), bins: 50, over: -4...6)
    let expected = (0...50).map { Double(5 * ($0 - 20)) / 25 }
    #expect((0...50).map(ridge.edge) == expected)
    #expect(ridge.edge(2) == -3.6)
    let tenths = Ridge(at: .number(0), of: [Double](), bins: 4, over: -0.1...0.3)
    #expect((0...4).map(tenths.edge) == [-0.1, 0, 0.1, 0.2, 0.3])
  }

  /// Counting by the printed edges gives the printed counts.
  @Test func edgeValuesBelongToTheUpperBin() {
    for bins in [3, 7, 10, 50, 99] {
      let ridge = Ridge(at: .number(0), of: [Double](), bins: bins, over: -4...6)
      let edges = (0..<bins).map(ridge.edge)
      #expect(counts(edges, bins: bins, over: -4...6) == [Double](repeating: 1, count: bins))
    }
  }

  @Test func floatEdgesKeepTheirDecimalDigits() {
    let ridge = Ridge(at: .number(0), of: [0.1, 0.7] as [Float], bins: 3, over: nil)
    #expect((0...3).map(ridge.edge) == [0.1, 0.3, 0.5, 0.7])
  }
}
