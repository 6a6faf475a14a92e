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

  /// The words of a drawing, its ticks among them.
  private func words(_ chart: Chart, among frames: [Chart]) -> [String] {
    let svg = Drawing.figure(of: chart, id: "a", alt: "A.", among: frames).text
    return svg.matches(of: />([^<\n]+)<\/text>/).map { String($0.1) }
  }

  @Test func eachIsDrawnOnTheAxesThatHoldAll() {
    let (low, high) = (chart(1), chart(1000))
    #expect(words(low, among: [low, high]) == words(high, among: [low, high]))
    #expect(words(high, among: [low, high]) == words(high, among: []))
    #expect(words(low, among: []) != words(low, among: [low, high]))
  }

  @Test func categoriesStandInOneOrderInAll() {
    let (first, second) = (
      Chart { BarMark(x: "a", y: 1) },
      Chart {
        BarMark(x: "b", y: 1)
        BarMark(x: "a", y: 2)
      }
    )
    let names = [first, second].map { frame in
      words(frame, among: [first, second]).filter { ["a", "b"].contains($0) }
    }
    #expect(names[0] == names[1])
    #expect(names[0].prefix(2) == ["a", "b"])
  }

  @Test func aSeriesLooksTheSameInWhateverOrderAndCompanyItComes() {
    let frames = [["a", "b", "c"], ["c", "a"], ["b"]].map { (names: [String]) -> Chart in
      Chart { for name in names { for x in 0...1 { LineMark(x: x, y: x, series: name) } } }
    }
    let colours = frames.map { frame -> Set<String> in
      let svg = Drawing.figure(of: frame, id: "a", alt: "A.", among: frames).text
      return Set(svg.matches(of: /<g class="(s\d)" data-s="(.)">/).map { "\($0.1) \($0.2)" })
    }
    #expect(colours == [["s1 a", "s2 b", "s3 c"], ["s1 a", "s3 c"], ["s2 b"]])
  }
}
