import Engine
import Testing

/// Reuse of memory, tested in separate processes, since all tests of a process share its pool.
@Suite struct PoolTests {
  /// A step reuses the memory of the step before it, for all kinds of networks.
  @Test(arguments: steps.keys.sorted())
  func repeatedStepsAllocateNothing(_ name: String) async {
    await #expect(processExitsWith: .success) { [name] in
      let step = try #require(steps[name]?())
      for _ in 0..<2 { step() }
      let before = Pool.freshBlocks
      for _ in 0..<5 { step() }
      #expect(before > 0)
      #expect(Pool.freshBlocks == before)
    }
  }

  /// The pool allocates as many blocks as are used at the same time.
  @Test func onlySimultaneousBlocksAreAllocated() async {
    await #expect(processExitsWith: .success) {
      func allocated(_ make: () -> Void) -> Int {
        let before = Pool.freshBlocks
        make()
        return Pool.freshBlocks - before
      }
      #expect(allocated { for _ in 0..<9 { _ = Tensor.zeros([1000]) } } == 1)
      #expect(allocated { _ = (0..<9).map { _ in Tensor.zeros([1000]) } } == 8)
      #expect(allocated { _ = Tensor.zeros([1001]) } == 0)
      #expect(allocated { _ = Tensor.zeros([2000]) } == 1)
    }
  }
}

/// Training steps by name.
private let steps: [String: @Sendable () -> () -> Void] = [
  "perceptron": {
    var generator = SeededGenerator(seed: 1)
    let network = Sequential(
      Linear(6, 32, using: &generator), .tanh, Dropout(using: &generator), LayerNorm(32),
      Linear(32, 4, using: &generator))
    return step(network, .normal([8, 6], using: &generator), Adam(network.parameters))
  },
  "residual": {
    var generator = SeededGenerator(seed: 2)
    let network = Sequential(
      (0..<20).map { _ in
        Residual(Linear(8, 8, using: &generator), .relu, Linear(8, 8, using: &generator))
      })
    return step(network, .normal([4, 8], using: &generator), SGD(network.parameters, lr: 0.1))
  },
  "recurrent": {
    var generator = SeededGenerator(seed: 3)
    let network = Sequential(
      RNN(5, 6, using: &generator), LSTM(6, 7, using: &generator), GRU(7, 8, using: &generator),
      Flatten(), Linear(3 * 8, 4, using: &generator))
    return step(network, .normal([9, 3, 5], using: &generator), RMSProp(network.parameters))
  },
  "convolutions": {
    var generator = SeededGenerator(seed: 4)
    let network = Sequential(
      Conv2d(1, 4, kernel: 3, padding: 1, using: &generator), BatchNorm2d(4), .relu, MaxPool2d(2),
      Conv2d(4, 4, kernel: 3, using: &generator), AvgPool2d(2), Flatten(),
      Linear(4, 4, using: &generator))
    return step(network, .normal([5, 1, 8, 8], using: &generator), Adagrad(network.parameters))
  },
  "transformer": {
    var generator = SeededGenerator(seed: 5)
    let network = Sequential(
      Embedding(16, 8, using: &generator),
      TransformerEncoderLayer(
        8, heads: 2, feedForward: 16, activation: .gelu, causal: true, using: &generator),
      Flatten(), Linear(6 * 8, 4, using: &generator))
    let symbols = Tensor((0..<18).map { Float($0 * 5 % 16) }, shape: [3, 6])
    return step(network, symbols, AdamW(network.parameters))
  },
]

/// One training step on a fixed batch, with clipping and monitoring.
private func step(
  _ network: any Module, _ x: Tensor, _ optimiser: any Optimiser
) -> () -> Void {
  let monitor = GradientMonitor(network)
  let targets = (0..<noGrad { network(x) }.shape[0]).map { $0 % 4 }
  return {
    optimiser.zeroGrad()
    crossEntropy(network(x), targets).backward()
    clipGradNorm(network.parameters, maxNorm: 1)
    monitor.record()
    monitor.measureUpdates { optimiser.step() }
  }
}
