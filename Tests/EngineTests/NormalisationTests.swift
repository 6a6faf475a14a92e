import Engine
import Testing

@Suite struct NormalisationTests {
  private var generator = SeededGenerator(seed: 11)

  /// Mean 0 and variance 1 for each channel, of rows and of images.
  @Test(arguments: [[50, 3], [10, 3, 4, 5]])
  func aBatchIsNormalised(_ shape: [Int]) {
    var generator = generator
    let y = BatchNorm(3)(3 * .normal(shape, using: &generator) + 2)
    let channels = y.reshape([shape[0], 3, -1]).transpose(1, 2).reshape([-1, 3])
    for value in channels.mean(dim: 0).values { #expect(abs(value) <= 1e-5) }
    for value in channels.square().mean(dim: 0).values { #expect(abs(value - 1) <= 1e-3) }
  }

  /// BN(a·W·x) = BN(W·x), and the gradient of a·W is 1/a of that of W.
  @Test func batchNormShrinksGradientsOfLargeWeights() throws {
    var generator = generator
    let (x, w) = (
      Tensor.normal([40, 5], using: &generator), Tensor.normal([3, 5], using: &generator)
    )
    func run(_ a: Float) throws -> (y: Tensor, slope: Tensor) {
      let weight = (a * w).detach()
      weight.requiresGrad = true
      let y = BatchNorm(3, eps: 1e-12)(linear(x, weight))
      y.backward(gradient: (y.detach() * y.detach() * y.detach()))
      return (y, try #require(weight.grad))
    }
    let (one, ten) = try (run(1), run(10))
    #expect((one.y - ten.y).abs().max().item() <= 1e-5)
    #expect((one.slope - 10 * ten.slope).norm() <= 1e-3 * one.slope.norm())
  }

  /// running ← 0.9·running + 0.1·batch, with the unbiased variance; evaluation does not change it.
  @Test func runningStatisticsFollowTheBatches() {
    let (norm, x) = (BatchNorm(1), Tensor([[1], [3]]))
    _ = norm(x)
    expectClose(norm.runningMean, [0.2])
    expectClose(norm.runningVar, [0.9 + 0.1 * 2])
    norm.eval()
    let y = norm(x)
    expectClose(y, [0.8 / 1.1.squareRoot(), 2.8 / 1.1.squareRoot()])
    expectClose(norm.runningMean, [0.2])
    norm.train()
    expectClose(norm(x), [-1, 1])
  }

  /// Although layers are values, setting the mode of a network affects all copies of its layers.
  @Test func aNetworksModeReachesAllItsLayers() {
    var generator = generator
    let (norm, dropout) = (BatchNorm(2), Dropout(0.5, using: &generator))
    let network = Sequential(Residual(norm, Linear(2, 2, using: &generator)), dropout)
    let x = Tensor.normal([64, 2], using: &generator)
    network.eval()
    #expect(dropout(x) === x)
    #expect((norm(x) - x).abs().max().item() <= 1e-4)
    network.train()
    #expect(dropout(x).values.contains(0))
    #expect((norm(x) - x).abs().max().item() > 1e-3)
  }

  @Test func aLayerNormNormalisesEachRow() {
    var generator = generator
    let y = LayerNorm(50)(3 * .normal([4, 50], using: &generator) + 2)
    for value in y.mean(dim: 1).values { #expect(abs(value) <= 1e-5) }
    for value in y.square().mean(dim: 1).values { #expect(abs(value - 1) <= 1e-3) }
  }

  @Test func normalisationsWithoutAffineHaveNoParameters() {
    #expect(BatchNorm(2).namedParameters.map(\.name) == ["weight", "bias"])
    #expect(BatchNorm(2, affine: false).parameters.isEmpty)
    #expect(LayerNorm(2, affine: false).parameters.isEmpty)
  }

  /// Half of the numbers become 0, the others are doubled, and so are their gradients.
  @Test func dropoutPreservesTheMean() throws {
    var generator = generator
    let (dropout, x) = (
      Dropout(0.5, using: &generator), Tensor.ones([10_000], requiresGrad: true)
    )
    let y = dropout(x)
    #expect(Set(y.values) == [0, 2])
    #expect(abs(y.mean().item() - 1) <= 5 * 0.01)
    y.sum().backward()
    #expect(try #require(x.grad).values == y.values)
    #expect(dropout(x).values != y.values)
  }

  private func expectClose(_ found: Tensor, _ expected: [Double]) {
    #expect(found.count == expected.count)
    for (a, b) in zip(found.values, expected) { #expect(abs(Double(a) - b) <= 1e-4) }
  }
}
