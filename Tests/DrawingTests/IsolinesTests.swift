import Drawing
import Testing

@Suite struct IsolinesTests {
  private func area(_ outline: [Point]) -> Double {
    var area = 0.0
    for (a, b) in zip(outline, outline.dropFirst() + outline.prefix(1)) {
      area += (a.x * b.y - b.x * a.y) / 2
    }
    return area
  }

  private func outlines(_ values: [Double], columns: Int, level: Double) -> [[Point]] {
    let rows = values.count / columns
    return Isolines.outlines(
      values, x: (0..<columns).map(Double.init), y: (0..<rows).map(Double.init), level: level)
  }

  @Test("crossings are interpolated linearly")
  func interpolation() {
    let outline = outlines([0, 4, 0, 4], columns: 2, level: 1)
    #expect(outline.count == 1)
    #expect(Set(outline[0].map(\.x)) == [0.25, 1])
  }

  @Test("a constant grid above the level is outlined by its edge")
  func flat() {
    #expect(outlines([1, 1, 1, 1, 1, 1], columns: 3, level: 1).map { area($0).magnitude } == [2])
    #expect(outlines([1, 1, 1, 1], columns: 2, level: 2).isEmpty)
    #expect(outlines([.nan, .nan, .nan, .nan], columns: 2, level: 0).isEmpty)
  }

  @Test("a hole has the opposite orientation")
  func hole() {
    var values = [Double](repeating: 1, count: 25)
    values[12] = 0
    let areas = outlines(values, columns: 5, level: 0.5).map(area)
    #expect(areas.count == 2 && areas.map(\.magnitude).contains(16))
    #expect((areas.reduce(0, +).magnitude - 15.5).magnitude < 1e-9)
  }

  @Test("areas above and below a level add up, including saddles")
  func complement() {
    for seed in 0..<50 {
      let values = (0..<36).map { ($0 &* 7919 &+ seed &* 104_729) % 13 < 6 ? 1.0 : 0 }
      let high = outlines(values, columns: 6, level: 0.5).map(area).reduce(0, +).magnitude
      let ones = outlines(values.map { 1 - $0 }, columns: 6, level: 0.5)
      let low = ones.map(area).reduce(0, +).magnitude
      #expect(high + low <= 25 + 1e-9)
      #expect(high + low >= 25 - 0.5 * 25)
    }
  }

  @Test("a crossing next to −∞ is at the finite point")
  func infinite() {
    let outline = outlines([-.infinity, 1, -.infinity, 1], columns: 2, level: 0.5)
    #expect(outline.joined().allSatisfy { $0.x.isFinite && $0.x == 1 })
  }
}
