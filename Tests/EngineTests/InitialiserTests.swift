import Engine
import Foundation
import Testing

/// Properties of initialisers; `TrainingReferenceTests` compares their deviations with PyTorch's.
@Suite struct InitialiserTests {
  private func draw(_ shape: [Int], _ initialiser: Initialiser, seed: Int = 1) -> Tensor {
    var generator = SeededGenerator(seed: seed)
    return Tensor.zeros(shape).initialise(initialiser, using: &generator)
  }

  private static let drawn: [String: Initialiser] = [
    "normal": .normal(std: 0.3), "uniform": .uniform(-0.2...0.4), "xavierNormal": .xavierNormal(),
    "xavierUniform": .xavierUniform(), "kaimingNormal": .kaimingNormal(),
    "kaimingUniform": .kaimingUniform(), "lecunNormal": .lecunNormal,
    "lecunUniform": .lecunUniform, "orthogonal": .orthogonal(),
  ]

  @Test(arguments: drawn.keys.sorted())
  func theSeedDeterminesEveryBit(_ name: String) throws {
    let initialiser = try #require(Self.drawn[name])
    let shape = [6, 5, 3, 3]
    #expect(draw(shape, initialiser).values == draw(shape, initialiser).values)
    #expect(draw(shape, initialiser).values != draw(shape, initialiser, seed: 2).values)
  }

  /// A uniform initialiser and the normal one of its name have the same deviation.
  @Test func uniformAndNormalHaveTheSameVariance() {
    let pairs: [(Initialiser, Initialiser)] = [
      (.xavierNormal(gain: 2), .xavierUniform(gain: 2)), (.lecunNormal, .lecunUniform),
      (.kaimingNormal(mode: .fanOut), .kaimingUniform(mode: .fanOut)),
    ]
    for (normal, uniform) in pairs {
      let (a, b) = (draw([100, 300], normal).statistics, draw([100, 300], uniform).statistics)
      // Five standard deviations of the ratio of two such variances.
      #expect(abs(a.variance / b.variance - 1) <= 5 * (2.8 / 30_000).squareRoot())
      #expect(abs(a.mean) <= 5 * a.std / 30_000.0.squareRoot())
    }
  }

  @Test func normalUniformAndConstantUseTheirParameters() {
    #expect(abs(draw([200, 200], .normal(std: 0.01)).statistics.std / 0.01 - 1) <= 0.02)
    #expect(draw([500], .uniform(2...3)).values.allSatisfy { (2...3).contains($0) })
    #expect(draw([3], .constant(0.5)).values == [0.5, 0.5, 0.5])
  }

  /// A gain of √2 preserves E[x²] through a linear layer and a ReLU, a gain of 1 halves it.
  @Test(arguments: [(2.0, 1.0), (1.0, 0.5)])
  func theGainScalesTheMeanSquareUnderReLU(_ gainSquared: Double, _ expected: Double) {
    var generator = SeededGenerator(seed: 3)
    let layer = Linear(
      256, 256, init: .kaimingNormal(gain: gainSquared.squareRoot()), using: &generator)
    let x = Tensor.normal([500, 256], using: &generator)
    let ratio = layer(x).relu().statistics.meanSquare / x.statistics.meanSquare
    #expect(abs(ratio / expected - 1) <= 0.05)
  }

  @Test(arguments: [[1, 1], [1, 7], [7, 1], [64, 64], [40, 100], [100, 40], [8, 4, 3, 3]])
  func orthogonalIsOrthogonal(_ shape: [Int]) {
    let products = gram(draw(shape, .orthogonal(gain: 3)))
    let size = products.shape[0]
    for (index, product) in products.values.enumerated() {
      #expect(abs(product - (index % (size + 1) == 0 ? 9 : 0)) <= 1e-5)
    }
  }

  @Test func orthogonalPreservesLength() {
    var generator = SeededGenerator(seed: 4)
    let layer = Linear(48, 48, bias: false, init: .orthogonal(), using: &generator)
    let x = Tensor.normal([1, 48], using: &generator)
    #expect(abs(layer(x).norm() / x.norm() - 1) <= 1e-6)
    #expect(abs(layer.weight.spectralNorm() - 1) <= 1e-6)
  }

  @Test func emptyTensorsCanBeInitialised() {
    for initialiser in Self.drawn.values { #expect(draw([0, 3], initialiser).count == 0) }
  }

  @Test func aLayerUsesItsInitialiserAndZeroBiases() throws {
    var generator = SeededGenerator(seed: 5)
    let layer = Linear(64, 300, init: .normal(std: 0.01), using: &generator)
    #expect(abs(layer.weight.statistics.std / 0.01 - 1) <= 0.05)
    #expect(try #require(layer.bias).values.allSatisfy { $0 == 0 })
    #expect(layer.weight.requiresGrad)
    #expect(Linear(2, 3, bias: false, init: .lecunNormal, using: &generator).bias == nil)
  }

  @Test func aNetworkIsRedrawn() throws {
    struct Gained: Module {
      let layer: Linear
      let gain = Tensor([1, 2], requiresGrad: true)
      func callAsFunction(_ x: Tensor) -> Tensor { layer(x) * gain }
    }
    var generator = SeededGenerator(seed: 6)
    let network = Sequential(Gained(layer: Linear(9, 2, using: &generator)), .tanh)
    network.initialise(.constant(0.25), using: &generator)
    let values = network.namedParameters.map { ($0.name, Set($0.tensor.values)) }
    #expect(values.map(\.0) == ["0.layer.weight", "0.layer.bias", "0.gain"])
    #expect(values.map(\.1) == [[0.25], [0], [1, 2]])
  }

  /// For activations without a gain in PyTorch, the gain makes E[f(z)²] equal to 1.
  @Test(arguments: [GELU(), SiLU(), ELU()] as [any Activation])
  func theGainPreservesTheMeanSquare(_ activation: any Activation) {
    var generator = SeededGenerator(seed: 7)
    let z = Tensor.normal([1000, 1000], using: &generator)
    let meanSquare = activation(z).statistics.meanSquare * pow(gain(for: activation), 2)
    #expect(abs(meanSquare - 1) <= 0.01)
  }
}
