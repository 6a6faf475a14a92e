import Engine
import Testing

/// Compares layers over whole sequences with their cells applied step by step.
@Suite struct RecurrentTests {
  private var generator = SeededGenerator(seed: 9)

  /// The states of a sequence computed step by step, each with a retained gradient.
  private func run(_ x: Tensor, _ step: (Tensor) -> Tensor) -> [Tensor] {
    (0..<x.shape[0]).map { t in
      let h = step(x[t])
      h.retainGrad()
      return h
    }
  }

  /// Expects equal states and equal ∂L/∂h at every step; the loss depends on the last state only.
  private func expectSame(_ whole: Tensor, _ steps: [Tensor]) throws {
    whole.retainGrad()
    whole[-1].square().sum().backward()
    try #require(steps.last).square().sum().backward()
    let gradient = try #require(whole.grad)
    for (t, step) in steps.enumerated() {
      expectClose(whole[t], step)
      expectClose(gradient[t], try #require(step.grad))
    }
    #expect(gradient[0].norm() > 1e-4)
  }

  @Test mutating func anRNNRepeatsItsCell() throws {
    let network = RNN(3, 4, using: &generator)
    let x = Tensor.normal([5, 2, 3], using: &generator)
    var h = Tensor.zeros([2, 4])
    let steps = run(x) {
      h = network.cell($0, h)
      return h
    }
    try expectSame(network(x), steps)
  }

  @Test mutating func anLSTMRepeatsItsCell() throws {
    let network = LSTM(3, 4, forgetBias: 1, using: &generator)
    let x = Tensor.normal([5, 2, 3], using: &generator)
    var (h, c) = (Tensor.zeros([2, 4]), Tensor.zeros([2, 4]))
    let steps = run(x) {
      (h, c) = network.cell($0, h, c)
      return h
    }
    try expectSame(network(x), steps)
  }

  @Test mutating func aGRURepeatsItsCell() throws {
    let network = GRU(3, 4, updateBias: 1, using: &generator)
    let x = Tensor.normal([5, 2, 3], using: &generator)
    var h = Tensor.zeros([2, 4])
    let steps = run(x) {
      h = network.cell($0, h)
      return h
    }
    try expectSame(network(x), steps)
  }

  /// The given bias is the sum of the two biases of a gate.
  @Test mutating func gateBiasesAreSet() {
    let cell = LSTMCell(3, 4, forgetBias: 2, using: &generator)
    #expect((cell.biasIH + cell.biasHH)[4..<8].values == [2, 2, 2, 2])
    #expect((cell.biasIH + cell.biasHH)[0..<4].values.allSatisfy { abs($0) <= 1 })
    let unit = GRUCell(3, 4, updateBias: -1, using: &generator)
    #expect((unit.biasIH + unit.biasHH)[4..<8].values == [-1, -1, -1, -1])
  }

  @Test mutating func parametersAreNamedByTheirCell() {
    let names = ["cell.weightIH", "cell.weightHH", "cell.biasIH", "cell.biasHH"]
    #expect(LSTM(1, 1, using: &generator).namedParameters.map(\.name) == names)
  }

  /// With a forget gate of 1 and an input gate of 0, the cell state does not change.
  @Test func anOpenGateKeepsTheCell() {
    let (zero, c) = (Tensor.zeros([1, 3]), Tensor([[1, -2, 0.5]]))
    let cell = LSTMCell(
      weightIH: .zeros([12, 1]), weightHH: .zeros([12, 3]), biasIH: .zeros([12]),
      biasHH: concatenate([.full([3], -30), .full([3], 30), .zeros([6])]))
    expectClose(cell(Tensor([[1]]), zero, c).c, c)
  }

  private func expectClose(_ a: Tensor, _ b: Tensor) {
    #expect(a.shape == b.shape)
    for (a, b) in zip(a.values, b.values) { #expect(abs(a - b) <= 1e-5) }
  }
}
