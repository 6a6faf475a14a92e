import Charts
import Drawing
import Foundation
import Markup
import Testing

/// The values that readers can step through.
@Suite struct DataPointsTests {
  private func svg(_ chart: Chart, _ size: Drawing.Size = .wide) -> String {
    Drawing.svg(of: chart, size: size, id: "a", alt: "").text
  }

  /// Splits a drawing into the part that is an image and the group of values after it.
  private func parts(_ svg: String) -> (image: Substring, values: Substring) {
    let start = svg.firstRange(of: "<g class=\"marks\"")?.lowerBound ?? svg.endIndex
    return (svg[..<start], svg[start...])
  }

  @Test func eachDataPointHasAPositionAndADescription() {
    let chart = Chart(xAxis: Axis("layer"), yAxis: Axis("gradient <δ>")) {
      LineMark(x: 1, y: 2e-7, series: "a & b")
      LineMark(x: 2, y: 0.25, series: "a & b")
    }
    let values = parts(svg(chart)).values
    #expect(values.hasPrefix("<g class=\"marks\" data-x=\"layer\" data-y=\"gradient &lt;δ&gt;\">"))
    #expect(values.contains("<g class=\"s1\" data-s=\"a &amp; b\">"))
    #expect(values.contains(/<path d="M[0-9]+,[0-9]+h0" data-v="1: 2 × 10⁻⁷"\/>/))
    #expect(values.contains("data-v=\"2: 0.25\"/>"))
  }

  @Test func dataPointsAreOutsideTheImage() {
    let (image, values) = parts(svg(Chart { PointMark(x: 1, y: 2) }))
    #expect(image.hasSuffix("</g>\n") && values.hasSuffix("</g>\n</g>\n</svg>"))
    #expect(!values.contains("role="))
  }

  @Test func aBarIsADataPointWithAnOutline() {
    let values = parts(svg(Chart { BarMark(x: 0.5, y: "Xavier") })).values
    #expect(values.contains(/<path d="M[^"]*z" data-v="Xavier: 0.5"\/>/))
  }

  @Test func missingValuesHaveNoDataPoints() {
    let values = parts(svg(Chart { for y in [1, Double.nan, 2] { PointMark(x: 0, y: y) } })).values
    #expect(values.matches(of: /data-v/).count == 2)
  }

  @Test(
    "data points take at most a quarter of a drawing",
    arguments: SampleCharts.typical.keys.sorted() + SampleCharts.hostile.keys.sorted(),
    Drawing.Size.allCases)
  func compact(_ name: String, _ size: Drawing.Size) throws {
    let chart = try #require(SampleCharts.typical[name] ?? SampleCharts.hostile[name])
    let all = svg(chart, size)
    let values = parts(all).values
    let count = values.matches(of: /data-v/).count
    let allowed = name.contains("cell") ? 120 : 36
    #expect(count <= allowed || 4 * values.utf8.count <= all.utf8.count + 400, "\(count)")
  }

  @Test func sampledSeriesKeepTheirEnds() {
    let chart = Chart { for x in 0...100_000 { LineMark(x: x, y: x % 977) } }
    let values = parts(svg(chart)).values
    #expect(values.contains("\"0: 0\"") && values.contains("\"100,000: 346\""))
    #expect(values.matches(of: /data-v/).count <= 60)
  }
}
