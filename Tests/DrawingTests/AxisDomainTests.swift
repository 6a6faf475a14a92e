import Drawing
import Foundation
import Testing

@Suite struct AxisDomainTests {
  @Test(
    "ends are extended to ticks",
    arguments: [
      (0.0067...0.9933, 6, 0...1.0), (0.1...11.7, 7, 0...12), (0...12, 7, 0...12),
      (-0.9...1.1, 6, -1...1.5),
    ] as [(ClosedRange<Double>, Int, ClosedRange<Double>)])
  func rounded(_ domain: ClosedRange<Double>, _ count: Int, _ expected: ClosedRange<Double>) {
    let rounded = AxisDomain.rounded(domain, toTicks: count)
    #expect(isNear(rounded.lowerBound, expected.lowerBound))
    #expect(isNear(rounded.upperBound, expected.upperBound))
  }

  @Test("an end stays near the data if the next tick is far away")
  func noWaste() {
    let rounded = AxisDomain.rounded(-0.1...3, toTicks: 7)
    #expect(-0.2 < rounded.lowerBound && rounded.lowerBound < -0.1)
    #expect(rounded.upperBound == 3)
  }

  @Test("a rounded domain contains the data and limits the ticks")
  func bounds() {
    for low in [-87.3, -1e-9, 0, 0.31, 1e6] {
      for width in [1e-6, 0.9, 12, 4321] {
        for count in 3...9 {
          let rounded = AxisDomain.rounded(low...low + width, toTicks: count)
          #expect(rounded.contains(low) && rounded.contains(low + width))
          #expect(rounded.upperBound - rounded.lowerBound <= width * 1.41)
          #expect(Ticks.linear(over: rounded, atMost: count).count <= count)
        }
      }
    }
  }

  @Test(
    "logarithmic ends are extended to powers of ten or round numbers",
    arguments: [
      (2e-7...0.09, 1e-7...0.1), (2.1...2.9, 2...3), (1.2...9.5, 1...10), (0.5...100, 0.5...100),
      (4...40, 3.82...50),
    ] as [(ClosedRange<Double>, ClosedRange<Double>)])
  func logarithmic(_ domain: ClosedRange<Double>, _ expected: ClosedRange<Double>) {
    let rounded = AxisDomain.roundedLog(domain, toTicks: 8)
    #expect(isNear(rounded.lowerBound / expected.lowerBound, 1, within: 1e-3))
    #expect(isNear(rounded.upperBound / expected.upperBound, 1, within: 1e-3))
  }

  @Test("data fill at least 65 % of a rounded logarithmic domain")
  func logarithmicBounds() {
    for low in [1e-300, 1e-7, 0.31, 1, 7.7, 1e200] {
      for decades in [0.01, 0.15, 0.46, 1, 2.5, 3.3, 7, 40, 95] {
        for count in 2...9 {
          let high = low * pow(10, decades)
          let rounded = AxisDomain.roundedLog(low...high, toTicks: count)
          #expect(rounded.contains(low) && rounded.contains(high))
          let width = log10(rounded.upperBound) - log10(rounded.lowerBound)
          #expect(decades / width >= 0.65, "\(low), \(decades), \(count)")
        }
      }
    }
  }
}
