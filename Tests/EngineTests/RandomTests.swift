import Engine
import Testing

@Suite struct RandomTests {
  /// The first numbers of seed 1234567, as the algorithm's published implementation prints them.
  @Test func theGeneratorIsSplitMix64() {
    var generator = SeededGenerator(seed: 1_234_567)
    #expect(generator.next() == 6_457_827_717_110_365_317)
    #expect(generator.next() == 3_203_168_211_198_807_973)
    #expect(generator.next() == 9_817_491_932_198_370_423)
  }

  @Test func theSeedDeterminesEveryBit() {
    func draw(_ seed: Int) -> [Float] {
      var generator = SeededGenerator(seed: seed)
      return Tensor.normal([7, 11], using: &generator).values
        + Tensor.uniform([5], -2...3, using: &generator).values
    }
    #expect(draw(5) == draw(5))
    #expect(draw(5) != draw(6))
  }

  @Test func twoTensorsShareNoNumbers() {
    var generator = SeededGenerator(seed: 1)
    let (a, b) = (
      Tensor.normal([1000], using: &generator), Tensor.normal([1000], using: &generator)
    )
    #expect(Set(a.values).isDisjoint(with: b.values))
  }

  /// Mean 0, variance s² and fourth moment 3s⁴, each within five standard deviations.
  @Test func normalNumbersHaveTheirMoments() {
    var generator = SeededGenerator(seed: 2)
    let (n, s) = (100_001, 1.5)
    let x = Tensor.normal([n], std: s, using: &generator).values.map { Double($0) / s }
    func mean(_ power: (Double) -> Double) -> Double { x.map(power).reduce(0, +) / Double(n) }
    let root = Double(n).squareRoot()
    #expect(abs(mean { $0 }) <= 5 / root)
    #expect(abs(mean { $0 * $0 } - 1) <= 5 * 2.0.squareRoot() / root)
    #expect(abs(mean { $0 * $0 * $0 * $0 } - 3) <= 5 * 96.0.squareRoot() / root)
  }

  @Test func uniformNumbersFillTheirRange() {
    var generator = SeededGenerator(seed: 3)
    let x = Tensor.uniform([100_000], -1...3, using: &generator).values
    #expect(x.allSatisfy { (-1...3).contains($0) })
    for quarter in 0..<4 {
      let count = x.count { Int($0 + 1) == quarter }
      #expect(abs(count - 25_000) <= 5 * 137)
    }
  }
}
