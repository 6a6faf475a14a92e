import Charts
import Drawing
import Markup
import Testing

/// The text that a drawing adds in the page's language.
@Suite struct DrawingPhrasesTests {
  private let latin = DrawingPhrases(
    noData: "Nihil.", notDrawn: "Omissa: {list}!", notPositive: "non positiva",
    beyondTheAxes: "extra", beyondTheColours: "{count} ultra.",
    outsideTheBins: "{count} ex {total} extra loculos", withoutPlace: "Sine loco: {list}.",
    sampled: Dictionary(
      uniqueKeysWithValues: DrawingPhrases.kinds.map { ($0, "Pars: {count} ex {total}, \($0).") }),
    within: "Ad {distance}.", blocks: "{rows} et {columns}")

  private func drawing(_ chart: Chart) -> String {
    Drawing.html(of: chart, id: "a", alt: "A.", in: latin).text
  }

  @Test func omissionsAreReportedInTheGivenLanguage() {
    #expect(drawing(Chart()).contains("Nihil."))
    let faulty = Chart(yAxis: Axis(scale: .log)) {
      for y in [0, 1, Double.nan] { LineMark(x: 1, y: y) }
    }
    #expect(drawing(faulty).contains("Omissa: 1 × NaN (×), 1 non positiva!"))
    var map = Chart { HeatMap([[0.0, 1, 2, 3]]) }
    map.colorAxis = ColorAxis(domain: 1...2)
    #expect(drawing(map).contains("2 ultra."))
  }

  @Test func samplingIsReportedInTheGivenLanguage() {
    let many = Chart {
      for index in 0..<9_000 { PointMark(x: index, y: index * index % 1_009) }
      HistogramMark([1.0, 2, 3], over: 0...2)
      TextMark("hic", x: 1, y: Double.nan)
    }
    let drawing = drawing(many)
    #expect(drawing.contains(/Pars: [0-9,]+ ex 9,000, points\./))
    #expect(drawing.contains("1 ex 3 extra loculos") && drawing.contains("Sine loco: “hic”."))
    let noise = Chart { for index in 0..<30_000 { LineMark(x: index, y: index &* 7919 % 1013) } }
    #expect(self.drawing(noise).contains(/Ad [0-9.]+\./))
  }
}
