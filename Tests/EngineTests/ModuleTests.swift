import Engine
import Testing

@Suite struct ModuleTests {
  private struct Block: Module {
    let first: Linear
    let gate: Tensor
    let activation: any Activation = .tanh
    let constant = Tensor([1])
    let more: [Linear]
    let missing: Linear? = nil
    let last: Linear?

    init(using generator: inout some RandomNumberGenerator) {
      first = Linear(2, 3, using: &generator)
      gate = Tensor.ones([3], requiresGrad: true)
      more = [Linear(3, 3, using: &generator), Linear(3, 3, bias: false, using: &generator)]
      last = Linear(3, 1, using: &generator)
    }

    func callAsFunction(_ x: Tensor) -> Tensor { activation(first(x)) * gate }
  }

  @Test func parametersAreNamedByTheirPath() {
    var generator = SeededGenerator(seed: 0)
    let block = Block(using: &generator)
    let names = [
      "first.weight", "first.bias", "gate", "more.0.weight", "more.0.bias", "more.1.weight",
      "last.weight", "last.bias",
    ]
    #expect(block.namedParameters.map(\.name) == names)
    #expect(
      Sequential(Tanh(), block, Linear(1, 1, using: &generator)).namedParameters.map(\.name)
        == names.map { "1.\($0)" } + ["2.weight", "2.bias"])
    #expect(block.parameters[2] === block.gate)
  }

  @Test func aChainAppliesItsModulesInOrder() {
    var generator = SeededGenerator(seed: 0)
    let (first, last) = (Linear(2, 3, using: &generator), Linear(3, 1, using: &generator))
    let x = Tensor([[1, -2]])
    #expect(Sequential(first, .tanh, last)(x).values == last(first(x).tanh()).values)
  }

  /// As in PyTorch, initial weights are within ±1/√inputs and almost reach the bound.
  @Test func aLinearLayerStartsWithinItsBound() throws {
    var generator = SeededGenerator(seed: 0)
    let layer = Linear(16, 200, using: &generator)
    let (weight, bias) = (layer.weight, try #require(layer.bias))
    #expect((weight.shape, bias.shape) == ([200, 16], [200]))
    for values in [weight.values, bias.values] {
      let greatest = try #require(values.map { abs($0) }.max())
      #expect(greatest <= 0.25 && greatest > 0.24)
    }
  }
}
