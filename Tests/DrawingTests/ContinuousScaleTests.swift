import Charts
import Drawing
import Testing

@Suite struct ContinuousScaleTests {
  @Test("linear: equal differences have equal distances")
  func linear() throws {
    let place = ContinuousScale(.linear, domain: -2...2, range: (0, 100))
    #expect(place(-2) == 0)
    #expect(place(0) == 50)
    #expect(place(1) == 75)
    #expect(place(4) == 150)
  }

  @Test("log: equal ratios are equally far apart")
  func log() throws {
    let place = ContinuousScale(.log, domain: 0.01...100, range: (0, 400))
    for (value, position) in [(0.01, 0.0), (0.1, 100), (1, 200), (10, 300), (100, 400)] {
      #expect(isNear(try #require(place(value)), position))
    }
  }

  @Test("log: zero and negative values have no position")
  func logWithoutPlace() {
    let place = ContinuousScale(.log, domain: 1...10, range: (0, 1))
    #expect(place(0) == nil)
    #expect(place(-1) == nil)
    #expect(place(0.1) == -1)
  }

  @Test("symmetric log: positions are symmetric about zero")
  func symmetricLog() throws {
    let place = ContinuousScale(.symmetricLog, domain: -100...100, range: (-1, 1), threshold: 0.01)
    #expect(place(0) == 0)
    for value in [0.001, 0.01, 1, 100] {
      let (plus, minus) = (try #require(place(value)), try #require(place(-value)))
      #expect(plus > 0 && plus == -minus)
    }
    let (one, ten, hundred) = (place(1) ?? 0, place(10) ?? 0, place(100) ?? 0)
    #expect(isNear(hundred - ten, ten - one, within: 1e-3))
  }

  @Test(
    "every scale: positions are monotonic, and ranges can be reversed",
    arguments: Scale.allCases)
  func order(_ scale: Scale) throws {
    let place = ContinuousScale(scale, domain: 0.5...80, range: (300, 20))
    #expect(isNear(try #require(place(0.5)), 300))
    #expect(isNear(try #require(place(80)), 20))
    let positions = stride(from: 0.5, through: 80, by: 0.5).compactMap { place($0) }
    #expect(positions.count == 160)
    #expect(zip(positions, positions.dropFirst()).allSatisfy { $0 > $1 })
  }

  @Test("every scale: NaN and ∞ have no position", arguments: Scale.allCases)
  func nonFinite(_ scale: Scale) {
    let place = ContinuousScale(scale, domain: 1...2, range: (0, 1))
    for value in [Double.nan, .infinity, -.infinity] { #expect(place(value) == nil) }
  }

  @Test("the widest possible domain has finite positions")
  func widest() throws {
    let largest = Double.greatestFiniteMagnitude
    let place = ContinuousScale(.linear, domain: -largest...largest, range: (0, 100))
    #expect(place(0) == 50)
    #expect(place(largest) == 100)
    #expect(place(largest / 2) == 75)
  }

  @Test("an empty domain maps every value to the middle")
  func noWidth() {
    #expect(ContinuousScale(.linear, domain: 3...3, range: (0, 100))(7) == 50)
  }
}

func isNear(_ a: Double, _ b: Double, within tolerance: Double = 1e-9) -> Bool {
  (a - b).magnitude <= tolerance
}
