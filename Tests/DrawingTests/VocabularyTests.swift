import Charts
import Drawing
import Markup
import Testing

/// The words that a drawing adds of its own.
@Suite struct VocabularyTests {
  private let latin = Vocabulary(
    noData: "Nihil.", notDrawn: "Omissa: {list}!", notPositive: "non positiva",
    beyondTheAxes: "extra", beyondTheColours: "{count} ultra.", blocks: "{rows} et {columns}")

  private func drawing(_ chart: Chart) -> String {
    Drawing.figure(of: chart, id: "a", alt: "A.", in: latin).text
  }

  @Test func everyWordComesFromTheVocabulary() {
    #expect(drawing(Chart()).contains("Nihil."))
    let faulty = Chart(yAxis: Axis(scale: .log)) {
      for y in [0, 1, Double.nan] { LineMark(x: 1, y: y) }
    }
    #expect(drawing(faulty).contains("Omissa: 1 × NaN (×), 1 non positiva!"))
    var map = Chart { HeatMap([[0.0, 1, 2, 3]]) }
    map.colorAxis = ColorAxis(domain: 1...2)
    #expect(drawing(map).contains("2 ultra."))
  }
}
