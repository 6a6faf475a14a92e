import Engine
import Foundation
import Testing

@Suite struct TrainingTests {
  /// XOR is the smallest task that a single layer cannot learn.
  @Test func anXorIsLearned() {
    var generator = SeededGenerator(seed: 4)
    let network = Sequential(
      Linear(2, 8, using: &generator), .tanh, Linear(8, 2, using: &generator))
    let optimiser = SGD(network.parameters, lr: 0.5, momentum: 0.9)
    let (x, targets) = (Tensor([[0, 0], [0, 1], [1, 0], [1, 1]]), [0, 1, 1, 0])
    for _ in 0..<200 {
      optimiser.zeroGrad()
      crossEntropy(network(x), targets).backward()
      optimiser.step()
    }
    #expect(crossEntropy(network(x), targets).item() < 0.05)
  }

  /// Ten thousand steps in a separate process; the last nine thousand must not increase its memory.
  @Test(arguments: ["SGD", "Adam"])
  func trainingDoesNotGrowMemory(_ name: String) async {
    await #expect(processExitsWith: .success) { [name] in
      var generator = SeededGenerator(seed: 5)
      let network = Sequential(
        Linear(8, 32, using: &generator), .relu, Linear(32, 10, using: &generator))
      let optimiser: any Optimiser =
        name == "SGD"
        ? SGD(network.parameters, lr: 0.01, momentum: 0.9) : Adam(network.parameters)
      let x = Tensor.normal([16, 8], using: &generator)
      var before = 0
      for step in 0..<10_000 {
        if step == 1000 { before = try ownMemory() }
        optimiser.zeroGrad()
        crossEntropy(network(x), (0..<16).map { $0 % 10 }).backward()
        clipGradNorm(network.parameters, maxNorm: 1)
        optimiser.step()
      }
      #expect(try ownMemory() - before <= 64)
    }
  }

  /// Initialisation, batches, training and a monitor's norms are reproducible.
  @Test func theSameSeedTrainsToTheSameBits() {
    func train() -> [[Float]] {
      var generator = SeededGenerator(seed: 6)
      let network = Sequential(
        Linear(64, 16, init: .orthogonal(), using: &generator), .tanh,
        Linear(16, 10, init: .lecunNormal, using: &generator))
      let monitor = GradientMonitor(network)
      let optimiser = Adam(network.parameters)
      for batch in Digits().training.batches(of: 32, steps: 20, using: &generator) {
        optimiser.zeroGrad()
        crossEntropy(network(batch.x), batch.y).backward()
        monitor.record()
        optimiser.step()
      }
      return network.parameters.map(\.values) + [monitor.norms.map { Float($0) }]
    }
    #expect(train() == train())
  }

  /// Half a second of training gives an accuracy far above chance on the test digits.
  @Test func digitsAreLearned() {
    var generator = SeededGenerator(seed: 7)
    let network = Sequential(
      Linear(64, 64, init: .kaimingNormal(), using: &generator), .relu,
      Linear(64, 10, init: .lecunNormal, using: &generator))
    let (digits, optimiser) = (Digits(), Adam(network.parameters, lr: 3e-3))
    #expect(accuracy(network(digits.test.x), digits.test.y) < 0.4)
    for batch in digits.training.batches(of: 64, steps: 150, using: &generator) {
      optimiser.zeroGrad()
      crossEntropy(network(batch.x), batch.y).backward()
      optimiser.step()
    }
    #expect(accuracy(network(digits.test.x), digits.test.y) > 0.9)
  }

  /// √Σx² is correct where a float32 sum of squares is 0 or ∞.
  @Test(arguments: [1e-30, 1, 1e30] as [Float])
  func normsDoNotUnderflowOrOverflow(_ size: Float) {
    let norm = Tensor.full([9, 11], size).norm()
    #expect(abs(norm / (Double(size) * 99.0.squareRoot()) - 1) <= 1e-12)
  }
}
