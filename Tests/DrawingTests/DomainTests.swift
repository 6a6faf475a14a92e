import Drawing
import Testing

@Suite struct DomainTests {
  @Test(
    "ends move to ticks",
    arguments: [
      (0.0067...0.9933, 6, 0...1.0), (0.1...11.7, 7, 0...12), (0...12, 7, 0...12),
      (-0.9...1.1, 6, -1...1.5),
    ] as [(ClosedRange<Double>, Int, ClosedRange<Double>)])
  func rounded(_ domain: ClosedRange<Double>, _ count: Int, _ expected: ClosedRange<Double>) {
    let rounded = Domain.rounded(domain, toTicks: count)
    #expect(isNear(rounded.lowerBound, expected.lowerBound))
    #expect(isNear(rounded.upperBound, expected.upperBound))
  }

  @Test("an end stays near the data where a tick would leave a fifth empty")
  func noWaste() {
    let rounded = Domain.rounded(-0.1...3, toTicks: 7)
    #expect(-0.2 < rounded.lowerBound && rounded.lowerBound < -0.1)
    #expect(rounded.upperBound == 3)
  }

  @Test("a rounded domain holds the data and has no more ticks than asked for")
  func laws() {
    for low in [-87.3, -1e-9, 0, 0.31, 1e6] {
      for width in [1e-6, 0.9, 12, 4321] {
        for count in 3...9 {
          let rounded = Domain.rounded(low...low + width, toTicks: count)
          #expect(rounded.contains(low) && rounded.contains(low + width))
          #expect(rounded.upperBound - rounded.lowerBound <= width * 1.41)
          #expect(Ticks.linear(over: rounded, atMost: count).count <= count)
        }
      }
    }
  }

  @Test("logarithmic ends move to powers of ten where that costs little")
  func powers() {
    let near = Domain.roundedToPowers(2e-7...0.09)
    #expect(isNear(near.lowerBound / 1e-7, 1) && isNear(near.upperBound / 0.1, 1))
    let far = Domain.roundedToPowers(4...40)
    #expect(far == 4...40)
  }
}
