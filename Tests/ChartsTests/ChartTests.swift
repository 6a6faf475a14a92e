import Charts
import Testing

@Suite struct ChartTests {
  @Test("a chart round-trips through JSON, including NaN and ∞")
  func roundTrips() throws {
    let chart = Chart(
      title: "Everything", xAxis: Axis("step"), yAxis: Axis("loss", scale: .log, domain: 1...2)
    ) {
      LineMark(x: 0, y: Double.nan, series: "a < b")
      PointMark(x: Float(0.1), y: -Double.infinity)
      BarMark(x: "NaN", y: 3)
      AreaMark(x: 1, yStart: 0.5, yEnd: Float.nan, series: "spread")
      RuleMark(x: 2)
      RuleMark(y: 1e-5).annotation("vanishing")
      TextMark("here", x: 1, y: 2)
    }
    #expect(chart.marks.count == 7)
    #expect(try roundTrip(chart) == chart)
  }

  @Test("an axis is linear and has no domain by default")
  func defaults() {
    #expect(Chart().yAxis == Axis(nil, scale: .linear, domain: nil))
  }
}
