import Engine
import Testing

@Suite struct ClipGradientsTests {
  private func parameters(_ scale: Float = 1) -> [Tensor] {
    var generator = SeededGenerator(seed: 11)
    return [[5, 3], [7], []].map { shape in
      let parameter = Tensor.zeros(shape, requiresGrad: true)
      parameter.grad = Tensor.normal(shape, using: &generator) * scale
      return parameter
    }
  }

  private func gradients(_ parameters: [Tensor]) throws -> [Tensor] {
    try parameters.map { try #require($0.grad) }
  }

  private func norm(_ tensors: [Tensor]) -> Double {
    tensors.reduce(0) { $0 + $1.norm() * $1.norm() }.squareRoot()
  }

  @Test(arguments: [0.1, 1, 4, 1e3])
  func clippingByNormKeepsTheDirection(_ maxNorm: Double) throws {
    let (before, parameters) = try (gradients(parameters()), parameters())
    let found = clipGradNorm(parameters, maxNorm: maxNorm)
    let after = try gradients(parameters)
    #expect(abs(found - norm(before)) <= 1e-12 * found)
    #expect(abs(norm(after) / min(found, maxNorm) - 1) <= 1e-6)
    #expect(abs(cosineSimilarity(before, after) - 1) <= 1e-7)
  }

  @Test func clippingByValueChangesTheDirection() throws {
    let (before, parameters) = try (gradients(parameters()), parameters())
    clipGradValue(parameters, clipValue: 0.1)
    let after = try gradients(parameters)
    #expect(after.allSatisfy { $0.values.allSatisfy { abs($0) <= 0.1 } })
    #expect(cosineSimilarity(before, after) < 0.95)
    #expect(cosineSimilarity(before, after) > 0.5)
  }

  @Test func smallGradientsAreNotChanged() throws {
    let (before, parameters) = try (gradients(parameters(1e-3)), parameters(1e-3))
    clipGradNorm(parameters, maxNorm: 1)
    clipGradValue(parameters, clipValue: 1)
    #expect(try gradients(parameters).map(\.values) == before.map(\.values))
  }

  /// The sums of squares would be 0 or ∞ in float32.
  @Test(arguments: [1e-30, 1e30] as [Float])
  func extremeNormsAreComputed(_ scale: Float) throws {
    let one = norm(try gradients(parameters()))
    let found = clipGradNorm(parameters(scale), maxNorm: .infinity)
    #expect(abs(found / (one * Double(scale)) - 1) <= 1e-6)
  }

  @Test func parametersWithoutGradientsAreIgnored() {
    let parameter = Tensor.ones([2], requiresGrad: true)
    #expect(clipGradNorm([parameter], maxNorm: 1) == 0)
    clipGradValue([parameter], clipValue: 1)
    #expect(parameter.grad == nil)
  }

  /// Measuring does not change numbers even if others are NaN or infinite.
  @Test(arguments: [Float.nan, .infinity])
  func anInfiniteLimitChangesNothing(_ value: Float) {
    let parameter = Tensor.zeros([2], requiresGrad: true)
    parameter.grad = Tensor([value, 3])
    #expect(!clipGradNorm([parameter], maxNorm: .infinity).isFinite)
    #expect(parameter.grad?.values[1] == 3)
  }

  @Test func gradientsReadBeforeAreNotChanged() throws {
    let parameter = Tensor.zeros([2], requiresGrad: true)
    let given = Tensor([30, 40])
    parameter.grad = given
    let before = try #require(parameter.grad)
    clipGradNorm([parameter], maxNorm: 5)
    let between = try #require(parameter.grad)
    clipGradValue([parameter], clipValue: 1)
    #expect(given.values == [30, 40] && before.values == [30, 40])
    #expect(between.values.map { $0.rounded() } == [3, 4])
    #expect(parameter.grad?.values == [1, 1])
  }

  /// Two parameters that were assigned the same gradient are clipped separately, each once.
  @Test func sharedGradientsAreClippedOnce() throws {
    let (a, b) = (Tensor.zeros([2], requiresGrad: true), Tensor.zeros([2], requiresGrad: true))
    let shared = Tensor([3, 4])
    a.grad = shared
    b.grad = shared
    let found = clipGradNorm([a, b], maxNorm: 1)
    #expect(abs(found - 50.0.squareRoot()) <= 1e-6)
    #expect(try abs(norm(gradients([a, b])) - 1) <= 1e-6)
    #expect(a.grad?.values == b.grad?.values)
  }
}
