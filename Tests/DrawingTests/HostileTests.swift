import Charts
import Drawing
import Markup
import Testing

@Suite struct HostileTests {
  @Test(
    "any chart is well-formed XML of at most 30 KB with finite coordinates",
    arguments: SampleCharts.hostile.keys.sorted(), Drawing.Size.allCases)
  func sound(_ name: String, _ size: Drawing.Size) throws {
    let svg = try ParsedSVG(try #require(SampleCharts.hostile[name]), size)
    #expect(svg.bytes <= 30 * 1024)
    #expect(!svg.coordinates.contains { $0.contains("n") || $0.contains("1000000") })
    #expect(
      Set(svg.elements.map(\.name)).isSubset(of: [
        "svg", "g", "title", "desc", "path", "text", "tspan",
      ]))
  }

  @Test(
    "all text is inside the drawing",
    arguments: SampleCharts.hostile.keys.sorted() + SampleCharts.typical.keys.sorted(),
    Drawing.Size.allCases)
  func textInside(_ name: String, _ size: Drawing.Size) throws {
    let chart = try #require(SampleCharts.hostile[name] ?? SampleCharts.typical[name])
    let svg = try ParsedSVG(chart, size)
    for text in svg.texts {
      #expect(-0.5 <= text.box.left && text.box.right <= svg.width + 0.5, "\(text.text)")
      #expect(-0.5 <= text.box.top, "\(text.text)")
    }
  }

  /// Charts whose size is not due to their number of values; the build checks the size of their
  /// pages.
  private static let heavy: Set = [
    "a hundred ridges", "deep residual scheme", "dense layers", "long labels",
    "long recurrent scheme", "sixty series", "thirty facets",
  ]

  @Test(
    "a figure of five frames has at most 80 KB",
    arguments: SampleCharts.hostile.keys.filter { !heavy.contains($0) }.sorted()
      + SampleCharts.typical.keys.sorted())
  func frames(_ name: String) throws {
    let chart = try #require(SampleCharts.hostile[name] ?? SampleCharts.typical[name])
    let frames = [chart] + [Chart](repeating: Chart(), count: 4)
    let frame = Drawing.html(of: chart, id: "a", alt: "A.", among: frames).text
    #expect(frames.count * frame.utf8.count <= 80 * 1024)
  }

  @Test("text with HTML markup is escaped")
  func markup() throws {
    let evil = "a</text><script>&\"'"
    let chart = Chart(title: evil, xAxis: Axis(evil)) { PointMark(x: 1, y: 1).annotation(evil) }
    let svg = try ParsedSVG(chart, .wide, alt: evil)
    #expect(svg.title == evil)
    #expect(svg.summary == evil)
    #expect(svg.texts.filter { $0.text == evil }.count == 2)
  }
}
