import Charts
import Drawing
import Markup
import TestSupport
import Testing

@Suite struct DrawingTests {
  @Test(
    "typical charts match their golden files", arguments: SampleCharts.typical.keys.sorted(),
    Drawing.Size.allCases)
  func golden(_ name: String, _ size: Drawing.Size) throws {
    let chart = try #require(SampleCharts.typical[name])
    let svg = Drawing.svg(of: chart, size: size, id: "golden", alt: "What \(name) shows.")
    let file = "\(name)-\(size.rawValue).svg".replacing(" ", with: "-")
    let mismatch = try goldenMismatch(svg.text + "\n", file)
    #expect(mismatch == nil)
  }

  @Test("a drawing has a role, a title and a description")
  func accessible() throws {
    let svg = try ParsedSVG(
      Chart(title: "The finding") { PointMark(x: 1, y: 2) }, .narrow, alt: "Words.")
    let root = try #require(svg.elements.first?.attributes)
    let image = try #require(svg.elements.first { $0.name == "g" }?.attributes)
    #expect(image["role"] == "img")
    #expect(image["aria-labelledby"] == "test-narrow-title test-narrow-desc")
    #expect(root["class"] == "chart narrow")
    #expect(svg.title == "The finding" && svg.summary == "Words.")
    #expect(try ParsedSVG(Chart(), .wide, alt: "Words.").title == "Words.")
  }

  @Test("a figure contains both drawings with different ids")
  func figure() throws {
    let chart = try #require(SampleCharts.typical["slope"])
    let html = Drawing.html(of: chart, id: "fig", alt: "alt").text
    let ids = html.matches(of: /id="([^"]+)"/).map { String($0.1) }
    #expect(ids.count == 4 && Set(ids).count == 4)
    #expect(html.hasPrefix("<div class=\"drawing\">\n<svg") && html.hasSuffix("</svg>\n</div>"))
  }

  @Test("the same chart gives the same bytes")
  func deterministic() throws {
    for name in SampleCharts.typical.keys.sorted() {
      let chart = try #require(SampleCharts.typical[name])
      let one = Drawing.svg(of: chart, size: .wide, id: "a", alt: "")
      #expect(one == Drawing.svg(of: chart, size: .wide, id: "a", alt: ""))
    }
  }
}
