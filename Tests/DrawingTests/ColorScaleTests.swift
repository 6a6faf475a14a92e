import Charts
import Drawing
import Testing

@Suite struct ColorScaleTests {
  @Test("sequential: the smallest value has the first step, the largest the last")
  func sequential() throws {
    let scale = ColorScale(ColorAxis(), over: 2...10)
    #expect(scale.palette == "q")
    #expect(
      scale.fraction(of: 2) == 0 && scale.fraction(of: 6) == 0.5 && scale.fraction(of: 10) == 1)
    #expect(scale.step(of: 0) == 0 && scale.step(of: 1) == scale.count - 1)
  }

  @Test("log: equal ratios have equal distances on the palette")
  func log() throws {
    let scale = ColorScale(ColorAxis(scale: .log), over: 1e-8...1)
    #expect(abs(try #require(scale.fraction(of: 1e-4)) - 0.5) < 1e-12)
    #expect(abs(try #require(scale.fraction(of: 1e-6)) - 0.25) < 1e-12)
  }

  @Test("diverging: the middle has the middle step for any domain")
  func diverging() throws {
    for domain in [-1.0...5, -7.0 ... -2, 3.0...4] {
      let scale = ColorScale(ColorAxis(palette: .diverging), over: domain)
      let middle = try #require(scale.fraction(of: 0))
      #expect(middle == 0.5 && scale.step(of: middle) == scale.count / 2)
      #expect(scale.domain.contains(domain.lowerBound) && scale.domain.contains(domain.upperBound))
    }
  }

  @Test("diverging and log: a ratio and its inverse are symmetric about one")
  func ratios() throws {
    let scale = ColorScale(
      ColorAxis(scale: .log, palette: .diverging(around: 1)), over: 1e-3...10)
    let (low, high) = (try #require(scale.fraction(of: 0.1)), try #require(scale.fraction(of: 10)))
    #expect(abs(low + high - 1) < 1e-12 && low < 0.5)
  }

  @Test("values beyond the domain have the colour of its end")
  func clamped() {
    let scale = ColorScale(ColorAxis(scale: .log), over: 1...100)
    #expect(scale.fraction(of: 0.1) == 0 && scale.fraction(of: 1e9) == 1)
    #expect(scale.fraction(of: 0) == nil && scale.fraction(of: .nan) == nil)
  }

  @Test("all steps are equally wide", arguments: [Palette.sequential, .diverging(around: 500)])
  func steps(_ palette: Palette) {
    let scale = ColorScale(ColorAxis(palette: palette), over: 0...1000)
    var counts = [Int](repeating: 0, count: scale.count)
    for value in 0..<960 {
      counts[scale.step(of: scale.fraction(of: (Double(value) + 0.5) / 0.96) ?? 0)] += 1
    }
    #expect(counts.allSatisfy { $0 == 960 / scale.count })
  }
}
