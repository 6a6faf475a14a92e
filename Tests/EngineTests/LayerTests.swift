import Engine
import Testing

/// Properties of convolutions, pooling, residual blocks, embeddings and attention.
@Suite struct LayerTests {
  private var generator = SeededGenerator(seed: 12)

  /// A kernel with a single 1 in its centre does not change an image.
  @Test func aConvolutionWithAPointIsTheIdentity() {
    var generator = generator
    let x = Tensor.normal([2, 1, 5, 4], using: &generator)
    let point = Tensor([0, 0, 0, 0, 1, 0, 0, 0, 0], shape: [1, 1, 3, 3])
    #expect(conv2d(x, point, padding: 1).values == x.values)
  }

  /// A kernel of 1 by 1 is a linear layer over the channels at every position.
  @Test func aConvolutionOneByOneIsLinear() {
    var generator = generator
    let x = Tensor.normal([2, 3, 4, 5], using: &generator)
    let layer = Conv2d(3, 6, kernel: 1, using: &generator)
    let rows = x.permute([0, 2, 3, 1])
    let y = linear(rows, layer.weight.reshape([6, 3]), layer.bias).permute([0, 3, 1, 2])
    #expect((layer(x) - y).abs().max().item() <= 1e-6)
  }

  @Test func aConvolutionsParametersHaveTheirNamesAndBounds() throws {
    var generator = generator
    let layer = Conv2d(4, 100, kernel: 2, using: &generator)
    #expect(layer.namedParameters.map(\.name) == ["weight", "bias"])
    #expect(layer.weight.shape == [100, 4, 2, 2])
    let greatest = layer.weight.abs().max().item()
    #expect(greatest <= 0.25 && greatest > 0.24)
    #expect(Conv2d(4, 4, kernel: 3, bias: false, using: &generator).parameters.count == 1)
  }

  @Test func poolingReducesEachWindow() {
    let x = Tensor((0..<16).map { Float($0) }, shape: [1, 1, 4, 4])
    #expect(MaxPool2d(2)(x).values == [5, 7, 13, 15])
    #expect(AvgPool2d(2)(x).values == [2.5, 4.5, 10.5, 12.5])
    #expect(MaxPool2d(3, stride: 1)(x).values == [10, 11, 14, 15])
    #expect(GlobalAvgPool2d()(x).values == [7.5])
    #expect(Flatten()(x).shape == [1, 16])
  }

  /// ∂y/∂x is exactly 1 if the branch is 0.
  @Test func aResidualBlockPassesTheGradient() throws {
    let x = Tensor([[1, 2]], requiresGrad: true)
    let block = Residual(Linear(weight: .zeros([2, 2]), bias: nil), scale: 0.5)
    block(x).sum().backward()
    #expect(try #require(x.grad).values == [1, 1])
    #expect(Residual(.relu, scale: 0.5)(x).values == [1.5, 3])
    #expect(Residual(.relu, .tanh)(Tensor([-1])).values == [-1])
  }

  @Test func symbolsMapToTheirVectors() {
    var generator = generator
    let table = Embedding(5, 3, using: &generator)
    #expect(table([4, 0]).values == table.weight[4].values + table.weight[0].values)
    #expect(table([[4, 0], [1, 1]]).shape == [2, 2, 3])
    #expect(table(Tensor([[4, 0], [1, 1]])).values == table([[4, 0], [1, 1]]).values)
  }

  /// The output of a causal layer at a position does not depend on later inputs.
  @Test func aCausalLayerIgnoresLaterPositions() {
    var generator = generator
    let layer = MultiHeadAttention(8, heads: 2, causal: true, using: &generator)
    let x = Tensor.normal([1, 6, 8], using: &generator)
    let other = concatenate([x[0..., ..<4], .normal([1, 2, 8], using: &generator)], dim: 1)
    #expect((layer(x) - layer(other))[0..., ..<4].abs().max().item() <= 1e-6)
    #expect((layer(x) - layer(other))[0..., 4...].abs().max().item() > 1e-3)
  }

  /// Attention ignores order: permuting the inputs permutes the outputs.
  @Test func attentionIsEquivariantToPermutations() {
    var generator = generator
    let layer = TransformerEncoderLayer(
      8, heads: 2, feedForward: 16, activation: .gelu, normFirst: true, using: &generator)
    let x = Tensor.normal([2, 3, 8], using: &generator)
    func rotated(_ x: Tensor) -> Tensor { concatenate([x[0..., 1...], x[0..., ..<1]], dim: 1) }
    #expect((layer(rotated(x)) - rotated(layer(x))).abs().max().item() <= 1e-5)
  }

  @Test func aTransformersParametersHaveTheirNames() {
    var generator = generator
    let layer = TransformerEncoderLayer(4, heads: 1, feedForward: 6, using: &generator)
    #expect(
      layer.namedParameters.map(\.name) == [
        "selfAttention.inProjWeight", "selfAttention.inProjBias", "selfAttention.outProj.weight",
        "selfAttention.outProj.bias", "linear1.weight", "linear1.bias", "linear2.weight",
        "linear2.bias", "norm1.weight", "norm1.bias", "norm2.weight", "norm2.bias",
      ])
  }
}
