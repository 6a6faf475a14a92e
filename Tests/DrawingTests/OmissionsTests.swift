import Charts
import Drawing
import Testing

@Suite struct OmissionsTests {
  @Test("missing values are counted, marked and described")
  func mentioned() throws {
    let chart = Chart {
      for (x, y) in [
        (0, 1.0), (1, Double.nan), (2, Double.infinity), (3, -Double.infinity), (4, Double.nan),
        (5, 1.0),
      ] {
        LineMark(x: x, y: y)
      }
    }
    let svg = try ParsedSVG(chart, .wide)
    let sentence = "Not drawn: 1 × ∞ (▲), 1 × −∞ (▼), 2 × NaN (×)."
    #expect(svg.summary == "alt " + sentence)
    #expect(svg.texts.contains { $0.text == sentence })
    let gaps = svg.elements.filter { $0.attributes["class"]?.contains("gap") ?? false }
    #expect(gaps.map { $0.attributes["d"]?.count { $0 == "M" } } == [4])
  }

  @Test("a line with a gap has two runs")
  func runs() throws {
    let chart = Chart {
      for (x, y) in [(0, 1.0), (1, 2.0), (2, Double.nan), (3, 1.0), (4, 2.0)] {
        LineMark(x: x, y: y)
      }
    }
    #expect(try lineData(chart).count { $0 == "M" } == 2)
  }

  @Test("zero and negative values on a logarithmic axis are reported")
  func logarithmic() throws {
    let chart = Chart(yAxis: Axis(scale: .log)) { for y in -1...3 { LineMark(x: y, y: y) } }
    #expect(try ParsedSVG(chart, .wide).summary.contains("2 zero or negative"))
  }

  @Test("values outside a fixed domain are reported")
  func outside() throws {
    let chart = Chart(yAxis: Axis(domain: 0...5)) { for y in 0...9 { PointMark(x: y, y: y) } }
    #expect(try ParsedSVG(chart, .wide).summary.contains("4 beyond the axes"))
  }

  @Test("a complete drawing has no added sentence")
  func silence() throws {
    #expect(try ParsedSVG(Chart { LineMark(x: 0, y: 1) }, .wide).summary == "alt")
    #expect(try ParsedSVG(Chart(), .wide).summary == "alt No data.")
  }

  private func lineData(_ chart: Chart) throws -> String {
    let line = try ParsedSVG(chart, .wide).elements.first {
      $0.attributes["class"]?.hasPrefix("line") ?? false
    }
    return try #require(line?.attributes["d"])
  }
}
