import Drawing
import Testing

@Suite struct BandScaleTests {
  @Test("bands are equally wide and in the order of the names")
  func order() {
    let bands = BandScale(["c", "a", "b"], from: 0, to: 90)
    #expect(bands.step == 30)
    #expect(["c", "a", "b"].map { bands($0) } == [15, 45, 75])
    #expect(bands("d") == nil)
  }

  @Test("a scale without names has one unnamed band")
  func empty() {
    let bands = BandScale([], from: 0, to: 90)
    #expect(bands.step == 90)
    #expect(bands("") == nil)
  }
}
