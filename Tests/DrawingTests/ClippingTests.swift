import Drawing
import Testing

@Suite struct ClippingTests {
  let box = Box(left: 0, top: 0, right: 10, bottom: 10)

  @Test("lines inside the box are unchanged")
  func inside() {
    let line = [Point(x: 0, y: 0), Point(x: 10, y: 10)]
    #expect(Clipping.polyline(line, to: box) == [line])
    #expect(Clipping.polyline([], to: box).isEmpty)
    #expect(Clipping.polyline([line[0]], to: box) == [[line[0]]])
  }

  @Test("a line that leaves and returns becomes two runs")
  func leaving() {
    let line = [Point(x: 5, y: 5), Point(x: 5, y: 15), Point(x: 7, y: 15), Point(x: 7, y: 5)]
    #expect(
      Clipping.polyline(line, to: box) == [
        [Point(x: 5, y: 5), Point(x: 5, y: 10)], [Point(x: 7, y: 10), Point(x: 7, y: 5)],
      ])
  }

  @Test("a line between two points outside can cross the box")
  func crossing() {
    let line = [Point(x: -10, y: 5), Point(x: 20, y: 5)]
    #expect(Clipping.polyline(line, to: box) == [[Point(x: 0, y: 5), Point(x: 10, y: 5)]])
    #expect(Clipping.polyline([Point(x: -1, y: 20), Point(x: 20, y: 20)], to: box).isEmpty)
    #expect(Clipping.polyline([Point(x: 12, y: 3)], to: box).isEmpty)
  }

  @Test("clipping very long segments keeps their direction")
  func far() throws {
    let line = [Point(x: 0, y: 5), Point(x: 1e300, y: 1e300)]
    let run = try #require(Clipping.polyline(line, to: box).first)
    #expect(run.count == 2 && isNear(run[1].x, 5, within: 6) && run[1].y <= 10.001)
  }
}
