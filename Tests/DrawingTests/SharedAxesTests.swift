import Charts
import Drawing
import Markup
import Testing

/// Frames of one figure share their axes.
@Suite struct SharedAxesTests {
  private func chart(_ height: Double) -> Chart {
    Chart {
      LineMark(x: 0, y: 0)
      LineMark(x: height, y: height)
    }
  }

  /// All text in a drawing, including tick labels.
  private func texts(_ chart: Chart, among frames: [Chart]) -> [String] {
    let svg = Drawing.html(of: chart, id: "a", alt: "A.", among: frames).text
    return svg.matches(of: />([^<\n]+)<\/text>/).map { String($0.1) }
  }

  @Test func framesShareTheirAxes() {
    let (low, high) = (chart(1), chart(1000))
    #expect(texts(low, among: [low, high]) == texts(high, among: [low, high]))
    #expect(texts(high, among: [low, high]) == texts(high, among: []))
    #expect(texts(low, among: []) != texts(low, among: [low, high]))
  }

  @Test func framesShareTheOrderOfCategories() {
    let (first, second) = (
      Chart { BarMark(x: "a", y: 1) },
      Chart {
        BarMark(x: "b", y: 1)
        BarMark(x: "a", y: 2)
      }
    )
    let names = [first, second].map { frame in
      texts(frame, among: [first, second]).filter { ["a", "b"].contains($0) }
    }
    #expect(names[0] == names[1])
    #expect(names[0].prefix(2) == ["a", "b"])
  }

  /// The SVG of a frame's axes in both sizes: grid, ticks and tick labels.
  private func axes(_ html: HTML) -> [String] {
    let frame = html.text.matches(of: /<path class="(?:grid|tick|zero)" d="[^"]*"\/>/).map {
      String($0.0)
    }
    let labels = html.text.matches(of: /<g class="[xy]-axis"[^>]*>\n(?:<text[^\n]*\n)*<\/g>/).map {
      String($0.0)
    }
    return frame + labels
  }

  @Test(
    "the axes of all frames are at the same position",
    arguments: [
      [
        Chart { for x in 1...3 { BarMark(x: x, y: x) } },
        Chart { for x in 1...40 { BarMark(x: x, y: 9) } },
      ],
      [
        Chart { for x in 0...9 { LineMark(x: x, y: x, series: "up") } },
        Chart {
          for x in 0...9 {
            LineMark(x: x, y: x, series: "up")
            LineMark(x: x, y: x, series: "a name that is long enough for a legend of its own")
          }
        },
      ],
      [
        Chart { RidgeMark([0.0, 1, 2], y: 1) },
        Chart { for layer in 1...8 { RidgeMark([0.0, 1, 2, 9], y: layer) } },
      ],
      [
        Chart { BarMark(x: 3, y: "a").annotation("3") },
        Chart { BarMark(x: 4, y: "b").annotation("a long note behind the bar") },
      ],
      [
        Chart { PointMark(x: 0, y: 0) },
        Chart { for x in 0...99 { PointMark(x: x, y: 1000 * x, series: "many") } },
      ],
    ])
  func samePlace(_ frames: [Chart]) {
    let names = frames.indices.map { "f\($0)" }
    let drawn = Drawing.draw(frames: frames, ids: names, alts: names).map { axes($0.html) }
    #expect(!drawn[0].isEmpty)
    #expect(drawn[0] == drawn[1])
  }

  @Test func aSeriesHasTheSameStyleInAllFrames() {
    let frames = [["a", "b", "c"], ["c", "a"], ["b"]].map { (names: [String]) -> Chart in
      Chart { for name in names { for x in 0...1 { LineMark(x: x, y: x, series: name) } } }
    }
    let colours = frames.map { frame -> Set<String> in
      let svg = Drawing.html(of: frame, id: "a", alt: "A.", among: frames).text
      return Set(svg.matches(of: /<g class="(s\d)" data-s="(.)">/).map { "\($0.1) \($0.2)" })
    }
    #expect(colours == [["s1 a", "s2 b", "s3 c"], ["s1 a", "s3 c"], ["s2 b"]])
  }
}
