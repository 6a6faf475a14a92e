import Drawing
import Testing

@Suite struct SeriesStyleTests {
  @Test("36 series have distinct styles")
  func differ() {
    let styles = (0..<36).map { SeriesStyle(index: $0) }
    #expect(Set(styles.map { $0.colour + $0.dash }).count == 36)
    for (one, next) in zip(styles, styles.dropFirst()) {
      #expect(one.colour != next.colour && one.dash != next.dash)
    }
  }

  @Test("the first six series have six markers")
  func markers() {
    let markers = (0..<6).map {
      SeriesStyle(index: $0).markerClass + SeriesStyle(index: $0).marker(radius: 3).outline
    }
    #expect(Set(markers).count == 6)
  }
}
