import Drawing
import Testing

@Suite struct TicksTests {
  @Test(
    "linear: multiples of 1, 2 or 5 times a power of ten",
    arguments: [
      (0.0, 1.0, 6, [0, 0.2, 0.4, 0.6, 0.8, 1]),
      (0, 1, 11, [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]),
      (1, 10, 11, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]), (0, 100, 6, [0, 20, 40, 60, 80, 100]),
      (-6, 6, 5, [-5, 0, 5]), (0.1, 0.1001, 3, [0.1, 0.10005, 0.1001]),
      (13, 17, 1, [15]), (1e-7, 3e-7, 3, [1e-7, 2e-7, 3e-7]),
      (-1e300, 1e300, 3, [-1e300, 0, 1e300]),
    ] as [(Double, Double, Int, [Double])])
  func linear(_ low: Double, _ high: Double, _ count: Int, _ expected: [Double]) {
    #expect(Ticks.linear(over: low...high, atMost: count) == expected)
  }

  @Test("linear: ticks are evenly spaced, inside and at most `count`")
  func linearProperties() {
    for low in [-1234.5, -1, 0, 1e-12, 0.3, 99] {
      for width in [1e-9, 0.007, 1, 33.3, 1e12] {
        for count in 1...12 {
          let domain = low...low + width
          let ticks = Ticks.linear(over: domain, atMost: count)
          #expect(ticks.count <= count)
          let slack = width * 1e-6
          #expect(ticks.allSatisfy { low - slack <= $0 && $0 <= low + width + slack })
          let gaps = zip(ticks, ticks.dropFirst()).map { $1 - $0 }
          #expect(
            gaps.allSatisfy { isNear($0, gaps[0], within: gaps[0] * 1e-3 + 4 * low.ulp) && $0 > 0 })
        }
      }
    }
  }

  @Test(
    "linear: other steps are used if 1, 2 and 5 give one tick",
    arguments: [
      (-4.0, 4.0, 3, [-4, 0, 4]), (-4, 4, 2, [-4, 4]), (0, 7.5, 4, [0, 2.5, 5, 7.5]),
      (0, 12, 4, [0, 4, 8, 12]), (1, 1 + 4e-16, 3, [1, 1 + 4e-16]),
    ] as [(Double, Double, Int, [Double])])
  func few(_ low: Double, _ high: Double, _ count: Int, _ expected: [Double]) {
    #expect(Ticks.linear(over: low...high, atMost: count) == expected)
  }

  @Test("all scales: between two and `count` ticks")
  func atLeastTwo() {
    for low in [1e-300, 1e-9, 0.3, 0.99, 1, 2.1, 777, 1e12] {
      for factor in [1 + 1e-12, 1.001, 1.3, 2, 3.3, 9, 40, 999, 1e7, 1e40] {
        for count in 2...12 {
          let domain = low...low * factor
          for ticks in [
            Ticks.linear(over: domain, atMost: count), Ticks.log(over: domain, atMost: count),
            Ticks.symmetricLog(over: domain, threshold: low, atMost: count),
            Ticks.symmetricLog(over: -low...low * factor, threshold: low, atMost: count),
          ] {
            #expect(2...count ~= ticks.count, "\(domain), \(count): \(ticks)")
            #expect(zip(ticks, ticks.dropFirst()).allSatisfy { $0 < $1 })
          }
        }
      }
    }
  }

  @Test("linear: ticks are whole if the data are")
  func wholeNumbers() {
    #expect(Ticks.linear(over: 0...2, atMost: 9, wholeNumbers: true) == [0, 1, 2])
    #expect(Ticks.linear(over: 0...2, atMost: 5) == [0, 0.5, 1, 1.5, 2])
  }

  @Test("linear: an empty domain has one tick")
  func noWidth() {
    #expect(Ticks.linear(over: 3...3, atMost: 5) == [3])
  }

  @Test(
    "log: every nth power of ten if there are too many",
    arguments: [
      (1e-7, 1.0, 8, [1e-7, 1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 0.1, 1]),
      (1e-8, 1.0, 5, [1e-8, 1e-6, 1e-4, 1e-2, 1]),
      (1e-30, 1e10, 6, [1e-30, 1e-20, 1e-10, 1, 1e10]),
      (1e-300, 1e300, 3, [1e-200, 1, 1e200]),
    ] as [(Double, Double, Int, [Double])])
  func log(_ low: Double, _ high: Double, _ count: Int, _ expected: [Double]) {
    let ticks = Ticks.log(over: low...high, atMost: count)
    #expect(ticks.count == expected.count)
    for (tick, value) in zip(ticks, expected) { #expect(isNear(tick / value, 1)) }
  }

  @Test("log: multiples by 1, 2 and 5 if powers of ten are few")
  func fewDecades() {
    #expect(Ticks.log(over: 1...100, atMost: 8) == [1, 2, 5, 10, 20, 50, 100])
    #expect(Ticks.log(over: 0.3...2, atMost: 8) == [0.5, 1, 2])
    #expect(Ticks.log(over: 1...100, atMost: 4) == [1, 10, 100])
  }

  @Test("log: a narrow domain has linear ticks")
  func narrow() {
    #expect(Ticks.log(over: 1.1...1.5, atMost: 5) == [1.1, 1.2, 1.3, 1.4, 1.5])
  }

  @Test("symmetric log: zero and mirrored powers of ten")
  func symmetricLog() {
    let ticks = Ticks.symmetricLog(over: -100...100, threshold: 0.01, atMost: 7)
    #expect(ticks == [-100, -1, -0.01, 0, 0.01, 1, 100])
    #expect(
      Ticks.symmetricLog(over: -10...1000, threshold: 10, atMost: 6) == [-10, 0, 10, 100, 1000])
    for count in 1...9 {
      #expect(Ticks.symmetricLog(over: -1e9...1e9, threshold: 1e-9, atMost: count).count <= count)
    }
  }
}
