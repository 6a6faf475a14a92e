import Charts
import Testing

@Suite struct HistogramMarkTests {
  private func counts(
    _ values: [Double], bins: Int, over range: ClosedRange<Double>? = nil
  ) -> [Double] {
    Ridge(at: .number(0), of: values, bins: bins, over: range).counts
  }

  @Test func everyFiniteValueOfTheRangeIsCountedOnce() {
    #expect(counts([0, 1, 2, 3, 4], bins: 2) == [2, 3])
    #expect(counts([0, 1, 2, 3, 4], bins: 2, over: 1...2) == [1, 1])
    #expect(counts([.nan, .infinity, 1], bins: 3).reduce(0, +) == 1)
  }

  @Test func equalValuesAndNoValuesHaveARangeToo() {
    #expect(counts([7, 7, 7], bins: 3) == [0, 3, 0])
    #expect(counts([], bins: 3) == [0, 0, 0])
    #expect(counts([1], bins: 0, over: -.infinity...2) == [1])
  }

  @Test func theWidestRangeHasBinsToo() {
    let greatest = Double.greatestFiniteMagnitude
    #expect(counts([-greatest, 0, greatest], bins: 3) == [1, 1, 1])
    #expect(HistogramMark([-greatest, greatest], bins: 2).marks.count == 2)
  }

  @Test func aHistogramIsARectangleForEachBin() {
    let marks = HistogramMark([0, 1, 4], bins: 2, series: "s").marks
    let shape = Mark.Shape.rectangle(
      x: .number(0), xEnd: .number(2), y: .number(0), yEnd: .number(2))
    #expect(marks.first == Mark(shape, series: "s"))
  }
}
