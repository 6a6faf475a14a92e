import Charts
import Testing

@Suite struct SpreadMarkTests {
  @Test func aSpreadIsABandAndAMedianLine() {
    let marks = SpreadMark(x: 3, of: [5, 1, 2], series: "s").marks
    #expect(
      marks == AreaMark(x: 3, yStart: 1, yEnd: 5, series: "s").marks
        + LineMark(x: 3, y: 2, series: "s").marks)
  }

  @Test func mediansOfEvenCountsAreInterpolated() {
    #expect(SpreadMark(x: 3, of: [4, 1, 2, 9]).marks.last == LineMark(x: 3, y: 3).marks[0])
  }

  @Test func nanIsIgnoredUnlessAllValuesAreNaN() {
    #expect(SpreadMark(x: 3, of: [Double.nan, 2]).marks == SpreadMark(x: 3, of: [2.0]).marks)
    #expect(SpreadMark(x: 3, of: [Double.nan]).marks.last == LineMark(x: 3, y: Double.nan).marks[0])
  }

  @Test func aBoxShowsTheQuartiles() {
    let marks = BoxMark(x: "a", of: [1.0, 2, 3, 4, 5]).marks
    #expect(
      marks == RuleMark(x: "a", yStart: 1, yEnd: 5).marks
        + BarMark(x: "a", yStart: 2, yEnd: 4).marks + PointMark(x: "a", y: 3).marks)
  }
}
