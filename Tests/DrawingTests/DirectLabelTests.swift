import Charts
import Drawing
import Testing

@Suite struct DirectLabelTests {
  @Test(
    "no two texts of a typical chart overlap",
    arguments: SampleCharts.typical.keys.sorted(), Drawing.Size.allCases)
  func apart(_ name: String, _ size: Drawing.Size) throws {
    let texts = try ParsedSVG(try #require(SampleCharts.typical[name]), size).texts
    #expect(texts.count > 3 || name == "layers")
    for (index, one) in texts.enumerated() {
      for other in texts.dropFirst(index + 1) {
        #expect(!overlap(one.box, other.box), "\(one.text) and \(other.text)")
      }
    }
  }

  @Test("names are placed at line ends that are far apart")
  func atEnds() throws {
    let svg = try ParsedSVG(try #require(SampleCharts.typical["powers"]), .wide)
    let labels = svg.elements.filter { $0.attributes["class"]?.hasPrefix("label") ?? false }
    #expect(labels.count == 5)
    #expect(Set(labels.map { $0.attributes["x"] }).count == 1)
  }

  @Test(
    "names are placed beside their lines if the ends meet",
    arguments: Drawing.Size.allCases)
  func inside(_ size: Drawing.Size) throws {
    let svg = try ParsedSVG(try #require(SampleCharts.typical["gradient"]), size)
    let labels = svg.elements.filter { $0.attributes["class"]?.hasPrefix("label") ?? false }
    #expect(labels.count == 3)
    #expect(Set(labels.map { $0.attributes["y"] }).count > 1)
  }

  @Test("names that do not fit beside their lines are in a legend")
  func legend() throws {
    let chart = Chart {
      for name in ["one", "two", "three"] { for x in 0...3 { LineMark(x: x, y: x, series: name) } }
    }
    let svg = try ParsedSVG(
      Chart(
        marks: chart.marks.map {
          Mark($0.shape, series: $0.series.map { $0 + " " + String(repeating: "w", count: 40) })
        }), .narrow)
    #expect(!svg.elements.contains { $0.attributes["class"]?.hasPrefix("label") ?? false })
    #expect(svg.elements.count { $0.attributes["class"]?.hasPrefix("line") ?? false } == 6)
  }

  @Test(
    "a rule's annotation overlaps a line rather than other text",
    arguments: Drawing.Size.allCases)
  func rules(_ size: Drawing.Size) throws {
    var chart = Chart {
      for step in 1...200 { LineMark(x: step, y: step < 3 ? 1e30 : 2, series: "clipped") }
      RuleMark(y: 1).annotation("what is let through")
    }
    chart.xAxis = Axis("step", scale: .log)
    chart.yAxis = Axis("norm", scale: .log)
    let texts = try ParsedSVG(chart, size).texts
    let note = try #require(texts.first { $0.text == "what is let through" })
    for other in texts where other.text != note.text {
      #expect(!overlap(note.box, other.box), "\(other.text)")
    }
  }

  @Test("the ticks of ridges end at the highest baseline")
  func ridges() throws {
    let chart = Chart { for layer in 1...5 { RidgeMark([0.0, 1, 2, 2], y: layer) } }
    let labels = try ParsedSVG(chart, .wide).texts.map(\.text)
    #expect(labels.contains("5") && !labels.contains("6"))
  }

  private func overlap(_ a: Box, _ b: Box) -> Bool {
    a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1
  }
}
