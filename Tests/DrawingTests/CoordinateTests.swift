import Drawing
import Testing

@Suite struct CoordinateTests {
  @Test(
    "a coordinate has at most one decimal and no trailing zeros",
    arguments: [
      (0, "0"), (-0.04, "0"), (1, "1"), (12.34, "12.3"), (12.96, "13"), (-0.5, "-0.5"),
      (-12.25, "-12.3"), (640, "640"), (1e300, "1000000"), (-1e300, "-1000000"),
    ] as [(Double, String)])
  func coordinates(_ value: Double, _ text: String) {
    #expect(coordinate(value) == text)
  }

  @Test("a path moves to its first point and draws lines to the others")
  func paths() {
    #expect(path(along: []) == "")
    #expect(path(along: [Point(x: 1, y: 2)]) == "M1,2")
    #expect(
      path(along: [Point(x: 1, y: 2), Point(x: 3.25, y: 4), Point(x: 5, y: -6)])
        == "M1,2L3.3,4 5,-6")
  }
}
